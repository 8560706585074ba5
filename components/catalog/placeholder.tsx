import { classNames } from "@/components/ui/class-names";

const hash = (text: string): number => {
  let sum = 2166136261;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return sum;
};

const star =
  "M50 18 59.4 27.4H72.6V40.6L82 50 72.6 59.4V72.6H59.4L50 82 40.6 72.6H27.4V59.4L18 50 27.4 40.6V27.4H40.6Z";
const patterns = [
  "pattern-stars-and-lanes",
  "pattern-stars-and-rays",
  "pattern-lozenges",
  "pattern-octagons",
  "pattern-knots",
];
const sizes = ["pattern-size-20", "pattern-size-25", "pattern-size-34"];

type PlaceholderProps = {
  name: string;
  category?: string | null | undefined;
  /** Empty when the name stands beside it. */
  alt?: string;
  className?: string;
};

/** A tile for a thing without a picture: its initial on a pattern; name and category choose pattern, scale and hue. */
export function Placeholder({ name, category, alt = "", className }: PlaceholderProps) {
  const seed = hash(name);
  const initial = /[\p{L}\p{N}]/u.exec(name)?.[0] ?? "·";
  return (
    <span
      {...(alt ? { role: "img", "aria-label": alt } : { "aria-hidden": true })}
      style={{ ["--hue" as string]: hash(category ?? name) % 360 }}
      className={classNames("relative block aspect-square w-full overflow-hidden bg-stand", className)}
    >
      <span
        className={classNames(
          "absolute inset-0 bg-stand-strong opacity-55",
          patterns[(seed >>> 4) % patterns.length],
          sizes[seed % sizes.length],
        )}
      />
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false" className="absolute inset-0 size-full">
        <path d={star} className="fill-stand stroke-stand-strong" strokeWidth="1" />
        <text x="50" y="50" dy=".33em" textAnchor="middle" className="display fill-stand-ink" fontSize="36">
          {initial}
        </text>
      </svg>
    </span>
  );
}
