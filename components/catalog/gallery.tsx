"use client";
import { useRef } from "react";
import { CoverPicture } from "./cover-picture";

type GalleryProps = {
  pictures: { src: string; alt: string }[];
  label: string;
  /** "Picture 2 of 3", one for each. */
  names: string[];
};

/**
 * The pictures of a product: a strip that is swiped or scrolled, which needs no script; thumbnails are links into it,
 * and with the script they scroll the strip alone and not the page.
 */
export function Gallery({ pictures, label, names }: GalleryProps) {
  const strip = useRef<HTMLUListElement>(null);
  const show = (index: number) => {
    const picture = strip.current?.children[index];
    const side =
      picture && strip.current && picture.getBoundingClientRect().x - strip.current.getBoundingClientRect().x;
    strip.current?.scrollBy({ left: side ?? 0, behavior: "smooth" });
  };
  return (
    <section aria-label={label}>
      <ul
        ref={strip}
        tabIndex={pictures.length > 1 ? 0 : undefined}
        className="cut-28 flex snap-x snap-mandatory overflow-x-auto bg-sunken [scrollbar-width:none]"
      >
        {pictures.map(({ src, alt }, index) => (
          <li key={src} id={`picture-${index + 1}`} className="w-full shrink-0 snap-center">
            <CoverPicture
              src={src}
              alt={alt}
              sizes="(min-width: 1024px) 42rem, 100vw"
              width={800}
              height={800}
              first={index === 0}
              className="aspect-square h-auto w-full"
            />
          </li>
        ))}
      </ul>
      {pictures.length > 1 && (
        <ul className="mt-3 flex flex-wrap gap-3">
          {pictures.map(({ src }, index) => (
            <li key={src}>
              <a
                href={`#picture-${index + 1}`}
                aria-label={names[index]}
                onClick={(event) => {
                  event.preventDefault();
                  show(index);
                }}
                className="cut-10 block size-20 overflow-hidden border border-line hover:border-tile"
              >
                <CoverPicture src={src} alt="" sizes="5rem" width={80} height={80} className="size-full" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
