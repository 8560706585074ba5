/** More work waits than is worth waiting for. */
export class TooBusy extends Error {
  override name = "TooBusy";
}

/**
 * Lets at most `running` pieces of work run at the same time and `waiting` wait for them, first come, first served; the
 * next one is refused at once.
 */
export function atMost(running: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const line: (() => void)[] = [];
  return async (work) => {
    if (busy < running) busy += 1;
    else if (line.length >= waiting) throw new TooBusy("too much is waiting already");
    // Whoever leaves hands its place on, so that nobody slips in between.
    else await new Promise<void>((go) => line.push(go));
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
