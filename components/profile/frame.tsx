import type { ReactNode } from "react";
import { SignOut } from "@/components/accounts/sign-out";
import { classNames } from "@/components/ui/class-names";
import { Chevron } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Told } from "@/components/ui/told";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { doneOf, type ProfileView, profileViews } from "./views";

type Props = {
  view: ProfileView;
  locale: string;
  say: Say;
  /** Who is signed in. */
  name: string;
  title: ReactNode;
  below?: ReactNode;
  /** The way back up, for a view of one thing. */
  back?: { href: string; label: string };
  /** `done` of the query. */
  done?: unknown;
  /** Whether the back office opens to this person. */
  backOffice: boolean;
  children: ReactNode;
};

/**
 * One view of the profile: the way to the others, what was just done, its heading and what belongs to it. The script
 * takes the whole of it from one page and puts it into another, so nothing in it may need React in the browser.
 */
export function ProfileFrame({ view, locale, say, name, title, below, back, done, backOffice, children }: Props) {
  const path = pathIn(locale);
  const said = doneOf(done);
  return (
    <div
      data-profile-view={view}
      className="page grid items-start gap-x-12 gap-y-6 pb-8 max-lg:pt-2 lg:pt-8 lg:grid-cols-[14rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]"
    >
      <nav aria-label={say("profile.nav")} className="min-w-0">
        <ul className="flex gap-1 overflow-x-auto scriptless:flex-wrap border-b border-line max-lg:-mx-[clamp(1rem,4vw,2.5rem)] max-lg:px-[clamp(1rem,4vw,2.5rem)] lg:flex-col lg:overflow-visible lg:border-b-0">
          {profileViews.map((each) => (
            <li key={each} className="shrink-0">
              <a
                href={path(`/profile/${each}`)}
                aria-current={each === view ? "page" : undefined}
                className={classNames(
                  "focus-inside flex min-h-11 items-center px-3 font-semibold max-lg:border-b-4 lg:border-s-4",
                  each === view ? "border-tile text-tile lg:bg-tile-soft" : "border-transparent hover:text-tile",
                )}
              >
                {say(`profile.views.${each}`)}
              </a>
            </li>
          ))}
          {backOffice && (
            <li className="shrink-0 lg:mt-3 lg:border-t lg:border-line lg:pt-3">
              <a
                href={path("/admin")}
                className="focus-inside flex min-h-11 items-center border-transparent px-3 font-semibold hover:text-tile max-lg:border-b-4 lg:border-s-4"
              >
                {say("admin.name")}
              </a>
            </li>
          )}
        </ul>
      </nav>
      <div className="stack-6 min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        {said && (
          <div data-profile-done>
            <Notice tone="good" live="status">
              {say(`profile.done.${said}`)}
            </Notice>
          </div>
        )}
        <PageHeading
          below={below}
          over={
            back && (
              <a href={back.href} className="-my-1 inline-flex min-h-11 items-center gap-1 hover:underline">
                <Chevron className="size-4 rotate-180 mirror" />
                <bdi>{back.label}</bdi>
              </a>
            )
          }
        >
          {title}
        </PageHeading>
        {children}
      </div>
      <div className="min-w-0 max-lg:border-t max-lg:border-line max-lg:pt-3 lg:ps-4 lg:pe-3">
        <SignOut
          locale={locale}
          who={<Told words={(place) => say("account.signed_in_as", { name: place })}>{name}</Told>}
          label={say("account.sign_out")}
        />
      </div>
    </div>
  );
}
