import { type ChildProcess, spawn } from "node:child_process";
import { childEnv } from "@/lib/platform/env";

const running = new Set<ChildProcess>();

/** A program of `node_modules`, run by this Node; never through npx, which would leave it behind when stopped. */
export type NodeProgram = { script: string; args?: string[]; env?: Record<string, string | undefined> };

/** Runs to the end. With `show` its output goes to the terminal, else it is collected and returned. */
export async function run(program: NodeProgram, { show = false } = {}): Promise<{ ok: boolean; output: string }> {
  const child = spawn(process.execPath, [program.script, ...(program.args ?? [])], {
    env: childEnv(program.env),
    stdio: show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  }
  return { ok: (await track(child)) === 0, output };
}

/** Starts a server that runs until {@link stopChildren}; its output goes to the file `log`. */
export function background(args: string[], env: Record<string, string | undefined>, log: number): ChildProcess {
  const child = spawn(process.execPath, args, { env: childEnv(env), stdio: ["ignore", log, log] });
  void track(child);
  return child;
}

/** Asks everything this process started to end, and waits for it; what has not ended after 15 s is killed. */
export async function stopChildren(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const hard = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await gone;
      clearTimeout(hard);
    }),
  );
}

function track(child: ChildProcess): Promise<number | null> {
  running.add(child);
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      running.delete(child);
      resolve(code);
    };
    child.once("error", () => end(1));
    child.once("exit", end);
  });
}
