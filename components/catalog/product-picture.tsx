import { Placeholder } from "./placeholder";

type ProductPictureProps = {
  src: string | null;
  alt: string;
  name: string;
  category?: string | null | undefined;
  /** The picture that a page opens with. */
  first?: boolean;
};

/** A square picture whose place is kept before it arrives, or the tile drawn from the product's name. */
export function ProductPicture({ src, alt, name, category, first = false }: ProductPictureProps) {
  if (!src) return <Placeholder name={name} category={category} alt={alt} />;
  return (
    <img
      src={src}
      alt={alt}
      width={800}
      height={800}
      loading={first ? "eager" : "lazy"}
      fetchPriority={first ? "high" : "auto"}
      decoding={first ? "sync" : "async"}
      className="block aspect-square h-auto w-full bg-sunken object-cover"
    />
  );
}
