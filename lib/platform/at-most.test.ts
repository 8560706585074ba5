import { expect, test } from "vitest";
import { atMost, TooBusy } from "./at-most";

function bench(running: number, waiting: number) {
  const run = atMost(running, waiting);
  const seen = { now: 0, most: 0, order: [] as number[] };
  const ends: (() => void)[] = [];
  const start = (name: number, fails = false) =>
    run(async () => {
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      seen.order.push(name);
      await new Promise<void>((end) => ends.push(end));
      seen.now -= 1;
      if (fails) throw new Error("failed");
      return name;
    });
  const endAll = async (all: Promise<unknown>[]) => {
    const settled = Promise.allSettled(all);
    for (let done = false; !done; ) {
      for (const end of ends.splice(0)) end();
      done = await Promise.race([settled.then(() => true), new Promise<false>((go) => setImmediate(go, false))]);
    }
    return settled;
  };
  return { seen, start, endAll };
}

test("runs no more at once than it may, in the order they came", async () => {
  const { seen, start, endAll } = bench(3, 100);
  const answers = await endAll(Array.from({ length: 50 }, (_, name) => start(name)));
  expect(answers.every(({ status }) => status === "fulfilled")).toBe(true);
  expect(seen).toMatchObject({ now: 0, most: 3, order: Array.from({ length: 50 }, (_, name) => name) });
});

test("refuses at once what would wait too long, and takes more when there is room again", async () => {
  const { start, endAll } = bench(2, 3);
  const all = Array.from({ length: 5 }, (_, name) => start(name));
  await expect(start(6)).rejects.toBeInstanceOf(TooBusy);
  await endAll(all);
  expect(await endAll([start(7)])).toEqual([{ status: "fulfilled", value: 7 }]);
});

test("gives the place of what failed to the next", async () => {
  const { seen, start, endAll } = bench(1, 10);
  const answers = await endAll([start(0, true), start(1), start(2, true), start(3)]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
  expect(seen).toMatchObject({ now: 0, most: 1 });
});
