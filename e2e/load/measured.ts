import { processorTime } from "./processor";

/** What a generator saw: milliseconds of each success that was counted, and the seconds they took together. */
export type Sample = {
  latencies: Float64Array;
  seconds: number;
  /** All answers, also those before counting began. */
  answered: number;
  /** Refusals by status or error. */
  refused: Record<string, number>;
};

/** With the milliseconds of processor that the measured process used for all that it answered. */
export type Timed = Sample & { processor: number };

/** `p50`, `p99` and `processor` (of the measured process, a request) in milliseconds. */
export type Measured = { requests: number; perSecond: number; p50: number; p99: number; processor: number };

/** A measured thing beside its floor; `ratio` is how much of the floor's requests a second it reaches. */
export type Comparison = { name: string; charsu: Measured; floor: Measured; ratio: number };

/** The figures of several samples of one thing. Throws when anything was refused: refusals are fast. */
export function summarize(name: string, samples: readonly Timed[]): Measured {
  const refused = samples.flatMap((sample) => Object.entries(sample.refused));
  if (refused.length) {
    throw new Error(`${name}: refused ${refused.map(([status, times]) => `${times} × ${status}`).join(", ")}`);
  }
  const sum = (of: (sample: Timed) => number) => samples.reduce((total, sample) => total + of(sample), 0);
  const all = samples.flatMap((sample) => [...sample.latencies]).sort((a, b) => a - b);
  const seconds = sum((sample) => sample.seconds);
  if (!all.length) throw new Error(`${name}: nothing was answered in ${seconds} s`);
  const at = (share: number) => round(all[Math.min(all.length - 1, Math.floor(all.length * share))]!);
  return {
    requests: all.length,
    perSecond: Math.round(all.length / seconds),
    p50: at(0.5),
    p99: at(0.99),
    processor: round(sum((sample) => sample.processor) / sum((sample) => sample.answered), 1000),
  };
}

export function compare(name: string, charsu: readonly Timed[], floor: readonly Timed[]): Comparison {
  const own = summarize(name, charsu);
  const least = summarize(`${name}, floor`, floor);
  return { name, charsu: own, floor: least, ratio: round(own.perSecond / least.perSecond, 1000) };
}

const round = (value: number, parts = 100) => Math.round(value * parts) / parts;

/** Runs `measure` and adds the processor time that the process `pid` used meanwhile. */
export async function timed(pid: number, measure: () => Promise<Sample>): Promise<Timed> {
  const before = processorTime(pid);
  const sample = await measure();
  return { ...sample, processor: processorTime(pid) - before };
}
