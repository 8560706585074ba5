import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Field, SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Say } from "@/lib/platform/messages";

type Text = { kind: "search"; name: string; label: string };
type Choices = {
  kind: "select";
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** Only on a phone, where no heading of a table does the same. Its value is sent all the same. */
  phone?: true;
};
export type Filter = Text | Choices;

type Props = {
  /** The list's own address, without a query. */
  action: string;
  say: Say;
  filters: readonly Filter[];
  values: Readonly<Record<string, string | undefined>>;
  /** What is kept in the address beside the filters, as the order of the list. */
  keep?: Readonly<Record<string, string | undefined>>;
  children?: ReactNode;
};

/** Narrows a list by its address alone: a plain form that sends its fields as the query, so that a view can be kept as a link. */
export function Filters({ action, say, filters, values, keep = {}, children }: Props) {
  const some = filters.some((filter) => values[filter.name] && !("phone" in filter));
  return (
    <search>
      <Form action={action} method="get" className="flex flex-wrap items-end gap-3">
        {Object.entries(keep).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {filters.map((filter) =>
          filter.kind === "search" ? (
            <div key={filter.name} className="min-w-48 grow basis-60 md:max-w-sm">
              <Field
                type="search"
                name={filter.name}
                label={filter.label}
                defaultValue={values[filter.name] ?? ""}
                dir="auto"
              />
            </div>
          ) : (
            <div
              key={filter.name}
              className={classNames("min-w-40 grow basis-40 md:max-w-60", filter.phone && "md:hidden")}
            >
              <SelectField name={filter.name} label={filter.label} defaultValue={values[filter.name] ?? ""}>
                {filter.options.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </SelectField>
            </div>
          ),
        )}
        {children}
        <Button type="submit" look="secondary">
          {say("admin.filter")}
        </Button>
        {some && (
          <a href={action} className="inline-flex min-h-11 items-center px-1 font-semibold text-tile underline">
            {say("admin.reset")}
          </a>
        )}
      </Form>
    </search>
  );
}
