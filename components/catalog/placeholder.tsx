import { classNames } from "@/components/ui/class-names";

const hash = (text: string): number => {
  let sum = 2166136261;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return sum;
};

const star =
  "M50 22 58.2 30.2H69.8V41.8L78 50 69.8 58.2V69.8H58.2L50 78 41.8 69.8H30.2V58.2L22 50 30.2 41.8V30.2H41.8Z";
/** Tiles of 100 by 100 that meet at their edges. */
const patterns = [
  `${star}M0 50H22M78 50H100M50 0V22M50 78V100`,
  `${star}M0 0 30.2 30.2M100 0 69.8 30.2M0 100 30.2 69.8M100 100 69.8 69.8`,
  "M0 50 50 0 100 50 50 100ZM25 25 50 50 25 75M75 25 50 50 75 75",
  "M29.3 0H70.7L100 29.3V70.7L70.7 100H29.3L0 70.7V29.3ZM29.3 29.3H70.7V70.7H29.3Z",
  "M50 0V30L70 50 50 70 30 50 50 30M0 50H30M70 50H100M50 70V100",
] as const;

type PlaceholderProps = { name: string; category?: string | null | undefined; className?: string };

/** A tile for a thing without a picture: its initial on a pattern; name and category choose pattern, scale and hue. */
export function Placeholder({ name, category, className }: PlaceholderProps) {
  const seed = hash(name);
  const size = [20, 25, 33.4][seed % 3]!;
  const id = `tile-${seed.toString(36)}-${hash(category ?? "").toString(36)}`;
  const initial = /[\p{L}\p{N}]/u.exec(name)?.[0] ?? "·";
  return (
    <svg
      viewBox="0 0 100 100"
      role="img"
      aria-label={name}
      style={{ ["--hue" as string]: hash(category ?? name) % 360 }}
      className={classNames("block aspect-square w-full bg-stand", className)}
    >
      <defs>
        <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse">
          <path
            d={patterns[(seed >>> 4) % patterns.length]}
            transform={`scale(${size / 100})`}
            className="fill-none stroke-stand-strong"
            strokeWidth="2.2"
            opacity=".5"
          />
        </pattern>
      </defs>
      <rect width="100" height="100" fill={`url(#${id})`} />
      <path d={star} transform="translate(-7.1 -7.1) scale(1.142)" className="fill-stand" />
      <text x="50" y="50" dy=".33em" textAnchor="middle" className="display fill-stand-ink" fontSize="36">
        {initial}
      </text>
    </svg>
  );
}
