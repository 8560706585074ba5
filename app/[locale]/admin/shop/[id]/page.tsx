import type { Metadata } from "next";
import { translator } from "@/lib/platform/messages";
import { settingsPage } from "../settings";

export const instant = false;

type Props = PageProps<"/[locale]/admin/shop/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.shop") };
}

const Page = (props: Props) => settingsPage(props, "shop");
export default Page;
