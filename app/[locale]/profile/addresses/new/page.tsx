import type { Metadata } from "next";
import { saveNewAddress } from "@/lib/accounts/addresses/actions";
import { listAddresses } from "@/lib/accounts/addresses/operations";
import { homeCountry } from "@/lib/accounts/identifier";
import { translator } from "@/lib/platform/messages";
import { profilePage } from "../../profile-page";
import { AddressPage } from "../address-page";

export const instant = false;

type Props = PageProps<"/[locale]/profile/addresses/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("profile.addresses.add") };
}

export default async function NewAddressPage(props: Props) {
  const given = await profilePage(props);
  const { say, path, context, frame } = given;
  const { items } = await listAddresses.call(context, { pageSize: 1 });
  return (
    <AddressPage
      given={given}
      title={say("profile.addresses.add")}
      door={{
        id: "address",
        action: saveNewAddress,
        method: "POST",
        api: "/api/profile/addresses",
        next: path("/profile/addresses?done=address_saved"),
      }}
      address={{ name: frame.name, country: items[0]?.country ?? homeCountry(), isDefault: items.length === 0 }}
    />
  );
}
