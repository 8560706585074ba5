import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { childEnv } from "@/lib/platform/env";
import { hear } from "@/lib/platform/testing/hear";

/** Stands for npm: notes that it ran, waits until it is let go, and leaves a Node where the packages would. */
const npm = `
  const fs = require("node:fs");
  fs.appendFileSync("npm.log", "install\\n");
  while (!fs.existsSync("go") && fs.existsSync("lib")) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  fs.mkdirSync("node_modules/node/bin", { recursive: true });
  fs.rmSync("node_modules/node/bin/node", { force: true });
  fs.symlinkSync(process.execPath, "node_modules/node/bin/node");`;

let root: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "charsu-install-"));
  for (const path of ["lib/commands/install.mjs", "lib/platform/lock.mjs", "package-lock.json"])
    await cp(path, join(root, path));
  await mkdir(join(root, "fake"));
  await writeFile(join(root, "fake", "npm-cli.js"), npm);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await rm(root, { recursive: true, force: true });
});

function install() {
  const child = spawn(process.execPath, [join(root, "lib/commands/install.mjs")], {
    env: childEnv({ npm_execpath: join(root, "fake", "npm-cli.js") }),
    stdio: ["ignore", "inherit", "pipe"],
  });
  children.push(child);
  return { child, ...hear(child.stderr), ended: once(child, "close").then(([code]) => code) };
}
const letGo = () => writeFile(join(root, "go"), "");
const ran = async () => (await readFile(join(root, "npm.log"), "utf8")).trim().split("\n").length;

it("installs once when two commands start at the same time", async () => {
  const [one, two] = [install(), install()];
  await Promise.race([one.says("waiting"), two.says("waiting")]);
  await letGo();
  expect(await Promise.all([one.ended, two.ended])).toEqual([0, 0]);
  expect(await ran()).toBe(1);
  expect([one.said(), two.said()].filter((said) => said.includes("Packages installed"))).toHaveLength(1);
});

it("goes on for a command that was killed while installing", async () => {
  const one = install();
  await one.says("Installing packages");
  const two = install();
  await two.says("waiting");
  one.child.kill("SIGKILL");
  await two.says("Installing packages");
  await letGo();
  expect(await two.ended).toBe(0);
  expect(two.said()).toContain("Packages installed");
});

it("says in one line what it may not write to", async () => {
  await writeFile(join(root, ".data"), "");
  const { ended, said } = install();
  expect(await ended).toBe(1);
  expect(said()).toMatch(/^ENOTDIR: .*\.data\/locks': whoever starts this must be able to write to \.data .*\n$/);
});
