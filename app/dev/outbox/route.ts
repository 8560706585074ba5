import type { NextRequest } from "next/server";
import { outboxList } from "@/lib/accounts/outbox";
import { env } from "@/lib/platform/env";
import { direction, translator } from "@/lib/platform/messages";
import { html, htmlPage } from "@/lib/web/html";
import manifest from "@/package.json";

export async function GET(request: NextRequest): Promise<Response> {
  const to = request.nextUrl.searchParams.get("to") || undefined;
  if (env.CHARSU_ENV === "production") return new Response(null, { status: 404 });
  const messages = await outboxList(to);
  const lang = env.CHARSU_LOCALE;
  const say = translator(lang);
  const at = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "medium" });
  const items = messages.map(
    (message) => html`<li><article>
<h2>${message.subject ?? say(`dev.${message.channel}`)}</h2>
<p class="about"><span>${say(`dev.${message.channel}`)}</span><span>${say("dev.to", { address: message.to })}</span><time datetime="${message.at}">${at.format(new Date(message.at))}</time></p>
<pre dir="auto">${message.text}</pre>
</article></li>`,
  );
  return htmlPage(
    {
      title: say("dev.outbox"),
      lang,
      dir: direction(lang),
      styles: [`/dev/outbox/outbox.css?v=${manifest.version}`],
    },
    html`<main>
<h1>${say("dev.outbox")}</h1>
<p>${say("dev.outbox_lead")} <a href="/dev/outbox.json">${say("dev.outbox_json")}</a></p>
${items.length ? html`<ol>${items}</ol>` : html`<p>${say("dev.empty")}</p>`}
</main>`,
  );
}
