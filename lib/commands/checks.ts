import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type NodeProgram, run } from "./child";

type Check = { name: string; run(): Promise<{ ok: boolean; output: string }> };

const SOURCE_FOLDERS = ["app", "components", "db", "lib", "e2e"];
// Paths of the REST API are the ones that shop clients know, add_item among them.
const REST_PATH = /^app\/api\//;
// Next's own forms are [slug], [...slug], (group), @slot and _private.
const FILE_NAME = /^(?:\[{1,2}(?:\.\.\.)?[a-z0-9-]+\]{1,2}|[(@_]?[a-z0-9]+(?:-[a-z0-9]+)*\)?(?:\.[a-z0-9-]+)*)$/;
const NOT_OURS = /^(?:db\/migrations|lib\/platform\/messages)\//;

const program = (name: string, given: NodeProgram): Check => ({ name, run: () => run(given) });

/** The checks that need no database and no build, cheapest first. */
export const checks: Check[] = [
  { name: "file names", run: fileNames },
  program("lint", { script: "node_modules/@biomejs/biome/bin/biome", args: ["check", "--diagnostic-level=warn"] }),
  { name: "types", run: types },
  { name: "boundaries", run: boundaries },
  program("dead code", { script: "node_modules/knip/bin/knip.js", args: ["--no-progress"] }),
];

async function fileNames(): Promise<{ ok: boolean; output: string }> {
  const wrong = (await sourceFiles())
    .filter((path) => !NOT_OURS.test(path))
    .map((path) => ({ path, shown: REST_PATH.test(path) ? path.replaceAll("_", "-") : path }))
    .filter(({ shown }) => !shown.split("/").every((part) => FILE_NAME.test(part)))
    .map(({ path }) => path);
  return { ok: wrong.length === 0, output: `not kebab-case:\n${wrong.join("\n")}` };
}

async function types(): Promise<{ ok: boolean; output: string }> {
  // Route types are generated; without them a clean clone would not know its own pages.
  const generated = await run({ script: "node_modules/next/dist/bin/next", args: ["typegen"] });
  if (!generated.ok) return generated;
  return run({ script: "node_modules/typescript/bin/tsc", args: ["--noEmit"] });
}

async function boundaries(): Promise<{ ok: boolean; output: string }> {
  const roots = ["app", "components", "db", "lib", "server.ts"];
  const present = await readdir(".");
  const result = await run({
    script: "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
    args: ["--config", ".dependency-cruiser.cjs", ...roots.filter((root) => present.includes(root))],
  });
  // With a parser missing it reads nothing and finds nothing wrong.
  const read = Number(/\((\d+) modules/.exec(result.output)?.[1] ?? 0);
  const sources = (await sourceFiles()).filter((path) => /\.tsx?$/.test(path) && !path.startsWith("e2e/"));
  if (result.ok && read < sources.length) {
    return { ok: false, output: `dependency-cruiser read ${read} modules of at least ${sources.length}` };
  }
  return result;
}

async function sourceFiles(): Promise<string[]> {
  const lists = await Promise.all(
    SOURCE_FOLDERS.map((folder) => readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])),
  );
  return lists
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
