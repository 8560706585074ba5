import { defineConfig, devices } from "@playwright/test";
import { chromiumFlags } from "./lib/commands/chromium";
import { toolEnv } from "./lib/platform/env";

const executablePath = toolEnv("CHROMIUM_PATH");
const baseURL = toolEnv("CHARSU_E2E_URL");

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const desktop = { viewport: { width: 1280, height: 800 } };
const scriptless = { javaScriptEnabled: false };
/** What a person does; all of it works without scripts too. */
const journeys =
  /(shopping|cart|honest|sign-in|profile|accounts|people-admin|orders-admin|products-admin|pictures-admin|retailers-admin)\.spec\.ts$/;
const withBrowser = /^(?!.*\/e2e\/api\/)(?!.*same-bytes).*\.spec\.ts$/;

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  workers: 2,
  reporter: "line",
  forbidOnly: Boolean(toolEnv("CI")),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices["Desktop Chrome"],
    ...(baseURL ? { baseURL } : {}),
    locale: "en-GB",
    screenshot: "only-on-failure",
    actionTimeout: 10_000,
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: "http", testMatch: [/\/e2e\/api\/.*\.spec\.ts$/, /same-bytes\.spec\.ts$/] },
    { name: "desktop", testMatch: withBrowser, use: desktop },
    { name: "phone", testMatch: [journeys, /pages\.spec\.ts$/], use: phone },
    { name: "desktop, no script", testMatch: journeys, use: { ...desktop, ...scriptless } },
    { name: "phone, no script", testMatch: journeys, use: { ...phone, ...scriptless } },
  ],
});
