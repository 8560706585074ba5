import { preload } from "react-dom";
import { classNames } from "@/components/ui/class-names";
import { pictureSources } from "@/lib/catalog/pictures/rules";

type CoverPictureProps = {
  src: string;
  alt: string;
  /** How wide its box is, as the `sizes` of an image. */
  sizes: string;
  /** Of its box, in pixels as far as they are known: only their ratio counts where a class says how wide it is. */
  width: number;
  height: number;
  /** Seen as the page opens: asked for at once, not when it comes near. */
  first?: boolean;
  className?: string;
};

/**
 * A picture that covers its box, whose place is kept before it arrives: a drawing as it is, a photograph in the size and
 * format that the browser chooses.
 */
export function CoverPicture({ src, alt, sizes, width, height, first = false, className }: CoverPictureProps) {
  const sources = pictureSources(src, width / height);
  const image = {
    width,
    height,
    loading: first ? "eager" : "lazy",
    fetchPriority: first ? "high" : "auto",
    decoding: first ? "sync" : "async",
    className: classNames("block bg-sunken object-cover", className),
  } as const;
  if (!sources) return <img src={src} alt={alt} {...image} />;
  // React asks early for what stands in no <picture>.
  if (first) {
    preload(sources.fallback, {
      as: "image",
      type: "image/avif",
      imageSrcSet: sources.avif,
      imageSizes: sizes,
      fetchPriority: "high",
    });
  }
  return (
    <picture className="contents">
      <source type="image/avif" srcSet={sources.avif} sizes={sizes} />
      <img src={sources.fallback} srcSet={sources.webp} sizes={sizes} alt={alt} {...image} />
    </picture>
  );
}
