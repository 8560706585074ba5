import { useId } from "react";
import { marksFor, namedPlaces } from "@/lib/reports/rules/scale";

type Day = {
  /** At the axis, where there is room. */
  label: string;
  /** Under the pointer: the day and its figures in words. */
  text: string;
  value: number;
  before: number;
};

type Props = {
  title: string;
  desc: string;
  days: readonly Day[];
  /** Of one mark of the axis. */
  mark: (value: number) => string;
  /** The least step of the axis. */
  smallest: number;
  legend: { now: string; before: string };
};

const height = 240;
const above = 10;
const below = 26;
const plot = height - above - below;
const mostLabels = 6;
/** Pixels of a figure at the size of the axis, at most. */
const figureWidth = 8;

/**
 * Days as bars from nothing upwards, and the compared days as marks over them. Drawn by the server: bars keep to the
 * width there is, words and lines keep their size. What it tells stands in its description and in the table beside it.
 */
export function DayChart({ title, desc, days, mark, smallest, legend }: Props) {
  const id = useId();
  const marks = marksFor(Math.max(0, ...days.flatMap(({ value, before }) => [value, before])), smallest);
  const top = marks.at(-1) ?? 1;
  /** From the top, in hundredths of the plot. */
  const level = (value: number) => 100 - (100 * value) / top;
  const row = (value: number) => above + (plot * level(value)) / 100;
  const gutter = figureWidth * Math.max(...marks.map((value) => mark(value).length));
  const line = days.map(({ before }, index) => `M${index} ${level(before)}h1`).join("");
  return (
    <figure className="stack-3">
      <div dir="ltr" className="flex gap-2">
        <svg width={gutter} height={height} aria-hidden="true" className="shrink-0">
          {marks.map((value) => (
            <text
              key={value}
              x={gutter}
              y={row(value) + 4}
              textAnchor="end"
              className="fill-ink-soft text-xs tabular-nums"
            >
              {mark(value)}
            </text>
          ))}
        </svg>
        <svg
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
          width="100%"
          height={height}
          className="min-w-0 grow overflow-visible"
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{desc}</desc>
          {marks.map((value) => (
            <line
              key={value}
              x1="0"
              x2="100%"
              y1={row(value)}
              y2={row(value)}
              className={value === 0 ? "stroke-edge" : "stroke-line"}
            />
          ))}
          <svg
            x="0"
            y={above}
            width="100%"
            height={plot}
            viewBox={`0 0 ${days.length} 100`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {days.map(({ value }, index) => (
              <rect
                key={index}
                x={index + 0.14}
                width={0.72}
                y={level(value)}
                height={100 - level(value)}
                className="fill-tile"
              />
            ))}
            <path d={line} vectorEffect="non-scaling-stroke" strokeWidth={2} className="fill-none stroke-ink-soft" />
            {days.map(({ text }, index) => (
              <rect key={index} x={index} y={0} width={1} height={100} className="fill-transparent hover:fill-ink/10">
                <title>{text}</title>
              </rect>
            ))}
          </svg>
          {namedPlaces(days.length, mostLabels).map((index) => (
            <text
              key={index}
              x={`${(100 * (index + 0.5)) / days.length}%`}
              y={height - 6}
              textAnchor="middle"
              className="fill-ink-soft text-xs"
            >
              {days[index]!.label}
            </text>
          ))}
        </svg>
      </div>
      <figcaption className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
        <span className="inline-flex items-center gap-2">
          <svg width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" className="fill-tile" />
          </svg>
          {legend.now}
        </span>
        <span className="inline-flex items-center gap-2">
          <svg width="18" height="14" aria-hidden="true">
            <path d="M0 7H18" strokeWidth={2} className="fill-none stroke-ink-soft" />
          </svg>
          {legend.before}
        </span>
      </figcaption>
    </figure>
  );
}
