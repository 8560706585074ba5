import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { kinds, overflow, prepare, signInByApi } from "./support/pages";
import { expect, test } from "./support/test";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // React writes `<img/>`, `required=""`, `dateTime` and ids like `_R_`; HTML allows each.
    "attr-case": "off",
    "valid-id": ["error", { relaxed: true }],
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // The width of a placeholder's letters and of a bar comes from data.
    "no-inline-style": "off",
    // The names of things are as long as their shops made them.
    "long-title": "off",
    // The framework's own scripts stand at the end of the body in one line.
    "no-trailing-whitespace": "off",
  },
});

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

for (const kind of kinds) {
  test.describe(kind.name, () => {
    test("has no barrier, by day and by night", async ({ page, shop, email }) => {
      const path = await prepare(page, shop, email, kind);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.goto(path);
        expect(await violations(page), colorScheme).toEqual([]);
      }
    });

    test("is sound HTML with a title, one heading and its landmarks", async ({ page, shop, email }) => {
      test.skip(test.info().project.name !== "desktop", "the same bytes on a phone");
      const path = await prepare(page, shop, email, kind);
      const answer = await page.request.get(path);
      expect(answer.status()).toBe(kind.status ?? 200);
      // React writes an empty action where a form goes to a function of its page; without it, it means the same.
      const html = (await answer.text()).replace(/(<form\b[^>]*?) action=""/g, "$1");
      const report = await validator.validateString(html);
      const messages = report.results.flatMap((result) =>
        result.messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
      );
      expect(messages).toEqual([]);
      await page.goto(path);
      await expect(page).toHaveTitle(/\S.*Charsu|Charsu.*\S/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      for (const landmark of ["banner", "main", "contentinfo", "search"] as const) {
        await expect(page.getByRole(landmark), landmark).toHaveCount(1);
      }
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
    });

    test("fits its window", async ({ page, shop, email }) => {
      test.skip(test.info().project.name !== "desktop", "sets widths of its own");
      await page.goto(await prepare(page, shop, email, kind));
      for (const width of [320, 390, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page), `${width} wide`).toBe(0);
      }
    });
  });
}

const reached = [
  "home",
  "a product with options",
  "a cart",
  "the checkout",
  "sign-in",
  "my addresses",
  "a new address",
  "security of staff",
];
for (const kind of kinds.filter(({ name }) => reached.includes(name))) {
  test(`the keyboard reaches everything, and shows where it is: ${kind.name}`, async ({ page, shop, email }) => {
    test.skip(test.info().project.name !== "desktop", "phones have no Tab key");
    await page.goto(await prepare(page, shop, email, kind));
    const wanted = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary")];
      const groups = new Set<string>();
      const usable = all.filter((element) => {
        if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(":disabled, [type=hidden]"))
          return false;
        if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
        // Tab stops once in a group.
        const first = !groups.has(element.name);
        groups.add(element.name);
        return first;
      });
      return usable.length;
    });
    const seen = new Set<string>();
    for (let step = 0; step < wanted + 10 && seen.size < wanted; step += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const all = [...document.querySelectorAll("*")];
        const ring = [element, element.closest("label")].some((each) => {
          const { outlineStyle, outlineWidth } = each
            ? getComputedStyle(each)
            : { outlineStyle: "none", outlineWidth: "0" };
          return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
        });
        return { id: String(all.indexOf(element)), ring, html: element.outerHTML.slice(0, 160) };
      });
      if (!stop) continue;
      expect(stop.ring, stop.html).toBe(true);
      seen.add(stop.id);
    }
    expect(seen.size).toBe(wanted);
  });
}

test("what is not there is answered with 404, also somebody else's order", async ({ page, shop, email }) => {
  const paths = [
    "/nowhere",
    "/products/no-such-thing",
    "/categories/no/such/lane",
    "/retailers/nobody",
    "/checkout/more",
  ];
  await prepare(page, shop, email, { name: "", path: () => "", needs: ["account", "order"] });
  const [theirs] = await shop.rows<{ number: string }>("select number from orders where contact_email = $1", email);
  const answer = await page.goto(`/orders/${theirs!.number}`);
  expect(answer?.status()).toBe(200);
  await page.context().clearCookies();
  await signInByApi(page, `other-${email}`);
  for (const path of [
    ...paths,
    `/orders/${theirs!.number}`,
    `/orders/${theirs!.number.split("-")[0]}`,
    "/orders/999999-1",
  ]) {
    const refused = await page.goto(path);
    expect(refused?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText("This lane ends here");
    await expect(page.getByText("Ada Example")).toHaveCount(0);
  }
});
