import { readFileSync } from "node:fs";

/** How long a clock tick of /proc is, in ms (USER_HZ is 100 on every Linux that Node runs on). */
const tick = 10;

/** Milliseconds of processor that a process has used so far, all threads; NaN where there is no /proc. */
export function processorTime(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before it may hold spaces and brackets. Source: proc_pid_stat(5), fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * tick;
  } catch {
    return Number.NaN;
  }
}

/** The child of this process whose command line names `script`; NaN where there is none, or no /proc. */
export function childRunning(script: string): number {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim().split(" ");
    const found = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(script));
    return Number(found);
  } catch {
    return Number.NaN;
  }
}
