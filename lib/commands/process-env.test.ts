import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

// next.config.ts and Next's instrumentation run before our code can, install.mjs before anything is installed.
const ALLOWED = new Set(["lib/platform/env.ts", "lib/commands/process-env.test.ts"]);

it("only lib/platform/env.ts reads process.env", () => {
  const files = ["app", "components", "db", "lib"]
    .flatMap((folder) => list(folder))
    .filter((path) => /\.tsx?$/.test(path) && !ALLOWED.has(path));
  expect(files.length).toBeGreaterThan(20);
  expect([...files, "server.ts"].filter((path) => /process\s*\.\s*env\b/.test(readFileSync(path, "utf8")))).toEqual([]);
});

function list(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  } catch {
    return [];
  }
}
