import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/frame";
import { translator } from "@/lib/platform/messages";
import { adminPage } from "./admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.overview") };
}

export default async function OverviewPage(props: Props) {
  const { say, frame } = await adminPage(props, "overview");
  return (
    <AdminFrame {...frame} title={say("admin.sections.overview")}>
      {null}
    </AdminFrame>
  );
}
