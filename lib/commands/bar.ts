import { say } from "./progress";

const width = 30;
const everyMs = 5_000;

/** A bar that is redrawn in place on a terminal; elsewhere a line every five seconds. */
export function progressBar(unit: string): { show: (done: number, total: number) => void; end: () => void } {
  const terminal = process.stdout.isTTY;
  let last = performance.now();
  let drawn = false;
  return {
    show: (done, total) => {
      const share = total > 0 ? Math.min(1, done / total) : 1;
      const text = `${Math.floor(share * 100)} %  ${done} of ${total} ${unit}`;
      if (terminal) {
        const full = Math.round(share * width);
        process.stdout.write(`\r  ${"█".repeat(full)}${"░".repeat(width - full)} ${text}\u001b[K`);
        drawn = true;
      } else if (performance.now() - last >= everyMs) {
        last = performance.now();
        say(`  ${text}`);
      }
    },
    end: () => {
      if (drawn) process.stdout.write("\n");
      drawn = false;
    },
  };
}
