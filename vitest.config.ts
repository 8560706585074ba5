import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["app/**/*.test.ts", "lib/**/*.test.ts", "db/**/*.test.ts", "components/**/*.test.ts"],
    env: { CHARSU_ENV: "test", LOG_LEVEL: "silent", TZ: "UTC" },
    globalSetup: ["db/testing/global-setup.ts"],
    pool: "forks",
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
