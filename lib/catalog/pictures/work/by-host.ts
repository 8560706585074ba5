/**
 * Works on things of several hosts at once, `all` in all and `each` of one host; what a host has waits for its turn, and
 * nobody else does.
 */
export async function byHost<T>(
  things: readonly T[],
  hostOf: (thing: T) => string,
  { all, each }: { all: number; each: number },
  work: (thing: T) => Promise<void>,
): Promise<void> {
  const left = [...things];
  const running = new Map<string, number>();
  const mayRun = (thing: T) => (running.get(hostOf(thing)) ?? 0) < each;
  const count = (thing: T, by: number) => running.set(hostOf(thing), (running.get(hostOf(thing)) ?? 0) + by);
  const busy = new Set<Promise<void>>();
  while (left.length || busy.size) {
    const index = busy.size < all ? left.findIndex(mayRun) : -1;
    if (index < 0) {
      await Promise.race(busy);
      continue;
    }
    const [thing] = left.splice(index, 1) as [T];
    count(thing, 1);
    const done: Promise<void> = work(thing).finally(() => {
      count(thing, -1);
      busy.delete(done);
    });
    busy.add(done);
  }
}
