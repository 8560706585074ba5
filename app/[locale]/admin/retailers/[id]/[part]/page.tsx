import type { Metadata } from "next";
import { translator } from "@/lib/platform/messages";
import { settingsPage } from "../../../shop/settings";

export const instant = false;

type Props = PageProps<"/[locale]/admin/retailers/[id]/[part]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.retailers") };
}

const Page = async (props: Props) => settingsPage(props, "retailers", (await props.params).part);
export default Page;
