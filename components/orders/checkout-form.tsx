"use client";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, SelectField, TextAreaField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/price";
import { TitledCard } from "@/components/ui/titled-card";
import { placeOrder } from "@/lib/orders/actions";
import type { ChangedData } from "@/lib/orders/views";
import { formatMoney } from "@/lib/platform/money";
import { ChangesNotice } from "./changes-notice";
import { type CheckoutBasket, HandoverChoice, openChoice } from "./handover-choice";

export type CheckoutWords = Record<
  | "errorTitle"
  | "contact"
  | "name"
  | "email"
  | "phone"
  | "phoneHint"
  | "handover"
  | "address"
  | "addressHint"
  | "line1"
  | "line2"
  | "optional"
  | "postcode"
  | "city"
  | "country"
  | "note"
  | "payment"
  | "paymentText"
  | "summary"
  | "place"
  | "placing"
  | "total"
  | "accept"
  | "mended"
  | "back"
  | "stays"
  | "noneReady",
  string
>;

export type CheckoutFormProps = {
  /** What the form is sent to; a shopper's own order unless it is another's. */
  action?: typeof placeOrder;
  /** Sent along without being asked for. */
  also?: Readonly<Record<string, string>>;
  locale: string;
  currency: string;
  words: CheckoutWords;
  cartHref: string;
  baskets: CheckoutBasket[];
  /** Sentences: what of the cart cannot be had as it is there. */
  mended: string[];
  /** What the lines are called, by variant id; sent along, so that a change can name what is gone by then. */
  names: Record<string, string>;
  hidden: { idempotencyKey: string; shown: string; shownFees: string; retailers: string[] };
  defaults: Record<string, string>;
  countries: { code: string; name: string }[];
  /** Fields of the address that the country it begins with has beside those of everywhere. */
  more: { name: string; label: string }[];
};

/** Contact, address, handover and the button. Works as it is; with script the total follows the choices. */
export function CheckoutForm({ action: sentTo = placeOrder, also, ...props }: CheckoutFormProps) {
  const { locale, currency, words, cartHref, baskets, mended, names, hidden, defaults, countries, more } = props;
  const [state, action, pending] = useActionState(sentTo, null);
  const given = state?.values ?? {};
  const value = (name: string) => given[name] ?? defaults[name] ?? "";
  const [wishes, setWishes] = useState<Record<string, string | undefined>>(() =>
    Object.fromEntries(baskets.map(({ handle }) => [handle, given[`choices.${handle}`]])),
  );
  const chosen = baskets.map((basket) => ({ ...basket, choice: openChoice(basket, wishes[basket.handle]) }));
  const ready = chosen.filter(({ choice }) => choice !== null);
  const error = (name: string) => state?.errors.find((each) => each.field === name)?.message;
  const optionOf = ({ options, choice }: (typeof chosen)[number]) => options.find(({ value }) => value === choice);
  const total = ready.reduce((sum, basket) => sum + basket.subtotal + (optionOf(basket)?.shipping ?? 0), 0);
  const needsAddress = baskets.some(({ options }) =>
    options.some(({ value, missing }) => value === "delivery" && missing === null),
  );
  const changed = state?.code === "changed" ? (state.data as ChangedData) : null;
  const accept = changed?.accept;
  // The page behind the change, and with it the total that follows the choices, may come a moment later.
  const acceptedTotal = accept && accept.shown !== hidden.shown ? accept.expectedTotal : total;
  const sentences = [...(changed?.changes ?? []), ...(state?.errors ?? [])].map(({ message }) => message);
  const text = (name: string, label: string, rest: Partial<Parameters<typeof Field>[0]> = {}) => (
    <Field
      key={`${name} ${value(name)}`}
      name={name}
      label={label}
      error={error(name)}
      defaultValue={value(name)}
      {...rest}
      {...(also && { autoComplete: "off" })}
    />
  );
  const labels: Record<string, string> = {
    "contact.name": words.name,
    "contact.email": words.email,
    "contact.phone": words.phone,
    "address.line1": words.line1,
    "address.postcode": words.postcode,
    "address.line2": words.line2,
    "address.city": words.city,
    "address.country": words.country,
    ...Object.fromEntries(more.map(({ name, label }) => [name, label])),
    note: words.note,
  };
  const items = state?.errors.length
    ? state.errors.map(({ field, message }) => ({
        field: labels[field] ? field : null,
        message: labels[field] ? `${labels[field]}: ${message}` : message,
      }))
    : [{ field: null, message: state?.message ?? "" }];
  return (
    <Form action={action} noValidate className="grid items-start gap-6 lg:grid-cols-[1fr_24rem]">
      <input type="hidden" name="locale" value={locale} />
      {Object.entries(also ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="idempotencyKey" value={hidden.idempotencyKey} />
      <input type="hidden" name="shown" value={accept?.shown ?? hidden.shown} />
      <input type="hidden" name="shownFees" value={accept?.shownFees ?? hidden.shownFees} />
      {hidden.retailers.map((handle) => (
        <input key={handle} type="hidden" name="retailers" value={handle} />
      ))}
      {Object.entries(names).map(([id, name]) => (
        <input key={id} type="hidden" name={`names.${id}`} value={name} />
      ))}
      <div className="stack-6">
        {state && !changed && <ErrorSummary title={words.errorTitle} items={items} news={state} />}
        {state && changed && (
          <ChangesNotice title={state.message} sentences={sentences} news={state}>
            {accept ? (
              <Button type="submit" className="mt-4" disabled={pending}>
                {words.accept.replace("{total}", formatMoney(acceptedTotal, currency, locale))}
              </Button>
            ) : (
              <Link
                href={cartHref}
                className="inline-flex min-h-11 items-center text-tile underline underline-offset-4"
              >
                {words.back}
              </Link>
            )}
          </ChangesNotice>
        )}
        {!changed && mended.length > 0 && <ChangesNotice title={words.mended} sentences={mended} />}
        <TitledCard title={words.contact}>
          <div className="mt-4 grid gap-5 sm:grid-cols-2">
            {text("contact.name", words.name, { autoComplete: "name", required: true, dir: "auto" })}
            {text("contact.email", words.email, { type: "email", autoComplete: "email", required: true, dir: "ltr" })}
            {text("contact.phone", words.phone, {
              type: "tel",
              autoComplete: "tel",
              required: true,
              dir: "ltr",
              hint: words.phoneHint,
            })}
          </div>
        </TitledCard>
        <TitledCard title={words.handover}>
          <div className="mt-4 stack-5">
            {error("fulfilment") && <p className="text-sm font-semibold text-bad">{error("fulfilment")}</p>}
            {chosen.map((basket) => (
              <HandoverChoice
                key={basket.handle}
                basket={basket}
                chosen={basket.choice}
                choose={(handover) => setWishes((all) => ({ ...all, [basket.handle]: handover }))}
                stays={words.stays}
              />
            ))}
          </div>
        </TitledCard>
        {needsAddress && (
          <TitledCard title={words.address}>
            <p className="text-sm text-ink-soft">{words.addressHint}</p>
            <div className="mt-4 grid gap-5 sm:grid-cols-2">
              {text("address.line1", words.line1, { autoComplete: "address-line1", dir: "auto" })}
              {text("address.line2", words.line2, {
                autoComplete: "address-line2",
                dir: "auto",
                optional: words.optional,
              })}
              {text("address.postcode", words.postcode, { autoComplete: "postal-code", dir: "ltr" })}
              {text("address.city", words.city, { autoComplete: "address-level2", dir: "auto" })}
              {more.map(({ name, label }) => text(name, label, { dir: "auto", optional: words.optional }))}
              <SelectField
                key={value("address.country")}
                name="address.country"
                label={words.country}
                autoComplete={also ? "off" : "country"}
                defaultValue={value("address.country")}
                error={error("address.country")}
              >
                {countries.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </SelectField>
            </div>
          </TitledCard>
        )}
        <Card aria-label={words.note}>
          <TextAreaField
            key={value("note")}
            name="note"
            label={words.note}
            optional={words.optional}
            rows={3}
            maxLength={1000}
            defaultValue={value("note")}
            error={error("note")}
          />
        </Card>
      </div>
      <TitledCard title={words.summary} className="stack-5 lg:sticky lg:top-4">
        {ready.map((basket) => (
          <div key={basket.handle}>
            {basket.summary}
            <p className="mt-1 text-sm text-ink-soft">{optionOf(basket)?.label}</p>
          </div>
        ))}
        <p className="flex justify-between gap-4 border-t border-line pt-3 text-lg font-bold" aria-live="polite">
          {words.total} <Money text={formatMoney(total, currency, locale)} />
        </p>
        <div>
          <h3 className="font-semibold">{words.payment}</h3>
          <p className="text-sm text-ink-soft">{words.paymentText}</p>
        </div>
        {ready.length === 0 && <p className="font-semibold">{words.noneReady}</p>}
        {ready.length > 0 && !accept && (
          <Button type="submit" wide disabled={pending}>
            {pending ? words.placing : words.place}
          </Button>
        )}
      </TitledCard>
    </Form>
  );
}
