import { AdminForm } from "@/components/admin/admin-form";
import { CoverPicture } from "@/components/catalog/cover-picture";
import { Badge } from "@/components/ui/badge";
import {
  choosePicture,
  describePicture,
  dropPicture,
  fetchPictureAgain,
  movePicture,
} from "@/lib/catalog/pictures/actions";
import type { KeptPictureView } from "@/lib/catalog/pictures/views";
import type { Say } from "@/lib/platform/messages";

type Props = {
  product: { id: string; name: string };
  picture: KeptPictureView;
  /** All of the product's, in order. */
  order: readonly number[];
  say: Say;
  locale: string;
  /** The page that these stand on. */
  here: string;
  /** Whether the reader may change something. */
  keeps: boolean;
};

/** `order` with one moved by a place. */
function moved(order: readonly number[], id: number, by: -1 | 1): string {
  const without = order.filter((each) => each !== id);
  const place = order.indexOf(id) + by;
  return [...without.slice(0, place), id, ...without.slice(place)].join(",");
}

function Shown({ picture, say }: Pick<Props, "picture" | "say">) {
  const { src, alt, state, problem, url } = picture;
  if (src) {
    return (
      <CoverPicture
        src={src}
        alt={alt}
        sizes="(min-width: 640px) 24rem, 92vw"
        width={400}
        height={400}
        className="aspect-square h-auto w-full"
      />
    );
  }
  return (
    <div className="grid aspect-square w-full content-center gap-2 bg-sunken p-5 text-center">
      <p className="font-semibold">{say(`admin.pictures.${state === "ready" ? "making" : state}`)}</p>
      {problem && <p>{say(`admin.pictures.problems.${problem.code}`, { status: problem.status ?? 0 })}</p>}
      {url && (
        <p className="text-sm break-all text-ink-soft">{say("admin.pictures.source", { url: url.slice(0, 200) })}</p>
      )}
    </div>
  );
}

/** One picture with what can be done with it. */
export function PictureCard({ product, picture, order, say, locale, here, keeps }: Props) {
  const index = order.indexOf(picture.id);
  const nth = say("admin.pictures.nth", { index: index + 1, count: order.length });
  const hidden = { id: product.id, picture: String(picture.id) };
  const form = (button: string, done: string) => ({
    locale,
    next: `${here}?done=${done}`,
    words: {
      problem: say("errors.invalid"),
      pending: say("admin.saving"),
      button: say(`admin.pictures.${button}`),
      of: nth,
    },
  });
  const move = (button: string, by: -1 | 1) => (
    <AdminForm
      action={movePicture}
      hidden={{ id: product.id, order: moved(order, picture.id, by) }}
      look="quiet"
      {...form(button, "pictures_ordered")}
    />
  );
  return (
    <article aria-label={nth} className="grid overflow-hidden border border-line bg-surface">
      <Shown picture={picture} say={say} />
      <div className="grid gap-3 p-4">
        <p className="flex min-h-6 flex-wrap items-center gap-2 text-sm">
          <span className="font-semibold">{nth}</span>
          {picture.primary && <Badge tone="good">{say("admin.pictures.primary")}</Badge>}
          {!keeps && <span dir="auto">{picture.alt || say("admin.pictures.no_alt")}</span>}
        </p>
        {keeps && (
          <>
            <AdminForm
              key={picture.alt}
              action={describePicture}
              hidden={hidden}
              look="secondary"
              className="gap-2"
              {...form("alt_save", "picture_described")}
              fields={[
                {
                  kind: "area",
                  name: "alt",
                  label: say("admin.pictures.alt"),
                  hint: say("admin.pictures.alt_hint"),
                  value: picture.alt,
                  dir: "auto",
                },
              ]}
            />
            <div className="flex flex-wrap items-center gap-x-4 border-t border-line pt-1">
              {index > 0 && move("earlier", -1)}
              {index < order.length - 1 && move("later", 1)}
              {!picture.primary && (
                <AdminForm
                  action={choosePicture}
                  hidden={hidden}
                  look="quiet"
                  {...form("make_primary", "picture_primary")}
                />
              )}
              {picture.state === "failed" && picture.url && (
                <AdminForm
                  action={fetchPictureAgain}
                  hidden={hidden}
                  look="quiet"
                  {...form("retry", "picture_retried")}
                />
              )}
              <AdminForm action={dropPicture} hidden={hidden} look="quiet" {...form("remove", "picture_removed")} />
            </div>
          </>
        )}
      </div>
    </article>
  );
}
