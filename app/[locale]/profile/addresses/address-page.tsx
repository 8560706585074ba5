import { AddressForm } from "@/components/profile/address-form";
import type { FormDoor } from "@/components/profile/form-shell";
import { ProfileFrame } from "@/components/profile/frame";
import { addressFields, isCountry } from "@/lib/accounts/addresses/rules";
import type { AddressView } from "@/lib/accounts/addresses/views";
import type { Say } from "@/lib/platform/messages";
import { countries } from "../../countries";
import type { profilePage } from "../profile-page";

/** What the fields of an address are called, by the words that any country has for them. */
export function addressLabels(locale: string, say: Say): Record<string, string> {
  const used = countries(locale).flatMap(({ code }) => addressFields(code).map(({ word }) => word));
  return Object.fromEntries([...new Set(used)].map((word) => [word, say(`addresses.words.${word}`)]));
}

type Props = {
  given: Awaited<ReturnType<typeof profilePage>>;
  title: string;
  door: FormDoor;
  address: Partial<AddressView> & { country: string };
};

/** The page of one address, new or known. `country` of the query asks for the fields of another one. */
export function AddressPage({ given, title, door, address }: Props) {
  const { locale, say, path, query, frame } = given;
  const asked = String(query.country ?? "");
  const { id, isDefault = false, lines: _, ...rest } = address;
  return (
    <ProfileFrame
      {...frame}
      view="addresses"
      title={title}
      below={
        <a
          href={path("/profile/addresses")}
          className="inline-flex min-h-11 items-center text-tile underline underline-offset-4"
        >
          {say("profile.addresses.back")}
        </a>
      }
    >
      <AddressForm
        door={door}
        locale={locale}
        countries={countries(locale)}
        labels={addressLabels(locale, say)}
        values={{ ...rest, country: isCountry(asked) ? asked : rest.country }}
        isDefault={isDefault}
        hidden={id === undefined ? {} : { id: String(id) }}
        words={{
          problem: say("errors.invalid"),
          button: say("profile.addresses.save"),
          pending: say("profile.saving"),
          country: say("checkout.country"),
          change: say("profile.addresses.change_country"),
          optional: say("checkout.optional"),
          isDefault: say("profile.addresses.is_default"),
          name: say("checkout.name"),
          phone: say("checkout.phone"),
          phoneHint: say("checkout.phone_hint"),
          postcodeHint: say("profile.addresses.postcode_hint", { example: "{example}" }),
        }}
      />
    </ProfileFrame>
  );
}
