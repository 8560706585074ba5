import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Files that people bring and get back. Nothing serves this folder; processes that share the market share it. */
const folder = (): string => join(/* turbopackIgnore: true */ process.cwd(), ".data", "private");

/** Where a kept file stands. */
export const privateFile = (name: string): string => {
  if (!/^[0-9a-f]{64}$/.test(name)) throw new Error("This is no name of a kept file.");
  return join(folder(), name);
};

/**
 * Keeps bytes as they come, readable by this user of the system alone.
 * @returns the SHA-256 that is its name, and its size
 * @throws whatever the source throws; nothing stays then
 */
export async function keepFile(bytes: AsyncIterable<Uint8Array>): Promise<{ name: string; bytes: number }> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      size += chunk.byteLength;
      done(null, chunk);
    },
  });
  const whole = join(folder(), `${randomUUID()}.part`);
  try {
    await pipeline(bytes, counted, createWriteStream(whole, { mode: 0o600 }));
    const name = hash.digest("hex");
    await rename(whole, privateFile(name));
    return { name, bytes: size };
  } catch (error) {
    await rm(whole, { force: true });
    throw error;
  }
}

/** Keeps a file that stands somewhere else. */
export const keepCopy = (path: string): Promise<{ name: string; bytes: number }> => keepFile(createReadStream(path));

export const isKept = async (name: string): Promise<boolean> =>
  stat(privateFile(name)).then(
    (found) => found.isFile(),
    () => false,
  );

export const forgetFile = (name: string): Promise<void> => rm(privateFile(name), { force: true });

/**
 * Removes what nobody knows any more: left by a process that ended before it wrote down what it kept.
 * @param known the names among these that somebody knows
 * @param before files that were written later stay, their owner may be about to write them down
 */
export async function sweepPrivateFiles(
  known: (names: string[]) => Promise<ReadonlySet<string>>,
  before: Date,
): Promise<void> {
  const names = await readdir(folder()).catch(() => []);
  const old: string[] = [];
  for (const name of names) {
    const found = await stat(join(folder(), name)).catch(() => null);
    if (found?.isFile() && found.mtime < before) old.push(name);
  }
  if (!old.length) return;
  const kept = await known(old);
  for (const name of old) if (!kept.has(name)) await rm(join(folder(), name), { force: true });
}
