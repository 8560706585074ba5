import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/frame";
import { Badge } from "@/components/ui/badge";
import { translator } from "@/lib/platform/messages";
import { readKeptRetailer } from "@/lib/retailers/keeping/operations/read";
import { adminPage } from "../admin-page";
import { settingsPage } from "./settings";
import { statusTones } from "./standing";

export const instant = false;

type Props = PageProps<"/[locale]/admin/shop">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.shop") };
}

/** The shops that somebody works for; of one alone, its own page. */
export default async function ShopsPage(props: Props) {
  const { say, path, context, actor, frame } = await adminPage(props, "shop");
  const [only, ...more] = actor.shops;
  if (only !== undefined && !more.length) return settingsPage({ ...props, id: only }, "shop");
  const shops = await Promise.all(actor.shops.map((id) => readKeptRetailer.call(context, { id })));
  return (
    <AdminFrame {...frame} title={say("admin.shop.title")} lead={say("admin.shop.lead")}>
      <ul className="max-w-2xl divide-y divide-line border-y border-line">
        {shops.map(({ id, name, status }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <a
              href={path(`/admin/shop/${id}`)}
              className="inline-flex min-h-11 items-center font-semibold text-tile underline"
            >
              <bdi>{name}</bdi>
            </a>
            <Badge tone={statusTones[status]}>{say(`admin.retailers.status.${status}`)}</Badge>
          </li>
        ))}
      </ul>
    </AdminFrame>
  );
}
