import { Body, Container, Head, Heading, Html, Link, Preview, Section, Text } from "@react-email/components";
import { render } from "@react-email/render";
import type { ReactNode } from "react";
import { env } from "@/lib/platform/env";
import { direction, translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { inline } from "@/lib/platform/text/inline";
import { day, night } from "./palette";
import { textOf } from "./parts";

/** A mail before it has an address. */
export type Letter = { subject: string; html: string; text: string };

const face = "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** For the programs that read styles; in the others a letter is as by day, 560 px at most and as narrow as it must. */
const style = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
td { overflow-wrap: anywhere; }
@media (max-width: 480px) {
  .pad { padding-inline: 20px !important; }
  .edge { padding: 0 0 24px !important; }
  .card { border-radius: 0 !important; }
}
@media (prefers-color-scheme: dark) {
  .ground, .ground > table > tbody > tr > td { background-color: ${night.ground} !important; }
  .card { background-color: ${night.surface} !important; border-color: ${night.line} !important; }
  .band { background-color: ${night.vault} !important; }
  .warm { background-color: ${night["warn-soft"]} !important; }
  .sunken { background-color: ${night.sunken} !important; }
  .line { border-color: ${night.line} !important; }
  .ink { color: ${night.ink} !important; }
  .soft { color: ${night["ink-soft"]} !important; }
  .tile { color: ${night.tile} !important; }
  .button { background-color: ${night.tile} !important; color: ${night["on-tile"]} !important; }
}`;

type Given = {
  locale: string;
  /** From the catalog, never from what people typed: it becomes a header. */
  subject: string;
  /** What a list of mails shows behind the subject. */
  preview: string;
  heading: string;
  /** Parts of ./parts, and nothing else: each also knows how it reads as text. */
  children: ReactNode;
};

/** A mail in the shop's look: HTML for light and dark, from 320 px on, with plain text that says the same. */
export async function letter({ locale, subject, preview, heading, children }: Given): Promise<Letter> {
  const say = translator(locale);
  const home = `${env.CHARSU_ORIGIN}${pathIn(locale)("/")}`;
  const ours = say("mails.ours", { host: inline(new URL(env.CHARSU_ORIGIN).host, locale) });
  const small = { color: day["ink-soft"], fontSize: "13px", lineHeight: "20px", margin: "0 0 4px" };
  const page = (
    <Html lang={locale} dir={direction(locale)}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{style}</style>
      </Head>
      <Body className="ground" style={{ backgroundColor: day.ground, fontFamily: face, margin: 0 }}>
        <Preview>{preview}</Preview>
        <Section className="edge" style={{ padding: "32px 16px" }} lang={locale} dir={direction(locale)}>
          <Container
            className="card"
            style={{
              backgroundColor: day.surface,
              border: `1px solid ${day.line}`,
              borderRadius: "12px",
              maxWidth: "560px",
              overflow: "hidden",
            }}
          >
            <Section
              className="band pad"
              style={{ backgroundColor: day.vault, borderBottom: `4px solid ${day.saffron}`, padding: "16px 32px" }}
            >
              <Link
                href={home}
                style={{ color: day["on-vault"], fontSize: "22px", fontWeight: 700, lineHeight: "28px" }}
              >
                <span aria-hidden="true" style={{ color: day.saffron }}>
                  ✦
                </span>{" "}
                {say("layout.name")}
              </Link>
            </Section>
            <Section className="pad" style={{ padding: "32px 32px 28px" }}>
              <Heading
                as="h1"
                className="ink"
                style={{ color: day.ink, fontSize: "24px", fontWeight: 700, lineHeight: "30px", margin: "0 0 16px" }}
              >
                {heading}
              </Heading>
              {children}
            </Section>
          </Container>
          <Container style={{ maxWidth: "560px" }}>
            <Section className="pad" style={{ padding: "20px 32px 0" }}>
              <Text className="soft" style={small}>
                {say("mails.about")}
              </Text>
              <Text className="soft" style={small}>
                {ours}
              </Text>
            </Section>
          </Container>
        </Section>
      </Body>
    </Html>
  );
  const html = (await render(page)).replace(/^<!DOCTYPE[^>]*>/, "<!DOCTYPE html>");
  const text = [heading, textOf(children), `${say("mails.about")}\n${ours}`].join("\n\n");
  return { subject, html, text };
}
