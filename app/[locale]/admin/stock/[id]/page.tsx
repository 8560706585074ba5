import type { Metadata } from "next";
import { AdminForm } from "@/components/admin/admin-form";
import { type Column, DataTable } from "@/components/admin/data-table";
import { AdminFrame } from "@/components/admin/frame";
import { LocalTime } from "@/components/orders/local-time";
import { buttonClass } from "@/components/ui/button";
import { saveStock } from "@/lib/catalog/stock/actions";
import { adjustStock, stockHistory } from "@/lib/catalog/stock/operations";
import type { StockMoveView } from "@/lib/catalog/stock/views";
import { translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/stock/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.stock") };
}

export default async function StockOfPage(props: Props) {
  const { say, path, context, actor, query, words, frame, locale } = await adminPage(props, "stock");
  const { id } = await props.params;
  const before = /^\d{1,9}$/.test(query.before ?? "") ? Number(query.before) : undefined;
  const { variant, items, page } = await stockHistory.call(context, { id: Number(id), ...(before && { before }) });
  const here = path(`/admin/stock/${id}`);
  const figures = new Intl.NumberFormat(locale);
  const signed = new Intl.NumberFormat(locale, { signDisplay: "always" });
  const columns: Column<StockMoveView>[] = [
    {
      key: "when",
      head: say("admin.stock.when"),
      names: true,
      cell: ({ at }) => <LocalTime at={at} timezone="UTC" locale={locale} />,
    },
    {
      key: "why",
      head: say("admin.stock.why"),
      cell: ({ reason, orderNumber, upload, note }) => (
        <>
          {orderNumber ? (
            <a href={path(`/admin/orders/${orderNumber}`)} className="text-tile underline">
              {say(`admin.stock.reasons.${reason}`)} {orderNumber}
            </a>
          ) : upload ? (
            <a href={path(`/admin/uploads/${upload}`)} className="text-tile underline">
              {say(`admin.stock.reasons.${reason}`)}
            </a>
          ) : (
            say(`admin.stock.reasons.${reason}`)
          )}
          {note && (
            <span className="block text-ink-soft">
              <bdi>{note}</bdi>
            </span>
          )}
        </>
      ),
    },
    {
      key: "who",
      head: say("admin.stock.who"),
      cell: ({ side, name }) =>
        name ? <bdi>{name}</bdi> : side ? say(`admin.stock.sides.${side}`) : say("admin.none"),
    },
    { key: "delta", head: say("admin.stock.delta"), figures: true, cell: ({ delta }) => signed.format(delta) },
    { key: "balance", head: say("admin.stock.balance"), figures: true, cell: ({ balance }) => figures.format(balance) },
  ];
  return (
    <AdminFrame
      {...frame}
      title={variant.options ? `${variant.name} · ${variant.options}` : variant.name}
      back={{ href: path("/admin/stock"), label: say("admin.sections.stock") }}
      lead={
        <p className="text-lg text-ink">
          {say("admin.stock.left")}: <strong className="tabular-nums">{figures.format(variant.stock)}</strong>
        </p>
      }
      actions={
        <a href={path(`/admin/products/${variant.productId}`)} className={buttonClass({ look: "secondary" })}>
          {say("admin.stock.product")}
        </a>
      }
    >
      {may(actor, adjustStock) && (
        <section className="stack-4">
          <h2 className="text-lg font-semibold">{say("admin.stock.adjust")}</h2>
          <AdminForm
            action={saveStock}
            locale={locale}
            next={`${here}?done=stock_saved`}
            hidden={{ id, seen: String(variant.stock) }}
            fields={[
              {
                kind: "radio",
                name: "how",
                label: say("admin.stock.how"),
                value: "set",
                options: [
                  { value: "set", label: say("admin.stock.how_set") },
                  { value: "add", label: say("admin.stock.how_add") },
                ],
              },
              {
                kind: "text",
                name: "quantity",
                label: say("admin.stock.quantity"),
                dir: "ltr",
                required: true,
              },
              {
                kind: "text",
                name: "note",
                label: say("admin.stock.note"),
                hint: say("admin.stock.note_hint"),
                dir: "auto",
              },
            ]}
            words={words(say("admin.save"))}
          />
        </section>
      )}
      <section className="stack-3">
        <h2 className="text-lg font-semibold">{say("admin.stock.ledger")}</h2>
        <p className="text-ink-soft">{say("admin.stock.ledger_lead")}</p>
        <DataTable caption={say("admin.stock.ledger")} columns={columns} rows={items} rowKey={(move) => move.id} />
        {page.next && (
          <a href={`${here}?before=${page.next}`} className={buttonClass({ look: "secondary" })}>
            {say("admin.stock.earlier")}
          </a>
        )}
      </section>
    </AdminFrame>
  );
}
