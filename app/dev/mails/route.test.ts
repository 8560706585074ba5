import { NextRequest } from "next/server";
import { afterEach, expect, test } from "vitest";
import { specimens } from "@/lib/notifications/gallery";
import { setEnv } from "@/lib/platform/env";
import { GET } from "./route";

const production = {
  CHARSU_ENV: "production",
  CHARSU_ORIGIN: "https://shop.example",
  DATABASE_URL: "postgres://nobody@localhost/none",
  AUTH_SECRET: "x".repeat(32),
  CODE_PEPPER: "x".repeat(32),
};
const before = Object.fromEntries(Object.keys(production).map((name) => [name, undefined]));
const ask = (query = "") => GET(new NextRequest(`http://localhost:3000/dev/mails${query}`));

afterEach(() => setEnv({ ...before, CHARSU_ENV: "test" }));

test("shows every message, one at a time, without a script and apart from the page", async () => {
  for (const { id } of specimens) {
    const page = await (await ask(`?mail=${id}&locale=ar-XB&scheme=dark`)).text();
    expect(page).toContain(`aria-current="true">${id}</a>`);
    expect(page).toContain('aria-current="true">ar-XB</a>');
    expect(page.match(/<iframe class="[a-z]+ dark" sandbox=""/g)).toHaveLength(2);
    expect(page).toContain("&lt;html dir=&quot;rtl&quot; lang=&quot;ar-XB&quot;&gt;");
    expect(page).toContain("@media all");
    expect(page).not.toMatch(/<script|allow-/);
  }
});

test("shows the first one where another is asked for that there is not", async () => {
  const page = await (await ask("?mail=<b>&locale=../x&scheme=%00")).text();
  expect(page).toContain(`aria-current="true">${specimens[0]!.id}</a>`);
  expect(page).toContain('aria-current="true">en</a>');
  expect(page).not.toContain("<b>");
});

test("is not there in production", async () => {
  setEnv(production);
  expect((await ask()).status).toBe(404);
});
