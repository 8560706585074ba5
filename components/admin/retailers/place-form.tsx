"use client";
import { useState } from "react";
import { errorIn } from "@/components/accounts/form-parts";
import { type PlaceWords, PositionFields, ZoneField } from "@/components/accounts/place-fields";
import { classNames } from "@/components/ui/class-names";
import { Field, FieldGroup, SelectField } from "@/components/ui/field";
import { addressFields } from "@/lib/accounts/addresses/rules";
import { saveSettings } from "@/lib/retailers/keeping/actions";
import { type Editing, EditShell, useEditing } from "./edit-shell";

type Props = Editing & {
  fields: PlaceWords & Record<"contact" | "contactHint" | "email" | "phone" | "country" | "where" | "map", string>;
  countries: { code: string; name: string }[];
  /** What the parts of an address are called, by the words of `addressFields`. */
  parts: Record<string, string>;
  zones: string[];
};

/** How a shop is reached and where it stands. Its fields are called as in an application. */
export function PlaceForm({ fields: w, countries, parts, zones, ...editing }: Props) {
  const { state, act, pending } = useEditing(saveSettings, editing);
  const value = (name: string) => state.values[`shop.${name}`] ?? "";
  const [chosen, setCountry] = useState<string | null>(null);
  const country = chosen ?? value("country");
  const rules = addressFields(country);
  const postcode = rules.find(({ field }) => field === "postcode");
  const part = (field: string) => parts[rules.find((each) => each.field === field)?.word ?? field] ?? "";
  const labels: Record<string, string> = {
    email: w.email,
    phone: w.phone,
    country: w.country,
    addressLine: part("line1"),
    postcode: part("postcode"),
    city: part("city"),
    latitude: w.latitude,
    longitude: w.longitude,
    timezone: w.timezone,
  };
  const field = (name: string, rest: Partial<Parameters<typeof Field>[0]> = {}) => (
    <Field
      key={`${name} ${value(name)}`}
      name={`shop.${name}`}
      label={labels[name]}
      error={errorIn(state, `shop.${name}`)}
      defaultValue={value(name)}
      autoComplete="off"
      dir="auto"
      {...rest}
    />
  );
  const [north, east] = [value("latitude"), value("longitude")];
  return (
    <EditShell
      {...editing}
      {...{ state, act, pending }}
      labels={Object.fromEntries(Object.entries(labels).map(([name, label]) => [`shop.${name}`, label]))}
      called={labels}
    >
      <FieldGroup legend={w.contact} hint={w.contactHint}>
        <div className="grid items-end gap-5 sm:grid-cols-2">
          {field("email", { type: "email", dir: "ltr" })}
          {field("phone", { type: "tel", dir: "ltr" })}
        </div>
      </FieldGroup>
      <h2 className="text-lg font-semibold">{w.where}</h2>
      <SelectField
        key={`country ${value("country")}`}
        name="shop.country"
        label={labels.country}
        error={errorIn(state, "shop.country")}
        defaultValue={country}
        onChange={(event) => setCountry(event.target.value)}
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      {field("addressLine", { required: true })}
      <div className={classNames("grid gap-5", postcode && "sm:grid-cols-[1fr_2fr]")}>
        {/* Without script the country may become one with postcodes, and the field must be there. */}
        <div className={postcode ? undefined : "hidden scriptless:block"}>{field("postcode", { dir: "ltr" })}</div>
        {field("city", { required: true })}
      </div>
      <div>
        <PositionFields words={w} state={state} />
        {north && east && (
          <p className="mt-2 text-sm">
            <a
              href={`https://www.openstreetmap.org/?mlat=${encodeURIComponent(north)}&mlon=${encodeURIComponent(east)}#map=17/${encodeURIComponent(north)}/${encodeURIComponent(east)}`}
              target="_blank"
              rel="noreferrer noopener"
              className="inline-flex min-h-11 items-center text-tile underline underline-offset-4"
            >
              {w.map}
            </a>
          </p>
        )}
      </div>
      <ZoneField words={w} state={state} zones={zones} />
    </EditShell>
  );
}
