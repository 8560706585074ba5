import type { ReactNode } from "react";
import { SignOut } from "@/components/accounts/sign-out";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import type { Say } from "@/lib/platform/messages";
import en from "@/lib/platform/messages/en.json";
import { pathIn } from "@/lib/platform/messages/paths";

export type AdminFrameProps = {
  /** The open section and all that this person may open, in the order of their links. */
  section: string;
  sections: readonly string[];
  locale: string;
  say: Say;
  /** Who is signed in. */
  name: string;
  /** `done` of the query: what was just done, by its key below `admin.done`. */
  done?: unknown;
};

type Props = AdminFrameProps & {
  title: ReactNode;
  /** A line below the title. */
  lead?: ReactNode;
  /** What can be done on this page, beside its title. */
  actions?: ReactNode;
  /** The way back up, for a page of one thing. */
  back?: { href: string; label: string };
  children: ReactNode;
};

/** One page of the back office: the way to its sections, what was just done, its heading and what belongs to it. */
export function AdminFrame({
  section,
  sections,
  locale,
  say,
  name,
  done,
  title,
  lead,
  actions,
  back,
  children,
}: Props) {
  const path = pathIn(locale);
  const said = typeof done === "string" && Object.hasOwn(en.admin.done, done) ? done : undefined;
  const signOut = <SignOut locale={locale} who={say("admin.signed_in", { name })} label={say("account.sign_out")} />;
  return (
    <div className="grid w-full grow items-start lg:grid-cols-[13.5rem_minmax(0,1fr)] lg:items-stretch">
      <nav aria-label={say("admin.nav")} className="min-w-0 border-line bg-surface max-lg:border-b lg:border-e">
        <div className="lg:sticky lg:top-0 lg:flex lg:max-h-dvh lg:min-h-[calc(100dvh-2.75rem)] lg:flex-col lg:overflow-y-auto lg:py-4">
          <ul className="flex overflow-x-auto max-lg:px-2 lg:flex-col">
            {sections.map((each) => (
              <li key={each} className="shrink-0">
                <a
                  href={path(each === "overview" ? "/admin" : `/admin/${each}`)}
                  aria-current={each === section ? "page" : undefined}
                  className={classNames(
                    "flex min-h-11 items-center px-4 font-semibold max-lg:border-b-4 lg:border-s-4",
                    each === section ? "border-tile text-tile lg:bg-tile-soft" : "border-transparent hover:text-tile",
                  )}
                >
                  {say(`admin.sections.${each}`)}
                </a>
              </li>
            ))}
          </ul>
          <div className="mt-auto hidden px-4 pt-6 text-sm lg:block">{signOut}</div>
        </div>
      </nav>
      <div className="stack-6 mx-auto w-full min-w-0 max-w-[90rem] px-[clamp(1rem,3vw,2.5rem)] py-6">
        {said && (
          <Notice tone="good" live="status">
            {say(`admin.done.${said}`)}
          </Notice>
        )}
        <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <div className="stack-1 min-w-0">
            {back && (
              <p>
                <a
                  href={back.href}
                  className="inline-flex min-h-11 items-center text-sm font-semibold text-tile underline"
                >
                  {back.label}
                </a>
              </p>
            )}
            <h1 dir="auto" className="display text-2xl">
              {title}
            </h1>
            {lead && <div className="max-w-prose text-ink-soft">{lead}</div>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
        </header>
        {children}
        <div className="border-t border-line pt-3 text-sm lg:hidden">{signOut}</div>
      </div>
    </div>
  );
}
