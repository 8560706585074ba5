import { LocalTime } from "@/components/orders/local-time";
import type { UploadView } from "@/lib/catalog/uploads/views";
import type { Say } from "@/lib/platform/messages";

/** Bytes in the unit that suits them. */
export function sizeIn(bytes: number, locale: string): string {
  const [unit, divisor] = bytes < 1024 * 1024 ? (["kilobyte", 1024] as const) : (["megabyte", 1024 * 1024] as const);
  const format = new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 });
  return format.format(Math.max(0.1, bytes / divisor));
}

/** What is known of an upload, name by value. */
export function UploadFacts({ upload, locale, say }: { upload: UploadView; locale: string; say: Say }) {
  const { timezone } = upload.retailer;
  const time = (at: string | null) => at && <LocalTime at={at} timezone={timezone} locale={locale} />;
  const facts: [string, React.ReactNode][] = [
    [say("admin.uploads.shop"), <bdi key="shop">{upload.retailer.name}</bdi>],
    [say("admin.uploads.facts.layout"), upload.layout && say(`admin.uploads.layouts.${upload.layout}`)],
    [say("admin.uploads.facts.sheet"), upload.sheet && <bdi key="sheet">{upload.sheet}</bdi>],
    [
      say("admin.uploads.facts.header"),
      upload.layout &&
        (upload.headerRow
          ? say("admin.uploads.facts.header_row", { row: upload.headerRow })
          : say("admin.uploads.facts.no_header")),
    ],
    [say("admin.uploads.facts.empty"), say(`admin.uploads.empty_${upload.emptyCells}`)],
    [say("admin.uploads.facts.size"), sizeIn(upload.bytes, locale)],
    [say("admin.uploads.facts.brought"), time(upload.createdAt)],
    [say("admin.uploads.facts.confirmed"), time(upload.confirmedAt)],
    [say("admin.uploads.facts.finished"), time(upload.finishedAt)],
  ];
  return (
    <dl className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2 xl:grid-cols-4">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt className="text-ink-soft">{name}</dt>
              <dd className="font-semibold">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
