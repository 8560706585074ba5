import type { Metadata } from "next";
import { AdminForm } from "@/components/admin/admin-form";
import { type Column, DataTable } from "@/components/admin/data-table";
import { AdminFrame } from "@/components/admin/frame";
import { LocalTime } from "@/components/orders/local-time";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { translator } from "@/lib/platform/messages";
import { checkNow } from "@/lib/reports/books/actions";
import { askForBooks, readBooks } from "@/lib/reports/books/operations";
import type { BookCheckView } from "@/lib/reports/books/views";
import { may } from "@/lib/web/operation";
import { adminPage } from "../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/books">;
type Book = BookCheckView["books"][number];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.books") };
}

/** Where the record of a book is seen. */
const pages: Record<Book["name"], (record: string) => string> = {
  stock: (id) => `/admin/stock/${id}`,
  order_lines: (number) => `/admin/orders/${number}`,
  order_totals: (number) => `/admin/orders/${number}`,
  order_status: (number) => `/admin/orders/${number}`,
  sold_counts: (id) => `/admin/products/${id}`,
};

export default async function BooksPage(props: Props) {
  const { say, path, context, actor, words, frame, locale } = await adminPage(props, "books");
  const { last } = await readBooks.call(context, {});
  const figures = new Intl.NumberFormat(locale);
  const nameOf = ({ name }: Book) => say(`admin.books.names.${name}`);
  const columns: Column<Book>[] = [
    { key: "book", head: say("admin.books.book"), names: true, cell: nameOf },
    {
      key: "compared",
      head: say("admin.books.compared"),
      figures: true,
      cell: ({ compared }) => figures.format(compared),
    },
    {
      key: "found",
      head: say("admin.books.found"),
      figures: true,
      cell: ({ found, name }) =>
        found ? (
          <a href={`#${name}`}>
            <Badge tone="bad">{figures.format(found)}</Badge>
          </a>
        ) : (
          <Badge tone="good">{say("admin.books.agrees")}</Badge>
        ),
    },
  ];
  const differences = (book: Book): Column<Book["differences"][number]>[] => [
    {
      key: "record",
      head: say("admin.books.record"),
      names: true,
      cell: ({ record }) => (
        <a href={path(pages[book.name](record))} className="text-tile underline">
          {record}
        </a>
      ),
    },
    { key: "booked", head: say("admin.books.booked"), figures: true, cell: ({ booked }) => booked },
    { key: "counted", head: say("admin.books.counted"), figures: true, cell: ({ counted }) => counted },
  ];
  return (
    <AdminFrame
      {...frame}
      title={say("admin.books.title")}
      lead={say("admin.books.lead")}
      actions={
        may(actor, askForBooks) && (
          <AdminForm
            action={checkNow}
            locale={locale}
            next={path("/admin/books?done=books_asked")}
            look="secondary"
            words={words(say("admin.books.check"))}
          />
        )
      }
    >
      {last ? (
        <>
          <p className="text-sm text-ink-soft">
            {say("admin.books.as_of")} <LocalTime at={last.at} timezone="UTC" locale={locale} />
            {" · "}
            {say("admin.books.took", { seconds: (last.took / 1000).toFixed(1) })}
          </p>
          <DataTable
            caption={say("admin.books.title")}
            columns={columns}
            rows={last.books}
            rowKey={({ name }) => name}
          />
          {last.books
            .filter(({ found }) => found > 0)
            .map((book) => (
              <section key={book.name} id={book.name} className="stack-2">
                <h2 className="text-lg font-semibold">{say("admin.books.differences", { book: nameOf(book) })}</h2>
                {book.found > book.differences.length && (
                  <p className="text-ink-soft">{say("admin.books.first", { count: book.differences.length })}</p>
                )}
                <DataTable
                  caption={nameOf(book)}
                  columns={differences(book)}
                  rows={book.differences}
                  rowKey={({ record }) => record}
                />
              </section>
            ))}
        </>
      ) : (
        <EmptyState title={say("admin.books.never")} text={say("admin.books.never_hint")} />
      )}
    </AdminFrame>
  );
}
