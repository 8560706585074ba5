import { Body, Container, Head, Heading, Html, Preview, Text } from "@react-email/components";
import { render } from "@react-email/render";
import { direction, translator } from "@/lib/platform/messages";

const ink = "#201a15";

/** The one-time code, as a mail. */
export async function codeMail({ code, locale }: { code: string; locale: string }) {
  const say = translator(locale);
  const mail = (
    <Html lang={locale} dir={direction(locale)}>
      <Head />
      <Preview>{say("mails.code.heading")}</Preview>
      <Body style={{ backgroundColor: "#f7f2ea", color: ink, fontFamily: "Helvetica, Arial, sans-serif" }}>
        <Container style={{ backgroundColor: "#ffffff", margin: "32px auto", padding: "32px", maxWidth: "480px" }}>
          <Heading as="h1" style={{ fontSize: "20px", margin: "0 0 16px" }}>
            {say("mails.code.heading")}
          </Heading>
          <Text
            style={{ fontSize: "32px", letterSpacing: "6px", fontWeight: 700, margin: "0 0 16px", direction: "ltr" }}
          >
            {code}
          </Text>
          <Text>{say("mails.code.text")}</Text>
          <Text style={{ color: "#6b6259" }}>{say("mails.code.ignore")}</Text>
        </Container>
      </Body>
    </Html>
  );
  const text = [say("mails.code.heading"), code, say("mails.code.text"), say("mails.code.ignore")].join("\n\n");
  return { subject: say("mails.code.subject"), html: await render(mail), text };
}
