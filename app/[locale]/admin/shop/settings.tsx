import { AdminForm } from "@/components/admin/admin-form";
import { AdminFrame } from "@/components/admin/frame";
import { DaysForm } from "@/components/admin/retailers/days-form";
import { DeliveryForm } from "@/components/admin/retailers/delivery-form";
import { HoursForm } from "@/components/admin/retailers/hours-form";
import { PlaceForm } from "@/components/admin/retailers/place-form";
import { ProfileForm } from "@/components/admin/retailers/profile-form";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { env } from "@/lib/platform/env";
import type { Say } from "@/lib/platform/messages";
import { timeZones } from "@/lib/retailers/input";
import { settingsNames } from "@/lib/retailers/keeping/input";
import { readKeptRetailer } from "@/lib/retailers/keeping/operations/read";
import { keepsAll } from "@/lib/retailers/keeping/operations/rights";
import { dayDrafts, valuesOfDays, valuesOfWeek, weekDraft } from "@/lib/retailers/keeping/rules/rows";
import { typedSettings } from "@/lib/retailers/keeping/typed";
import type { KeptRetailerView } from "@/lib/retailers/keeping/views";
import { dropMember } from "@/lib/retailers/members/actions";
import { listMembers } from "@/lib/retailers/members/operations";
import { seenStatuses } from "@/lib/retailers/rules";
import { admin, operator, supervisor } from "@/lib/web/actor";
import { countries } from "../../countries";
import { partNames } from "../../part-names";
import { adminPage } from "../admin-page";
import { Facts } from "./facts";
import { ShopBanner } from "./shop-banner";
import { Standing, statusTones } from "./standing";
import { daysWords, deliveryWords, editWords, hoursWords, placeWords, profileWords } from "./words";

const pages = ["profile", "place", "hours", "days", "delivery", "people"] as const;
type Page = (typeof pages)[number];

type Props = {
  /** Of a page whose address does not name the shop. */
  id?: number;
  params: Promise<{ locale: string; id?: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Begun = Awaited<ReturnType<typeof adminPage>>;

function Tabs({ home, page, say }: { home: string; page: Page; say: Say }) {
  return (
    <nav aria-label={say("admin.shop.nav")} className="border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {pages.map((each) => (
          <li key={each}>
            <a
              href={each === "profile" ? home : `${home}/${each}`}
              aria-current={each === page ? "page" : undefined}
              className={classNames(
                "flex min-h-11 items-center border-b-4 px-3 font-semibold",
                each === page ? "border-tile text-tile" : "border-transparent hover:text-tile",
              )}
            >
              {say(`admin.shop.${each}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Editor({ shop, page, here, ...begun }: { shop: KeptRetailerView; page: Page; here: string } & Begun) {
  const { locale, say } = begun;
  const at = { locale, currency: env.CHARSU_CURRENCY };
  const settings = Object.fromEntries(settingsNames.map((name) => [name, shop[name]]));
  const editing = (initial: Record<string, string>, base: unknown, part?: string) => ({
    locale,
    next: here,
    hidden: { id: String(shop.id), base: JSON.stringify(base), ...(part && { part }) },
    initial,
    words: editWords(say),
  });
  switch (page) {
    case "place": {
      const known = countries(locale);
      const typed = Object.entries(typedSettings(shop, "place", at)).map(([name, text]) => [`shop.${name}`, text]);
      const words = partNames(
        known.map(({ code }) => code),
        say,
      );
      return (
        <PlaceForm
          {...editing(Object.fromEntries(typed), settings, "place")}
          fields={placeWords(say)}
          countries={known}
          parts={words}
          zones={timeZones}
        />
      );
    }
    case "delivery":
      return (
        <DeliveryForm
          {...editing(typedSettings(shop, "delivery", at), settings, "delivery")}
          fields={deliveryWords(say, at.currency)}
        />
      );
    case "hours":
      return <HoursForm {...editing(valuesOfWeek(weekDraft(shop.hours)), shop.hours)} fields={hoursWords(say)} />;
    case "days":
      return (
        <DaysForm
          {...editing(valuesOfDays(dayDrafts(shop.specialDays)), shop.specialDays)}
          fields={daysWords(say)}
          today={shop.today}
        />
      );
    default:
      return (
        <div className="stack-6">
          <ShopBanner shop={shop} here={here} {...begun} />
          <ProfileForm
            {...editing(typedSettings(shop, "profile", at), settings, "profile")}
            fields={profileWords(say)}
          />
        </div>
      );
  }
}

async function People({ shop, begun, here }: { shop: KeptRetailerView; begun: Begun; here: string }) {
  const { context, actor, say, path, locale, words } = begun;
  const listed = await listMembers.safe(context, { retailer: shop.handle });
  const members = listed.ok ? listed.data : [];
  const opensPeople = [admin, operator, supervisor].some((guard) => guard.holds(actor));
  const lets = keepsAll(actor) || actor.owns.includes(shop.id);
  if (!members.length) return <p className="text-ink-soft">{say("admin.retailers.no_people")}</p>;
  return (
    <ul className="max-w-2xl divide-y divide-line border-y border-line">
      {members.map(({ id, name, role }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
          <span className="flex min-w-0 flex-wrap items-center gap-3">
            {opensPeople ? (
              <a href={path(`/admin/people/${id}`)} className="inline-flex min-h-11 items-center text-tile underline">
                <bdi>{name}</bdi>
              </a>
            ) : (
              <bdi className="inline-flex min-h-11 items-center">{name}</bdi>
            )}
            <Badge>{say(`admin.retailers.${role}`)}</Badge>
          </span>
          {lets && (role === "staff" || keepsAll(actor)) && (
            <AdminForm
              action={dropMember}
              locale={locale}
              next={`${here}?done=member_removed`}
              hidden={{ id: String(id), retailer: shop.handle }}
              look="quiet"
              words={words(say("admin.remove"), name)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** One page of one shop: its owners change it, staff of the market as far as they keep shops, everybody else reads. */
export async function settingsPage(props: Props, section: "shop" | "retailers", asked = "profile") {
  const page = pages.find((each) => each === asked) ?? "profile";
  const begun = await adminPage(props, section);
  const { say, path, context, actor, words, frame, locale } = begun;
  const id = props.id ?? Number((await props.params).id);
  const shop = await readKeptRetailer.call(context, { id });
  const home = path(`/admin/${section}/${shop.id}`);
  const here = page === "profile" ? home : `${home}/${page}`;
  const own = section === "shop";
  const changes = actor.owns.includes(shop.id) || (!own && keepsAll(actor));
  const seen = seenStatuses.some((status) => status === shop.status);
  const lead = { hours: say("admin.shop.hours_lead", { zone: shop.timezone }), days: say("admin.shop.days_lead") };
  const reads = !changes && own;
  // What is rarely wanted of a shop that is open comes last, and what has to be done first.
  const open = shop.status === "active";
  const standing = (
    <Standing shop={shop} by={!changes ? null : own ? "owner" : "staff"} {...{ here, locale, say, words }} />
  );
  return (
    <AdminFrame
      {...frame}
      title={shop.name}
      {...((!own || actor.shops.length > 1) && {
        back: { href: path(`/admin/${section}`), label: say(own ? "admin.shop.title" : "admin.sections.retailers") },
      })}
      lead={<Badge tone={statusTones[shop.status]}>{say(`admin.retailers.status.${shop.status}`)}</Badge>}
      actions={
        seen && (
          <a href={path(`/retailers/${shop.handle}`)} className={buttonClass({ look: "secondary" })}>
            {say("admin.shop.visit")}
          </a>
        )
      }
    >
      <Tabs home={home} page={page} say={say} />
      {reads && <p className="text-ink-soft">{say("admin.shop.reads")}</p>}
      {page === "profile" && !open && standing}
      {(page === "hours" || page === "days") && <p className="max-w-prose text-ink-soft">{lead[page]}</p>}
      {page === "people" ? (
        <People shop={shop} begun={begun} here={here} />
      ) : changes ? (
        <Editor {...begun} {...{ shop, page, here }} />
      ) : (
        <Facts {...{ shop, locale, say }} part={page} currency={env.CHARSU_CURRENCY} />
      )}
      {page === "profile" && open && standing}
    </AdminFrame>
  );
}
