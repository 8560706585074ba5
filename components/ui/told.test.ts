import { render } from "@react-email/render";
import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { Told } from "./told";

async function tell(words: (place: string) => string, name: string): Promise<string> {
  const html = await render(createElement("p", null, createElement(Told, { words, children: name })));
  return html.replace(/^.*?<p>|<\/p>.*$|<!-- -->| class="[^"]*"/gs, "");
}

describe("a sentence with a name in it", () => {
  it.each([
    [(name: string) => `Signed in as ${name}.`, "Ada", "Signed in as <bdi>Ada</bdi>."],
    [(name: string) => `Signed in as ${name}.`, "Signed", "Signed in as <bdi>Signed</bdi>."],
    [(name: string) => `${name}, hello`, "محمد <b>", "<bdi>محمد &lt;b&gt;</bdi>, hello"],
    [(name: string) => name, "", "<bdi></bdi>"],
  ])("keeps the name apart, wherever it stands and whatever it is", async (words, name, html) => {
    expect(await tell(words, name)).toBe(html);
  });
});
