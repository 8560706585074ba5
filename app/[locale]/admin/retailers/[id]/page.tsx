import type { Metadata } from "next";
import { translator } from "@/lib/platform/messages";
import { settingsPage } from "../../shop/settings";

export const instant = false;

type Props = PageProps<"/[locale]/admin/retailers/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.retailers") };
}

const Page = (props: Props) => settingsPage(props, "retailers");
export default Page;
