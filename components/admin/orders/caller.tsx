import { AdminForm } from "@/components/admin/admin-form";
import { withQuery } from "@/components/admin/pager";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { openAccountForOrder } from "@/lib/orders/phone/actions";
import type { CustomerView } from "@/lib/orders/phone/views";
import type { Say } from "@/lib/platform/messages";
import { QueryForm } from "./query-form";

type Found = { items: readonly CustomerView[]; more: boolean; problem: string | undefined };

type Props = {
  say: Say;
  locale: string;
  /** The page's address, and what is ordered so far. */
  action: string;
  items: string;
  chosen: CustomerView | null;
  /** What was searched for, and who was found by it. */
  find: string | undefined;
  found: Found | null;
  words: { problem: string; pending: string; button: string };
};

const link = "inline-flex min-h-11 items-center font-semibold text-tile underline underline-offset-4";

function Contact({ customer: { email, phone }, say }: { customer: CustomerView; say: Say }) {
  const known = [phone, email].filter((each) => each !== null);
  return (
    <span className="text-sm text-ink-soft">
      <bdi>{known.join(" · ") || say("admin.phone.no_contact")}</bdi>
    </span>
  );
}

/** Who is ordered for: found by a part of what they say of themselves, or with an account that is opened now. */
export function Caller({ say, locale, action, items, chosen, find, found, words }: Props) {
  if (chosen) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <p className="min-w-0">
          <span dir="auto" className="block text-lg font-bold">
            {chosen.name}
          </span>
          <Contact customer={chosen} say={say} />
        </p>
        <a href={withQuery(action, { items })} className={link}>
          {say("admin.phone.other")}
        </a>
      </div>
    );
  }
  return (
    <>
      <QueryForm action={action} keep={{ items }} className="flex flex-wrap items-end gap-3">
        <div className="grow basis-60 md:max-w-md">
          <Field
            type="search"
            name="find"
            label={say("admin.phone.find")}
            defaultValue={find ?? ""}
            dir="auto"
            error={found?.problem}
          />
        </div>
        <Button type="submit" look="secondary">
          {say("admin.phone.find_button")}
        </Button>
      </QueryForm>
      {found && !found.problem && found.items.length === 0 && <p>{say("admin.phone.found_none")}</p>}
      {found && found.items.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {found.items.map((customer) => (
            <li key={customer.id} className="flex flex-wrap items-center justify-between gap-x-6 py-1">
              <span className="min-w-0">
                <span dir="auto" className="block font-semibold">
                  {customer.name}
                </span>
                <Contact customer={customer} say={say} />
              </span>
              <a href={withQuery(action, { items, customer: String(customer.id) })} className={link}>
                {say("admin.phone.choose")} <bdi className="sr-only">{customer.name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      {found?.more && <Notice>{say("admin.phone.found_more")}</Notice>}
      <details>
        <summary className="min-h-11 cursor-pointer py-2.5 font-semibold text-tile">{say("admin.phone.new")}</summary>
        <p className="mb-3 text-sm text-ink-soft">{say("admin.phone.new_hint")}</p>
        <AdminForm
          action={openAccountForOrder}
          locale={locale}
          next={action}
          hidden={{ items }}
          look="secondary"
          fields={[
            {
              kind: "text",
              name: "name",
              label: say("admin.phone.name"),
              dir: "auto",
              required: true,
              autoComplete: "off",
            },
            {
              kind: "text",
              name: "email",
              type: "email",
              label: say("admin.phone.email"),
              dir: "ltr",
              autoComplete: "off",
            },
            {
              kind: "text",
              name: "phone",
              type: "tel",
              label: say("admin.phone.phone"),
              dir: "ltr",
              autoComplete: "off",
            },
          ]}
          words={words}
        />
      </details>
    </>
  );
}
