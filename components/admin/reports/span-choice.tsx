import { withQuery } from "@/components/admin/pager";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Field, SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Say } from "@/lib/platform/messages";
import { presets } from "@/lib/reports/rules/periods";
import type { ReportScope } from "@/lib/reports/views";

type Query = Readonly<Record<string, string | undefined>>;

type Props = {
  say: Say;
  /** The page's own address. */
  action: string;
  query: Query;
  scope: ReportScope;
  errors?: readonly { field: string | null; message: string }[];
};

/** Of which days and which shop figures are told: links for the usual ones, a form for others. Works without script. */
export function SpanChoice({ say, action, query, scope, errors = [] }: Props) {
  const { retailer, category, state, product } = query;
  const kept = { retailer, category, state, product };
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.message;
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
      <nav aria-label={say("admin.reports.period")}>
        <ul className="flex flex-wrap gap-1">
          {presets.map((preset) => (
            <li key={preset}>
              <a
                href={withQuery(action, { ...kept, period: preset })}
                aria-current={scope.period === preset ? "true" : undefined}
                className={classNames(
                  "inline-flex min-h-11 items-center cut-9 border px-4 font-semibold",
                  scope.period === preset
                    ? "border-tile bg-tile text-on-tile"
                    : "border-line bg-surface hover:border-tile hover:text-tile",
                )}
              >
                {say(`admin.reports.periods.${preset}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <details className="min-w-0 grow basis-72" open={errors.length > 0 || scope.period === null}>
        <summary className="inline-flex min-h-11 items-center font-semibold text-tile underline underline-offset-4">
          {say("admin.reports.choose")}
        </summary>
        <Form action={action} method="get" className="mt-3 flex flex-wrap items-end gap-3">
          {Object.entries({ category, state, product }).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <Field
            type="date"
            name="from"
            label={say("admin.reports.from")}
            defaultValue={scope.span.from}
            error={errorOf("from")}
          />
          <Field
            type="date"
            name="to"
            label={say("admin.reports.to")}
            defaultValue={scope.span.to}
            error={errorOf("to")}
          />
          {scope.shops.length > 1 && (
            <SelectField name="retailer" label={say("admin.reports.shop")} defaultValue={retailer ?? ""}>
              <option value="">{say("admin.reports.all_shops")}</option>
              {scope.shops.map(({ handle, name }) => (
                <option key={handle} value={handle}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          <Button type="submit" look="secondary">
            {say("admin.filter")}
          </Button>
        </Form>
      </details>
    </div>
  );
}
