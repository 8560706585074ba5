import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The sources that may say words of the catalog: app, components and lib, without tests and command-line tools. */
export function sourceFiles(root = process.cwd()): { path: string; text: string }[] {
  return ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/testing\/|^lib\/commands\//.test(path))
      .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") })),
  );
}
