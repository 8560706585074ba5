import { AdminForm } from "@/components/admin/admin-form";
import { Banner } from "@/components/retailers/banner";
import { Notice } from "@/components/ui/notice";
import { dropBanner } from "@/lib/catalog/pictures/actions";
import type { BannerView } from "@/lib/catalog/pictures/views";
import type { Say } from "@/lib/platform/messages";
import { LookAgain } from "./look-again";
import { UploadForm } from "./upload-form";
import { largestFile, uploadProblem, uploadWords } from "./upload-words";

type Props = {
  banner: BannerView;
  hue: number;
  locale: string;
  say: Say;
  /** The page that this stands on. */
  here: string;
  query: Record<string, string | undefined>;
  /** Whether the reader may change it. */
  keeps: boolean;
};

/** The picture at the top of a shop's page: as it is, another one, none. */
export function BannerForm({ banner, hue, locale, say, here, query, keeps }: Props) {
  const problem = uploadProblem(query, 1, say);
  return (
    <section className="stack-4 max-w-2xl">
      <h2 className="text-lg font-semibold">{say("admin.pictures.banner.title")}</h2>
      {problem && (
        <Notice tone="bad" live="alert">
          {problem}
        </Notice>
      )}
      <Banner hue={hue} src={banner.src} className="aspect-8/3 h-auto" sizes="42rem" />
      {banner.state === "none" && <p className="text-ink-soft">{say("admin.pictures.banner.none")}</p>}
      {banner.state === "making" && (
        <p role="status">
          {say("admin.pictures.making")}
          <LookAgain />
        </p>
      )}
      {banner.problem && <p role="status">{say(`admin.pictures.problems.${banner.problem}`, { status: 0 })}</p>}
      {keeps && (
        <>
          <UploadForm
            door={`/api/retailers/${banner.id}/banner`}
            next={`${here}?done=banner_saved`}
            back={here}
            most={1}
            largest={largestFile}
            words={{
              ...uploadWords(say, 1),
              files: say("admin.pictures.banner.file"),
              hint: say("admin.pictures.banner.hint"),
            }}
          />
          {banner.state !== "none" && (
            <AdminForm
              action={dropBanner}
              locale={locale}
              next={`${here}?done=banner_removed`}
              hidden={{ id: String(banner.id) }}
              look="quiet"
              words={{
                problem: say("errors.invalid"),
                pending: say("admin.saving"),
                button: say("admin.pictures.banner.remove"),
              }}
            />
          )}
        </>
      )}
    </section>
  );
}
