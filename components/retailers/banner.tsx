import { classNames } from "@/components/ui/class-names";

const star =
  "M40 17.6 46.6 24.2H55.8V33.4L62.4 40 55.8 46.6V55.8H46.6L40 62.4 33.4 55.8H24.2V46.6L17.6 40 24.2 33.4V24.2H33.4Z";

type BannerProps = { id: number; hue: number; src: string | null; className?: string; first?: boolean };

/** A shop's own picture, or stars and lanes in its colour. Decoration: the name stands beside it. */
export function Banner({ id, hue, src, className, first = false }: BannerProps) {
  if (src) {
    return (
      <img
        src={src}
        alt=""
        width={1200}
        height={400}
        loading={first ? "eager" : "lazy"}
        fetchPriority={first ? "high" : "auto"}
        className={classNames("block w-full bg-sunken object-cover", className)}
      />
    );
  }
  const pattern = `banner-${id}`;
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      style={{ ["--hue" as string]: hue }}
      className={classNames("block w-full bg-stand", className)}
    >
      <defs>
        <pattern id={pattern} width="80" height="80" patternUnits="userSpaceOnUse">
          <path
            d={`${star}M0 40H17.6M62.4 40H80M40 0V17.6M40 62.4V80`}
            className="fill-none stroke-stand-strong"
            strokeWidth="1.6"
            opacity=".6"
          />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${pattern})`} />
    </svg>
  );
}
