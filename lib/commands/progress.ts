/** Writes one line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a named step and says how long it took; `work` may return a remark for that line. */
export async function step<T>(name: string, work: (note: (text: string) => void) => Promise<T>): Promise<T> {
  const started = performance.now();
  let remark = "";
  const waiting = setInterval(() => say(`  ${name} … ${seconds(started)}`), 15_000);
  try {
    const result = await work((text) => {
      remark = `, ${text}`;
    });
    say(`  ${name} (${seconds(started)}${remark})`);
    return result;
  } finally {
    clearInterval(waiting);
  }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
