import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hear } from "@/lib/platform/testing/hear";

/** Stands for a server that takes a moment to drain. */
const server = `
  const forever = setInterval(() => {}, 1000);
  for (const signal of ["SIGTERM", "SIGINT"])
    process.once(signal, () => setTimeout(() => { console.log("drained"); clearInterval(forever); }, 100));
  console.log("pid " + process.pid + "\\n serves");`;

let root: string;
let npm: ChildProcess;
let pid = 0;

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "charsu-npm-"));
  await put("package.json", await readFile("package.json", "utf8"));
  await put("lib/commands/install.mjs", "");
  await put("lib/commands/start.ts", server);
  await put("lib/commands/worker.ts", server);
  await put("node_modules/tsx/package.json", JSON.stringify({ name: "tsx", main: "index.js" }));
  await put("node_modules/tsx/index.js", "");
  await mkdir(join(root, "node_modules/.bin"));
  await symlink(process.execPath, join(root, "node_modules/.bin/node"));
});
afterEach(async () => {
  for (const each of [npm.pid, pid]) {
    try {
      process.kill(each ?? 0, "SIGKILL");
    } catch {
      // Gone, as it should be.
    }
  }
  await rm(root, { recursive: true, force: true });
});

describe.runIf(process.platform !== "win32")("npm run", () => {
  it.each(["start", "dev", "worker"])("%s hands SIGTERM on to the server and waits for it", async (script) => {
    npm = spawn("npm", ["run", script], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(npm, "exit");
    const closed = once(npm, "close");
    const { says, said } = hear(npm.stdout!);
    pid = Number(/pid (\d+)\n/.exec(await says(" serves"))?.[1]);
    npm.kill("SIGTERM");
    await ended;
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
    await closed;
    expect(said()).toContain("drained");
  });
});
