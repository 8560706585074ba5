import { AddressForm } from "@/components/profile/address-form";
import type { FormDoor } from "@/components/profile/form-shell";
import { ProfileFrame } from "@/components/profile/frame";
import type { PostalGiven } from "@/components/profile/postal-specs";
import { addressFields, isCountry } from "@/lib/accounts/addresses/rules";
import type { AddressView } from "@/lib/accounts/addresses/views";
import type { Say } from "@/lib/platform/messages";
import { countries } from "../../countries";
import type { profilePage } from "../profile-page";

type Given = Awaited<ReturnType<typeof profilePage>>;

/** What the fields of an address are called, by the words that any country has for them. */
function addressLabels(locale: string, say: Say): Record<string, string> {
  const used = countries(locale).flatMap(({ code }) => addressFields(code).map(({ word }) => word));
  return Object.fromEntries([...new Set(used)].map((word) => [word, say(`addresses.words.${word}`)]));
}

/**
 * An address as a form asks for it. `country` of the query asks for the fields of another country than its own.
 * @param prefix before the names of inputs
 */
export function postalGiven(
  { locale, say, query }: Given,
  address: { [field: string]: unknown; country: string },
  prefix = "",
): PostalGiven {
  const asked = String(query.country ?? "");
  const country = isCountry(asked) ? asked : address.country;
  const values = Object.entries({ ...address, country }).filter((entry): entry is [string, string] => {
    return typeof entry[1] === "string";
  });
  return {
    words: {
      country: say("checkout.country"),
      change: say("profile.addresses.change_country"),
      optional: say("checkout.optional"),
      postcodeHint: say("profile.addresses.postcode_hint", { example: "{example}" }),
    },
    labels: addressLabels(locale, say),
    countries: countries(locale),
    values: Object.fromEntries(values.map(([name, text]) => [prefix + name, text])),
    prefix,
  };
}

type Props = {
  given: Given;
  title: string;
  door: FormDoor;
  address: Partial<AddressView> & { country: string };
};

/** The page of one address, new or known. */
export function AddressPage({ given, title, door, address }: Props) {
  const { locale, say, path, frame } = given;
  const { id, isDefault = false, lines: _, ...rest } = address;
  return (
    <ProfileFrame
      {...frame}
      view="addresses"
      title={title}
      back={{ href: path("/profile/addresses"), label: say("profile.addresses.back") }}
    >
      <AddressForm
        door={door}
        locale={locale}
        postal={postalGiven(given, rest)}
        isDefault={isDefault}
        hidden={id === undefined ? {} : { id: String(id) }}
        words={{
          problem: say("errors.invalid"),
          button: say("profile.addresses.save"),
          pending: say("profile.saving"),
          optional: say("checkout.optional"),
          isDefault: say("profile.addresses.is_default"),
          name: say("checkout.name"),
          phone: say("checkout.phone"),
          phoneHint: say("checkout.phone_hint"),
        }}
      />
    </ProfileFrame>
  );
}
