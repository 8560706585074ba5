import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Operation } from "@/lib/web/operation";
import { document } from "./document";
import { examples } from "./examples";
import { operations } from "./operations";

const all: Record<string, Operation> = operations;
const files = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .map((file) => join(folder, file));

/** The names that a route file hands to `rest(…)`. */
const served = (file: string) =>
  /\brest\(([\w,\s]*)\)/
    .exec(readFileSync(file, "utf8"))?.[1]
    ?.split(",")
    .map((name) => name.trim())
    .filter(Boolean);

const routeOf = (path: string) => join("app", path.replaceAll("{", "[").replaceAll("}", "]"), "route.ts");

describe("operations and routes", () => {
  it.each(Object.entries(all))("%s is served where it says", (name, operation) => {
    const file = routeOf(operation.http?.path ?? "");
    expect(existsSync(file), file).toBe(true);
    expect(served(file)).toContain(name);
  });

  it("lists every operation that a route serves", () => {
    const routes = files("app/api", /route\.ts$/).filter((file) => served(file));
    expect(routes.length).toBeGreaterThan(15);
    for (const file of routes) {
      for (const name of served(file)!) expect(routeOf(all[name]?.http?.path ?? name), name).toBe(file);
    }
  });

  it("lists every operation in lib that has an address", async () => {
    const sources = files("lib", /\.ts$/).filter(
      (file) => !file.endsWith(".test.ts") && /\bhttp: \{\s*method:/.test(readFileSync(file, "utf8")),
    );
    expect(sources.length).toBeGreaterThan(5);
    const modules = await Promise.all(
      sources.map((file) => import(/* @vite-ignore */ `${process.cwd()}/${file}`) as Promise<Record<string, unknown>>),
    );
    const found = modules
      .flatMap((module) => Object.entries(module))
      .filter(([, each]) => typeof each === "object" && each !== null && "safe" in each && "http" in each)
      .map(([name]) => name);
    expect(found.sort()).toEqual(Object.keys(all).sort());
  });
});

type Entry = {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: object;
  responses: Record<string, { description: string }>;
};
type Found = { path: string; value: unknown };

function walk(value: unknown, path = "#"): Found[] {
  if (!value || typeof value !== "object") return [{ path, value }];
  return [{ path, value }, ...Object.entries(value).flatMap(([key, each]) => walk(each, `${path}/${key}`))];
}

describe("the document", () => {
  const made = document();
  const entries = Object.entries(made.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, entry]) => ({ path, method, entry: entry as Entry })),
  );

  it("names every operation once, by a unique id", () => {
    expect(entries.map(({ entry }) => entry.operationId).sort()).toEqual(Object.keys(all).sort());
    expect(made.openapi).toMatch(/^3\.1\./);
  });

  it("has no reference that leads nowhere, and no schema that nothing refers to", () => {
    const refs = walk(made)
      .filter(({ path }) => path.endsWith("/$ref"))
      .map(({ value }) => String(value));
    expect(refs.length).toBeGreaterThan(50);
    const targets = Object.keys(made.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect([...new Set(refs)].sort()).toEqual(targets.sort());
  });

  it.each(entries)("$method $path describes its input and its answers", ({ path, method, entry }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const { parameters } = entry;
    expect(parameters.filter((each) => each.in === "path").map(({ name }) => name)).toEqual(inPath);
    for (const each of parameters) expect(each.schema).toBeTypeOf("object");
    const names = parameters.map((each) => `${each.in} ${each.name}`);
    expect(new Set(names).size).toBe(names.length);
    if (method === "get") expect(entry.requestBody).toBeUndefined();
    const statuses = Object.keys(entry.responses);
    expect(statuses.filter((status) => /^20\d$/.test(status))).toHaveLength(1);
    expect(statuses).toEqual(expect.arrayContaining(["500", "503"]));
    for (const status of statuses) expect(entry.responses[status]?.description).toBeTruthy();
    expect(entry.summary).toMatch(/\.$/);
  });

  it.each(Object.entries(examples))("the example of %s is a valid input", async (name, example) => {
    expect((await all[name]?.input.safeParseAsync(example))?.error).toBeUndefined();
  });
});
