import { defineConfig } from "@playwright/test";
import { toolEnv } from "./lib/platform/env";

const executablePath = toolEnv("CHROMIUM_PATH");
const baseURL = toolEnv("CHARSU_E2E_URL");

/** For a closed network, as root or not. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  workers: 2,
  reporter: "line",
  use: {
    ...(baseURL ? { baseURL } : {}),
    launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
  },
});
