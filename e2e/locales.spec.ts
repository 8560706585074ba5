import type { Page } from "@playwright/test";
import { kinds, overflow, prepare } from "./support/pages";
import { expect, test } from "./support/test";

const inLocale = (locale: string, path: string) => `/${locale}${path === "/" ? "" : path}`;

/**
 * What the page says that no catalog was asked for. What a shop wrote stands in `dir="auto"` or `bdi`, describes a
 * picture or is an address; dates, weekdays, numbers and the names of countries are the locale's.
 */
function hardCoded(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const data = "[dir=auto], bdi, time, svg, img, [role=img], [href^='mailto:'], select[autocomplete=country]";
    const nowhere = "script, style, template, [hidden]";
    const day = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" });
    const days = new Set(Array.from({ length: 7 }, (_, index) => day.format(Date.UTC(2023, 0, 1 + index))));
    const disguised = (text: string) => !/\p{L}/u.test(text) || /[À-žƀƁƑṀṽẊẋ]|~/u.test(text) || days.has(text.trim());
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: around, textContent: text } = node;
      if (around?.closest(`${data}, ${nowhere}`) || !text?.trim() || disguised(text)) continue;
      found.push(`${around?.tagName}: ${text}`);
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]")) {
      if (element.matches(`${data}, ${nowhere}`)) continue;
      for (const name of ["aria-label", "placeholder", "title"]) {
        const text = element.getAttribute(name);
        if (text && !disguised(text)) found.push(`${element.tagName} ${name}: ${text}`);
      }
    }
    return found;
  });
}

for (const kind of kinds) {
  test(`no word stands outside of the catalog: ${kind.name}`, async ({ page, shop, email }) => {
    await page.goto(inLocale("en-XA", await prepare(page, shop, email, kind)));
    await expect(page.locator("html")).toHaveAttribute("lang", "en-XA");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await hardCoded(page)).toEqual([]);
    const links = page.locator('a[href^="/"]:visible');
    const hrefs = await links.evaluateAll((all) => all.map((each) => each.getAttribute("href")!));
    expect(hrefs.filter((href) => !/^\/en-XA(\/|$|\?)/.test(href))).toEqual([]);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `longer words, ${width} wide`).toBe(0);
    }
  });

  test(`from right to left: ${kind.name}`, async ({ page, shop, email }) => {
    await page.goto(inLocale("ar-XB", await prepare(page, shop, email, kind)));
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width} wide`).toBe(0);
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("main :is(h1, h2, p, button, input)")]
          .filter((each) => each.checkVisibility() && !each.closest(".overflow-x-auto, .sr-only"))
          .map((each) => ({ html: each.outerHTML.slice(0, 120), box: each.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1 && (box.left < -1 || box.right > innerWidth + 1))
          .map(({ html }) => html),
      );
      expect(outside, `${width} wide`).toEqual([]);
    }
  });
}
