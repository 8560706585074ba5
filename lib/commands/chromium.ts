import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { childEnv, toolEnv } from "@/lib/platform/env";
import { withLock } from "@/lib/platform/lock.mjs";

/** How Chromium is started here: on a network that reaches nothing else, as root or not. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * A Chromium for tests: CHROMIUM_PATH, else Playwright's own, else the system's, else the one that the package
 * `@sparticuz/chromium` ships, unpacked once below `.data/tools`.
 */
export async function findChromium(): Promise<string> {
  const given = toolEnv("CHROMIUM_PATH");
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH: nothing is at ${JSON.stringify(given)}; correct it or unset it`);
  }
  const { chromium } = await import("playwright");
  const known = [chromium.executablePath(), ...SYSTEM].find((path) => existsSync(path));
  return known ?? packaged();
}

async function packaged(): Promise<string> {
  const folder = resolve(".data/tools/chromium");
  const program = join(folder, "chromium.sh");
  await withLock(".data/locks/chromium", async () => {
    if (existsSync(program)) return;
    const fresh = `${folder}.new`;
    await rm(fresh, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true });
    // The package unpacks into TMPDIR, and its own NSS only where it believes to be on Lambda.
    const unpacked = spawnSync(
      process.execPath,
      ["--input-type=module", "-e", 'await (await import("@sparticuz/chromium")).default.executablePath()'],
      { env: childEnv({ TMPDIR: fresh, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" }), encoding: "utf8" },
    );
    if (unpacked.status !== 0) throw new Error(`The packaged Chromium could not be unpacked: ${unpacked.stderr}`);
    await rename(fresh, folder);
    // The package's own list names folders of Lambda's; a Chromium that finds no font at all ends at the first form field.
    const fonts = `<dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir>`;
    await writeFile(join(folder, "fonts.conf"), `<?xml version="1.0"?>\n<fontconfig>${fonts}</fontconfig>\n`);
    // The system's libraries come first; the package's fill what is missing.
    const libraries = `/usr/lib/x86_64-linux-gnu:/lib/x86_64-linux-gnu:/usr/lib64:${folder}/al2023/lib`;
    const script = `#!/bin/sh\nexport LD_LIBRARY_PATH="${libraries}" FONTCONFIG_FILE="${folder}/fonts.conf"\nexec "${folder}/chromium" "$@"\n`;
    await writeFile(program, script, { mode: 0o755 });
  });
  return program;
}
