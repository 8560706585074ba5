import { CoverPicture } from "@/components/catalog/cover-picture";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import type { KeptPictureView } from "@/lib/catalog/pictures/views";
import type { Say } from "@/lib/platform/messages";

type Props = { pictures: readonly KeptPictureView[]; href: string; keeps: boolean; say: Say };

/** The pictures of a product at a glance, with the way to where they are kept. For the page of a product. */
export function PictureStrip({ pictures, href, keeps, say }: Props) {
  const failed = pictures.filter(({ state }) => state === "failed").length;
  return (
    <section className="stack-3">
      <h2 className="text-lg font-semibold">{say("admin.pictures.title")}</h2>
      <p className="flex flex-wrap items-center gap-2 text-ink-soft">
        {say("admin.pictures.link_count", { count: pictures.length })}
        {failed > 0 && <Badge tone="warn">{say("admin.pictures.failed_count", { count: failed })}</Badge>}
      </p>
      {pictures.some(({ src }) => src) && (
        <ul className="flex flex-wrap gap-2">
          {pictures.slice(0, 8).map(({ id, src, alt }) =>
            src ? (
              <li key={id}>
                <CoverPicture src={src} alt={alt} sizes="5rem" width={80} height={80} className="size-20" />
              </li>
            ) : null,
          )}
        </ul>
      )}
      <p>
        <a href={href} className={buttonClass({ look: "secondary" })}>
          {say(keeps ? "admin.pictures.keep" : "admin.pictures.look")}
        </a>
      </p>
    </section>
  );
}
