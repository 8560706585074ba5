import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Operation } from "./operation";

const isOperation = (value: unknown): value is Operation =>
  typeof value === "object" && value !== null && "safe" in value && "allow" in value && "name" in value;

/**
 * Every operation of the house, with an address or without, by its name. Found by the sources that make one, so that no
 * list can be out of date; for documents and tests, which have the sources.
 * @throws Error when two operations have one name
 */
export async function allOperations(): Promise<Map<string, Operation>> {
  const names = await readdir("lib", { recursive: true });
  const sources = names.filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|(?:^|\/)testing\//.test(name));
  const found = new Map<string, Operation>();
  for (const name of sources.sort()) {
    if (!/\boperation[(<]|\ballow: \[/.test(await readFile(join("lib", name), "utf8"))) continue;
    const made = (await import(/* @vite-ignore */ join(process.cwd(), "lib", name))) as Record<string, unknown>;
    for (const each of Object.values(made).filter(isOperation)) {
      const known = found.get(each.name);
      if (known && known !== each) throw new Error(`Two operations are called ${each.name}; one is in lib/${name}`);
      found.set(each.name, each);
    }
  }
  return found;
}
