import { CoverPicture } from "@/components/catalog/cover-picture";
import { classNames } from "@/components/ui/class-names";

type BannerProps = { hue: number; src: string | null; className?: string; first?: boolean; sizes?: string };

/** A shop's own picture, or stars and lanes in its colour. Decoration: the name stands beside it. */
export function Banner({ hue, src, className, first = false, sizes = "100vw" }: BannerProps) {
  if (src) {
    return (
      <CoverPicture
        src={src}
        alt=""
        sizes={sizes}
        width={1200}
        height={400}
        first={first}
        className={classNames("w-full", className)}
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
