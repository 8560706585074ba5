/** Milliseconds of each success, the seconds they took together, and refusals by status or error. */
export type Sample = { latencies: Float64Array; seconds: number; refused: Record<string, number> };

/** `p50` and `p99` in milliseconds. */
export type Measured = { requests: number; perSecond: number; p50: number; p99: number };

/** A measured thing beside its floor; `ratio` is how much of the floor's requests a second it reaches. */
export type Comparison = { name: string; charsu: Measured; floor: Measured; ratio: number };

/** The figures of several samples of one thing. Throws when anything was refused: refusals are fast. */
export function summarize(name: string, samples: readonly Sample[]): Measured {
  const refused = samples.flatMap((sample) => Object.entries(sample.refused));
  if (refused.length) {
    throw new Error(`${name}: refused ${refused.map(([status, times]) => `${times} × ${status}`).join(", ")}`);
  }
  const all = samples.flatMap((sample) => [...sample.latencies]).sort((a, b) => a - b);
  const seconds = samples.reduce((sum, sample) => sum + sample.seconds, 0);
  if (!all.length) throw new Error(`${name}: nothing was answered in ${seconds} s`);
  const at = (share: number) => round(all[Math.min(all.length - 1, Math.floor(all.length * share))]!);
  return { requests: all.length, perSecond: Math.round(all.length / seconds), p50: at(0.5), p99: at(0.99) };
}

export function compare(name: string, charsu: readonly Sample[], floor: readonly Sample[]): Comparison {
  const own = summarize(name, charsu);
  const least = summarize(`${name}, floor`, floor);
  return { name, charsu: own, floor: least, ratio: round(own.perSecond / least.perSecond, 1000) };
}

const round = (value: number, parts = 100) => Math.round(value * parts) / parts;
