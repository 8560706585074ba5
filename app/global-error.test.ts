import { render } from "@react-email/render";
import { createElement } from "react";
import { expect, it, vi } from "vitest";
import { translator } from "@/lib/platform/messages";
import config from "@/next.config";

it("says what happened and offers the way back, with nothing around it", async () => {
  vi.stubGlobal("globalProblem", config.compiler?.define?.globalProblem);
  const { default: GlobalProblem } = await import("./global-error");
  const html = await render(createElement(GlobalProblem, { reset: () => {} }));
  const say = translator("en");
  expect(html).toContain('<html lang="en" dir="ltr">');
  expect(html).toContain(`<title>${say("problem.title")} – ${say("layout.name")}</title>`);
  expect(html).toContain(`>${say("problem.title")}</h1>`);
  expect(html).toContain(`>${say("problem.again")}</button>`);
  expect(html).toMatch(new RegExp(`<a href="/"[^>]*>${say("problem.home")}</a>`));
});
