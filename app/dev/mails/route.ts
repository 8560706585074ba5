import type { NextRequest } from "next/server";
import { specimens } from "@/lib/notifications/gallery";
import { env } from "@/lib/platform/env";
import { direction, everyLocale, translator } from "@/lib/platform/messages";
import { html, htmlPage } from "@/lib/web/html";
import manifest from "@/package.json";

const schemes = ["light", "dark"] as const;

/** What the mail asks the system for, answered here: one look at a time, whatever the browser prefers. */
const lit = (mail: string, scheme: string) =>
  mail.replaceAll("(prefers-color-scheme: dark)", scheme === "dark" ? "all" : "not all");

const oneOf = <T extends string>(list: readonly T[], wanted: string | null): T =>
  list.find((each) => each === wanted) ?? list[0]!;

export async function GET(request: NextRequest): Promise<Response> {
  const query = request.nextUrl.searchParams;
  if (env.CHARSU_ENV === "production") return new Response(null, { status: 404 });
  const lang = env.CHARSU_LOCALE;
  const say = translator(lang);
  const shown = {
    mail: oneOf(
      specimens.map(({ id }) => id),
      query.get("mail"),
    ),
    locale: oneOf(everyLocale(), query.get("locale")),
    scheme: oneOf(schemes, query.get("scheme")),
  };
  const { mail, sms } = specimens.find(({ id }) => id === shown.mail)!;
  const letter = await mail(shown.locale);
  const text = sms(shown.locale);
  const dir = direction(shown.locale);

  const link = (over: Partial<typeof shown>, label: string) => {
    const here = Object.entries(over).every(([key, value]) => shown[key as keyof typeof shown] === value);
    const href = `/dev/mails?${new URLSearchParams({ ...shown, ...over })}`;
    return html`<a href="${href}"${here ? html` aria-current="true"` : ""}>${label}</a>`;
  };
  const frame = (width: string, title: string) =>
    html`<iframe class="${width} ${shown.scheme}" sandbox="" title="${title}" srcdoc="${lit(letter.html, shown.scheme)}"></iframe>`;

  return htmlPage(
    { title: say("dev.mails"), lang, dir: direction(lang), styles: [`/dev/mails/mails.css?v=${manifest.version}`] },
    html`<main>
<h1>${say("dev.mails")}</h1>
<p>${say("dev.mails_lead")} <a href="/dev/outbox">${say("dev.outbox")}</a></p>
<nav aria-label="${say("dev.mails")}">
<p>${everyLocale().map((locale) => link({ locale }, locale))}</p>
<p>${schemes.map((scheme) => link({ scheme }, say(`dev.scheme_${scheme}`)))}</p>
<ul>${specimens.map(({ id }) => html`<li>${link({ mail: id }, id)}</li>`)}</ul>
</nav>
<article lang="${shown.locale}">
<h2 dir="${dir}">${letter.subject}</h2>
<div class="looks">${frame("phone", say("dev.on_phone"))}${frame("desk", say("dev.on_desk"))}</div>
<h3 lang="${lang}">${say("dev.text")}</h3>
<pre dir="${dir}">${letter.text}</pre>
<h3 lang="${lang}">${say("dev.sms_of", { count: text.length })}</h3>
<pre dir="${dir}">${text}</pre>
</article>
</main>`,
  );
}
