"use client";
import { type ReactNode, useActionState, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Field, FieldGroup, SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TitledCard } from "@/components/ui/titled-card";
import { addressFields } from "@/lib/accounts/addresses/rules";
import { applyWithShop } from "@/lib/auth/actions";
import { errorIn, HiddenFields, Refusal } from "./form-parts";
import { PersonFields, type PersonWords, personLabels } from "./person-fields";
import { type PlaceWords, PositionFields, ZoneField } from "./place-fields";

type Words = PersonWords &
  PlaceWords & {
    title: string;
    you: string;
    shop: string;
    shopName: string;
    trade: string;
    tradeHint: string;
    contact: string;
    contactHint: string;
    shopEmail: string;
    shopPhone: string;
    place: string;
    country: string;
    button: string;
    pending: string;
  };

type Props = {
  words: Words;
  hidden: Record<string, string>;
  /** Whose application it is, where somebody is signed in already: instead of the fields about the person. */
  applicant: ReactNode;
  countries: { code: string; name: string }[];
  /** ISO 3166 code that the form begins with. */
  country: string;
  /** What the parts of an address are called, by the words of `addressFields`. */
  parts: Record<string, string>;
  trades: string[];
  zones: string[];
};

/** Everything that a retailer applies with, on one page. */
export function ShopForm({ words, hidden, applicant, countries, country: first, parts, trades, zones }: Props) {
  const [state, action, pending] = useActionState(applyWithShop, null);
  const trade = useId();
  const value = (name: string) => state?.values[name] ?? "";
  const [country, setCountry] = useState(value("shop.country") || first);
  const rules = addressFields(country);
  const postcode = rules.find((each) => each.field === "postcode");
  const asked = (required = false) => (required ? { required } : { optional: words.optional });
  const part = (field: string) => parts[rules.find((each) => each.field === field)?.word ?? field] ?? "";
  const labels: Record<string, string> = {
    ...(applicant ? {} : personLabels(words)),
    "shop.name": words.shopName,
    "shop.trade": words.trade,
    "shop.email": words.shopEmail,
    "shop.phone": words.shopPhone,
    "shop.country": words.country,
    "shop.addressLine": part("line1"),
    "shop.postcode": part("postcode"),
    "shop.city": part("city"),
    "shop.latitude": words.latitude,
    "shop.longitude": words.longitude,
    "shop.timezone": words.timezone,
  };
  const field = (name: string, rest: Partial<Parameters<typeof Field>[0]> = {}) => (
    <Field
      key={`${name} ${value(name)}`}
      name={name}
      label={labels[name]}
      error={errorIn(state, name)}
      defaultValue={value(name)}
      autoComplete="off"
      dir="auto"
      {...rest}
    />
  );
  return (
    <Form action={action} className="stack-6" noValidate>
      <Refusal title={words.title} state={state} labels={labels} />
      <HiddenFields values={hidden} />
      <TitledCard title={words.you} className="stack-5">
        {applicant ?? <PersonFields words={words} state={state} />}
      </TitledCard>
      <TitledCard title={words.shop} className="stack-5">
        {field("shop.name", { autoComplete: "organization", required: true })}
        {field("shop.trade", { hint: words.tradeHint, list: trade, required: true })}
        <datalist id={trade}>
          {trades.map((trade) => (
            <option key={trade} value={trade} />
          ))}
        </datalist>
        <FieldGroup legend={words.contact} hint={words.contactHint}>
          <div className="grid grid-cols-1 items-end gap-5 sm:grid-cols-2">
            {field("shop.email", { type: "email", dir: "ltr", optional: words.optional })}
            {field("shop.phone", { type: "tel", dir: "ltr", optional: words.optional })}
          </div>
        </FieldGroup>
      </TitledCard>
      <TitledCard title={words.place} className="stack-5">
        <SelectField
          key={value("shop.country")}
          name="shop.country"
          label={words.country}
          error={errorIn(state, "shop.country")}
          defaultValue={country}
          onChange={(event) => setCountry(event.target.value)}
          autoComplete="country"
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        {field("shop.addressLine", { autoComplete: "address-line1", required: true })}
        <div className={classNames("grid grid-cols-1 items-end gap-5", postcode && "sm:grid-cols-[1fr_2fr]")}>
          {/* Without script the country may become one with postcodes, and the field must be there. */}
          <div className={postcode ? undefined : "hidden scriptless:block"}>
            {field("shop.postcode", { autoComplete: "postal-code", dir: "ltr", ...asked(postcode?.required) })}
          </div>
          {field("shop.city", { autoComplete: "address-level2", required: true })}
        </div>
        <PositionFields words={words} state={state} />
        <ZoneField words={words} state={state} zones={zones} />
      </TitledCard>
      <Button type="submit" wide disabled={pending}>
        {pending ? words.pending : words.button}
      </Button>
    </Form>
  );
}
