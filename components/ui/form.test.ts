import { render } from "@react-email/render";
import { createElement as h } from "react";
import { describe, expect, it } from "vitest";
import { ErrorSummary } from "./error-summary";
import { Field, SelectField, TextAreaField } from "./field";
import { Form } from "./form";

const form = () =>
  h(
    Form,
    null,
    h(ErrorSummary, { title: "Problem", items: [{ field: "contact.name", message: "Who?" }], news: {} }),
    h(Field, { name: "contact.name", label: "Name", hint: "As written", error: "Who?" }),
    h(TextAreaField, { name: "note", label: "Note", hint: "Short" }),
    h(SelectField, { name: "country", label: "Country", error: "Which?", children: h("option", null, "DE") }),
  );
const fields = () => h("div", null, h(Field, { name: "q", label: "Find" }), h(Field, { name: "q", label: "Find" }));

const valuesOf = (html: string, attribute: string) =>
  [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g"))].flatMap(([, value]) => value!.split(" "));

describe("the fields of a form", async () => {
  const html = await render(h("main", null, form(), form(), fields()));

  it("have ids that no field of another form has, though its name is the same", () => {
    const ids = valuesOf(html, "id");
    expect(ids).toHaveLength(2 * (3 + 2 + 2) + 2);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are what their labels, their descriptions and the list of errors name, each in its own form", () => {
    for (const one of html.split("</form>")) {
      const ids = valuesOf(one, "id");
      const named = [...valuesOf(one, "for"), ...valuesOf(one, "aria-describedby")];
      const linked = valuesOf(one, "href").map((href) => href.slice(1));
      expect([...new Set(named)].sort()).toEqual([...new Set(ids)].sort());
      expect(linked).toEqual(ids.filter((id) => id.endsWith("-contact-name")));
    }
  });
});
