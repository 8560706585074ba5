import { CoverPicture } from "./cover-picture";
import { Placeholder } from "./placeholder";

type ProductPictureProps = {
  src: string | null;
  alt: string;
  name: string;
  category?: string | null | undefined;
  /** The picture that a page opens with. */
  first?: boolean;
  /** How wide it is shown; without it as in a grid of products. */
  sizes?: string;
};

const inGrid = "(min-width: 1024px) 18rem, (min-width: 640px) 30vw, 46vw";

/** A square picture whose place is kept before it arrives, or the tile drawn from the product's name. */
export function ProductPicture({ src, alt, name, category, first = false, sizes = inGrid }: ProductPictureProps) {
  if (!src) return <Placeholder name={name} category={category} alt={alt} />;
  return (
    <CoverPicture
      src={src}
      alt={alt}
      sizes={sizes}
      width={800}
      height={800}
      first={first}
      className="aspect-square h-auto w-full"
    />
  );
}
