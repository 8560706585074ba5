import { chromium } from "@playwright/test";
import { env } from "@/lib/platform/env";
import { chromiumFlags, findChromium } from "./chromium";
import { explain } from "./explain";
import { say } from "./progress";

const file = "docs/screenshot.png";

/** Takes the README's picture of the market that runs at CHARSU_ORIGIN (`npm start` in another terminal). */
async function take(): Promise<void> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1150 }, colorScheme: "light" });
    await page.goto(env.CHARSU_ORIGIN, { waitUntil: "networkidle" });
    await page.screenshot({ path: file });
    say(`${file} is new`);
  } finally {
    await browser.close();
  }
}

take().catch((error: unknown) => {
  say(explain(error));
  process.exit(1);
});
