// Runs before anything is installed: Node 20, no dependencies, no TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "../platform/lock.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const modules = join(root, "node_modules");
const stamp = join(modules, ".charsu-lock");
const ownNode = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const lock = join(root, ".data", "locks", "install");
const say = (line) => process.stderr.write(`${line}\n`);

const wanted = () =>
  createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");

function isInstalled() {
  return existsSync(ownNode) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted();
}

/** npm itself, the one that started us when there is one. */
function npm(args) {
  const cli = process.env.npm_execpath;
  const known = cli?.endsWith("npm-cli.js") && existsSync(cli);
  const [file, first] = known ? [process.execPath, [cli]] : ["npm", []];
  return spawn(file, [...first, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: !known && process.platform === "win32",
    // Without this npm would skip what a surrounding NODE_ENV=production calls development.
    env: { ...process.env, NODE_ENV: "" },
  });
}

async function run(args) {
  const child = npm(args);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const started = Date.now();
  const ticker = setInterval(() => say(`  still installing, ${Math.round((Date.now() - started) / 1000)} s`), 15_000);
  const code = await new Promise((resolve) => child.once("error", () => resolve(1)).once("exit", resolve));
  clearInterval(ticker);
  return { code, output };
}

async function install() {
  const started = Date.now();
  say(existsSync(modules) ? "Packages changed, installing" : "Installing packages, about a minute the first time");
  // Not `npm ci`: it refuses a lockfile that was written where packages of other platforms could not be listed.
  // --no-save keeps the lockfile as it is.
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts=false"];
  const { code, output } = await run(["install", "--include=dev", "--include=optional", "--no-save", ...quiet]);
  if (code !== 0) return fail(output);
  if (spawnSync(ownNode, ["--version"]).status !== 0) {
    const again = await run(["rebuild", "node", ...quiet]);
    if (again.code !== 0 || spawnSync(ownNode, ["--version"]).status !== 0) return fail(output + again.output);
  }
  writeFileSync(stamp, wanted());
  say(`Packages installed (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

function fail(output) {
  say(output.trim().split("\n").slice(-15).join("\n"));
  say(
    "The packages could not be installed. Check the network and the npm registry setting, then run the command again.",
  );
  process.exitCode = 1;
}

const [major] = process.versions.node.split(".").map(Number);
if (major < 20) {
  say(`Node.js ${process.versions.node} is too old; install Node.js 20 or newer`);
  process.exitCode = 1;
} else if (!isInstalled()) {
  const work = async () => {
    if (!isInstalled()) await install();
  };
  try {
    await withLock(lock, work, () => say("Another command is installing the packages, waiting"));
  } catch (error) {
    say(`${error.message}: whoever starts this must be able to write to .data and node_modules of the project`);
    process.exitCode = 1;
  }
}
