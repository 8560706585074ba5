import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { saveAddress } from "@/lib/accounts/addresses/actions";
import { listAddresses } from "@/lib/accounts/addresses/operations";
import { translator } from "@/lib/platform/messages";
import { profilePage } from "../../profile-page";
import { AddressPage } from "../address-page";

export const instant = false;

type Props = PageProps<"/[locale]/profile/addresses/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("profile.addresses.edit") };
}

export default async function EditAddressPage(props: Props) {
  const [{ id }, given] = await Promise.all([props.params, profilePage(props)]);
  const { say, path, context } = given;
  const { items } = await listAddresses.call(context, { pageSize: 100 });
  const address = items.find((each) => String(each.id) === id);
  if (!address) notFound();
  return (
    <AddressPage
      given={given}
      title={say("profile.addresses.edit")}
      door={{
        id: `address-${id}`,
        action: saveAddress,
        method: "PUT",
        api: `/api/profile/addresses/${id}`,
        next: path("/profile/addresses?done=address_saved"),
      }}
      address={address}
    />
  );
}
