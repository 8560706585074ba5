import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isAlive, isOwnerAlive, ownerOf, withLock } from "./lock.mjs";
import { hear } from "./testing/hear";

/** What happens between reading a folder and knowing what is in it, for the next readings. */
const pauses = vi.hoisted((): (() => Promise<void>)[] => []);
vi.mock("node:fs/promises", async (importOriginal) => {
  const real = await importOriginal<typeof import("node:fs/promises")>();
  const slowly = async (path: string) => {
    const found = await real.readdir(path);
    await pauses.shift()?.();
    return found;
  };
  return { ...real, readdir: slowly };
});

let folder: string;
let made = 0;
const children: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charsu-lock-"));
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

const newPath = () => join(folder, "locks", String(made++));

/** Another process that takes the lock at `path`; `work` is what it does while holding it. */
function holder(path: string, work: string): ChildProcess & Pick<ReturnType<typeof hear>, "says"> {
  const module = JSON.stringify(pathToFileURL("lib/platform/lock.mjs").href);
  const script = `
    import { appendFileSync } from "node:fs";
    import { readFile } from "node:fs/promises";
    import { isAlive, withLock } from ${module};
    const die = () => process.kill(process.pid, "SIGKILL");
    const forever = () => new Promise(() => setInterval(() => {}, 1000));
    await withLock(${JSON.stringify(path)}, async () => { ${work} }, () => console.log("waits"));
    console.log("done");`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return Object.assign(child, { says: hear(child.stdout).says });
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

it("gives back what the work gave, is free again also after a failure, and leaves nothing behind", async () => {
  const path = newPath();
  expect(await withLock(path, async () => 5)).toBe(5);
  const fails = withLock(path, async () => {
    throw new Error("no");
  });
  await expect(fails).rejects.toThrow("no");
  expect(await withLock(path, async () => (await readdir(path)).length)).toBe(1);
  expect((await readdir(join(folder, "locks"))).filter((name) => name.startsWith(`${made - 1}`))).toEqual([]);
});

it("lets a second process wait until the first is done", async () => {
  const path = newPath();
  const order: string[] = [];
  const second = await withLock(path, async () => {
    const child = holder(path, "");
    await child.says("waits");
    order.push("first ends");
    return child;
  });
  await second.says("done");
  order.push("second ends");
  expect(order).toEqual(["first ends", "second ends"]);
});

it("is taken over from a process that was killed while holding it", async () => {
  const path = newPath();
  const first = holder(path, 'console.log("holds"); await forever();');
  await first.says("holds");
  const second = holder(path, "");
  await second.says("waits");
  await end(first);
  await second.says("done");
});

it("is held by one at a time, however many wait for one that is killed", async () => {
  const path = newPath();
  const log = `${path}.log`;
  // Who comes in writes its id, stays a little, then looks whether one of those before it is still there.
  const work = `
    const log = ${JSON.stringify(log)};
    appendFileSync(log, process.pid + "\\n");
    for (let step = 0; step < 500; step++) await readFile(log);
    const before = (await readFile(log, "utf8")).trim().split("\\n").map(Number);
    const overlaps = before.filter((pid) => pid !== process.pid && isAlive(pid));
    if (overlaps.length) appendFileSync(log + ".overlaps", process.pid + " with " + overlaps + "\\n");
    die();
    await forever();`;
  const crowd = Array.from({ length: 16 }, () => holder(path, work));
  await Promise.all(crowd.map((child) => once(child, "exit")));
  const came = (await readFile(log, "utf8")).trim().split("\n").map(Number);
  expect(came.sort()).toEqual(crowd.map((child) => child.pid).sort());
  expect(await readFile(`${log}.overlaps`, "utf8").catch(() => "")).toBe("");
});

it("is not taken from a living one by somebody who has seen the dead one before and was slow", async () => {
  const path = newPath();
  await mkdir(path, { recursive: true });
  await writeFile(join(path, "999999999.abc"), "");
  const order: string[] = [];
  const fastHolds = Promise.withResolvers<void>();
  const slowLooked = Promise.withResolvers<void>();
  pauses.push(async () => {
    slowLooked.resolve();
    await fastHolds.promise;
  });
  const slowMoved = Promise.withResolvers<void>();
  const slow = withLock(
    path,
    async () => {
      order.push("slow");
      slowMoved.resolve();
    },
    slowMoved.resolve,
  );
  await slowLooked.promise;
  await withLock(path, async () => {
    fastHolds.resolve();
    await slowMoved.promise;
    order.push("fast");
  });
  await slow;
  expect(order).toEqual(["fast", "slow"]);
});

describe.runIf(process.platform === "linux")("an owner", () => {
  const later = (owner: string) => owner.replace(/-\d+-/, "-1-");
  const otherBoot = (owner: string) => owner.replace(/-\w+$/, "-00000000");

  it("is a process and not only its id", async () => {
    const owner = ownerOf(process.pid);
    expect(owner).toMatch(new RegExp(`^${process.pid}-\\d+-[0-9a-f]{8}$`));
    expect([owner, String(process.pid), later(owner), otherBoot(owner), "pid", ""].map(isOwnerAlive)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("that only shares the id of a running process has its lock taken over", async () => {
    for (const wrong of [later, otherBoot]) {
      const path = newPath();
      await mkdir(path, { recursive: true });
      await writeFile(join(path, `${wrong(ownerOf(process.pid))}.abc`), "");
      expect(await withLock(path, async () => "mine", expect.unreachable)).toBe("mine");
    }
  });

  it("that runs keeps its lock", async () => {
    const path = newPath();
    await mkdir(path, { recursive: true });
    await writeFile(join(path, `${ownerOf(process.pid)}.abc`), "");
    const waiting = holder(path, "");
    await waiting.says("waits");
    expect(await readdir(path)).toEqual([`${ownerOf(process.pid)}.abc`]);
    await end(waiting);
  });

  it("is not alive when it has ended and nobody has noticed", async () => {
    const parent = spawn("sh", ["-c", "sleep 60 & echo $!; exec sleep 61"], { stdio: ["ignore", "pipe", "inherit"] });
    const zombie = Number(await hear(parent.stdout).says("\n"));
    // Until then the shell is its parent, which would notice.
    await expect.poll(() => readFile(`/proc/${parent.pid}/comm`, "utf8")).toBe("sleep\n");
    process.kill(zombie, "SIGKILL");
    await expect.poll(() => readFile(`/proc/${zombie}/stat`, "utf8")).toContain(") Z ");
    expect(isAlive(zombie)).toBe(false);
    await end(parent);
  });
});
