import { CoverPicture } from "@/components/catalog/cover-picture";
import { Placeholder } from "@/components/catalog/placeholder";

/** A line's small picture, or its tile. Decorative: the name stands beside it. */
export function Thumbnail({ src, name, category }: { src: string | null; name: string; category: string | null }) {
  return (
    <span aria-hidden="true" className="block size-20 shrink-0 overflow-hidden cut-9 bg-sunken sm:size-24">
      {src ? (
        <CoverPicture src={src} alt="" sizes="6rem" width={96} height={96} className="size-full" />
      ) : (
        <Placeholder name={name} category={category} />
      )}
    </span>
  );
}
