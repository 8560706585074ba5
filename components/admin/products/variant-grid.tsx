"use client";
import { type Column, DataTable } from "@/components/admin/data-table";
import { Badge } from "@/components/ui/badge";
import type { DraftVariant } from "@/lib/catalog/keeping/rules/draft";
import { GridInput } from "./grid-input";
import { fill, type Words } from "./words";

type Row = DraftVariant & { index: number; label: string };

type Props = {
  variants: readonly DraftVariant[];
  words: Words;
  errorOf: (field: string) => string | undefined;
  /** Where the stock of a variant is kept; `{id}` is the variant's. */
  stockPath: string;
};

const texts = [
  { key: "sku", width: "min-w-36" },
  { key: "price", width: "min-w-24 text-end", inputMode: "decimal" },
  { key: "weight", width: "min-w-20 text-end", inputMode: "numeric" },
  { key: "minQuantity", word: "min", width: "min-w-16 text-end", inputMode: "numeric" },
  { key: "maxQuantity", word: "max", width: "min-w-16 text-end", inputMode: "numeric" },
  { key: "barcode", width: "min-w-36" },
] as const;

/** The variants of a product as a table of fields; on a phone each is a card. */
export function VariantGrid({ variants, words, errorOf, stockPath }: Props) {
  const w = (key: string) => words[key] ?? key;
  const of = (name: string, { label }: Row) => `${w(name)}, ${label}`;
  const field = (row: Row, name: string) => `variants.${row.index}.${name}`;
  const box = (row: Row, name: "active" | "remove", label: string) => (
    <label className="inline-flex min-h-11 min-w-11 items-center justify-center">
      <input
        type="checkbox"
        name={field(row, name)}
        defaultChecked={row[name]}
        aria-label={of(label, row)}
        className="size-5 accent-tile"
      />
    </label>
  );
  const columns: Column<Row>[] = [
    {
      key: "variant",
      head: w("variant"),
      names: true,
      cell: (row) => (
        <span className="stack-1">
          <span className="flex items-center gap-2 font-semibold">
            <bdi>{row.label}</bdi>
            {row.id === "" && <Badge>{w("variant_new")}</Badge>}
          </span>
          <input type="hidden" name={field(row, "id")} value={row.id} />
          {row.optionValues.map((value, place) => (
            <input key={place} type="hidden" name={field(row, `values.${place}`)} value={value} />
          ))}
          {errorOf(field(row, "optionValues")) && (
            <span className="text-sm font-semibold text-bad">{errorOf(field(row, "optionValues"))}</span>
          )}
        </span>
      ),
    },
    ...texts.map(({ key, width, ...rest }): Column<Row> => {
      const word = key === "price" ? "price_in" : "word" in rest ? rest.word : key;
      return {
        key,
        head: w(word),
        cell: (row) => (
          <GridInput
            name={field(row, key)}
            label={of(word, row)}
            defaultValue={row[key]}
            error={errorOf(field(row, key))}
            className={width}
            dir="ltr"
            {...("inputMode" in rest && { inputMode: rest.inputMode })}
          />
        ),
      };
    }),
    {
      key: "stock",
      head: w("stock"),
      figures: true,
      cell: (row) =>
        row.id === "" ? (
          <GridInput
            name={field(row, "stock")}
            label={of("first_stock", row)}
            defaultValue={row.stock}
            error={errorOf(field(row, "stock"))}
            placeholder="0"
            inputMode="numeric"
            className="min-w-16 text-end"
            dir="ltr"
          />
        ) : (
          <>
            <input type="hidden" name={field(row, "stock")} value={row.stock} />
            <a
              href={fill(stockPath, { id: row.id })}
              aria-label={`${of("stock", row)}: ${row.stock}`}
              className="inline-flex min-h-11 items-center font-semibold text-tile underline"
            >
              {row.stock}
            </a>
          </>
        ),
    },
    { key: "active", head: w("active"), cell: (row) => box(row, "active", "active") },
    { key: "remove", head: w("remove_variant"), cell: (row) => box(row, "remove", "remove_variant") },
  ];
  const rows = variants.map((variant, index) => ({
    ...variant,
    index,
    label: variant.optionValues.join(" / ") || w("variant_only"),
  }));
  return (
    <div className="max-w-full md:overflow-x-auto">
      <DataTable
        caption={w("variants")}
        columns={columns}
        rows={rows}
        marks={false}
        rowKey={({ id, optionValues }) => `${id} ${optionValues.join("/")}`}
      />
    </div>
  );
}
