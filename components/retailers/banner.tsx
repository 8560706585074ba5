import { classNames } from "@/components/ui/class-names";

type BannerProps = { hue: number; src: string | null; className?: string; first?: boolean };

/** A shop's own picture, or stars and lanes in its colour. Decoration: the name stands beside it. */
export function Banner({ hue, src, className, first = false }: BannerProps) {
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
  return (
    <span
      aria-hidden="true"
      style={{ ["--hue" as string]: hue }}
      className={classNames("relative block w-full bg-stand", className)}
    >
      <span className="pattern-stars-and-lanes absolute inset-0 bg-stand-strong opacity-60 mask-size-[5rem]" />
    </span>
  );
}
