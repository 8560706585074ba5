import { Button } from "@/components/ui/button";
import { Field, SelectField } from "@/components/ui/field";
import type { BoardView } from "@/lib/orders/keeping/views";
import type { Say } from "@/lib/platform/messages";
import { QueryForm } from "./query-form";

type Name = "q" | "fulfilment" | "shop" | "since" | "until";

type Props = {
  say: Say;
  action: string;
  status: string;
  values: Readonly<Partial<Record<Name, string | undefined>>>;
  /** What is wrong with a field, by its name. */
  problems: Readonly<Record<string, string | undefined>>;
  /** Keeps the orders of all shops, and names one by its handle; otherwise one is chosen of `shops`. */
  market: boolean;
  /** Masks hide from them what is searched by beside name and number. */
  masked: boolean;
  shops: BoardView["shops"];
};

/** What a board is searched and narrowed by; the rarer part is folded away until something of it is set. */
export function BoardFilters({ say, action, status, values, problems, market, masked, shops }: Props) {
  const search = market ? (masked ? "search_names" : "search_market") : "search";
  const narrowed = (["fulfilment", "shop", "since", "until"] as const).some((name) => values[name]);
  return (
    <search>
      <QueryForm action={action} keep={{ status }} className="stack-2">
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 grow basis-52 md:max-w-md">
            <Field
              type="search"
              name="q"
              label={say(`admin.orders.${search}`)}
              defaultValue={values.q ?? ""}
              error={problems.q}
              dir="auto"
            />
          </div>
          <Button type="submit" look="secondary">
            {say("admin.filter")}
          </Button>
        </div>
        <details open={narrowed}>
          <summary className="min-h-11 w-fit cursor-pointer py-2.5 font-semibold text-tile">
            {say("admin.orders.narrow")}
          </summary>
          <div className="flex flex-wrap items-end gap-3 pb-2">
            <div className="grow basis-36 md:max-w-48">
              <SelectField
                name="fulfilment"
                label={say("admin.orders.fulfilment")}
                defaultValue={values.fulfilment ?? ""}
                error={problems.fulfilment}
              >
                <option value="">{say("admin.orders.any")}</option>
                {(["delivery", "pickup"] as const).map((way) => (
                  <option key={way} value={way}>
                    {say(`admin.orders.way.${way}`)}
                  </option>
                ))}
              </SelectField>
            </div>
            {(["since", "until"] as const).map((name) => (
              <div key={name} className="grow basis-36 md:max-w-48">
                <Field
                  type="date"
                  name={name}
                  label={say(`admin.orders.${name}`)}
                  defaultValue={values[name] ?? ""}
                  error={problems[name]}
                />
              </div>
            ))}
            {market && (
              <div className="grow basis-48 md:max-w-64">
                <Field
                  name="shop"
                  label={say("admin.orders.shop_handle")}
                  defaultValue={values.shop ?? ""}
                  error={problems.shop}
                  spellCheck={false}
                />
              </div>
            )}
            {shops.length > 1 && (
              <div className="grow basis-48 md:max-w-64">
                <SelectField
                  name="shop"
                  label={say("admin.orders.shop")}
                  defaultValue={values.shop ?? ""}
                  error={problems.shop}
                >
                  <option value="">{say("admin.orders.all_shops")}</option>
                  {shops.map(({ handle, name }) => (
                    <option key={handle} value={handle} dir="auto">
                      {name}
                    </option>
                  ))}
                </SelectField>
              </div>
            )}
            {narrowed && (
              <a
                href={`${action}?status=${status}`}
                className="inline-flex min-h-11 items-center px-1 font-semibold text-tile underline"
              >
                {say("admin.reset")}
              </a>
            )}
          </div>
        </details>
      </QueryForm>
    </search>
  );
}
