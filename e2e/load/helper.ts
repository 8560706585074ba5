import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { childEnv } from "@/lib/platform/env";

const running = new Set<ChildProcess>();

export type Helper = {
  pid: number;
  /** Sends `message` and waits for the one answer. Rejects when the helper ends or fails instead. */
  ask<T>(message: unknown): Promise<T>;
  stop(): void;
};

/** Starts a script of this folder as a process of its own, so that what measures does not slow what is measured. */
export function startHelper(script: "generator" | "floor-http" | "floor-submit"): Helper {
  const child = fork(join(import.meta.dirname, `${script}.ts`), {
    execArgv: ["--import", "tsx"],
    env: childEnv(),
    serialization: "advanced",
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return {
    pid: child.pid ?? Number.NaN,
    ask: (message) =>
      new Promise((resolve, reject) => {
        const ended = () => reject(new Error(`${script} ended before it answered`));
        child.once("exit", ended);
        child.once("message", (answer: { failed?: string }) => {
          child.off("exit", ended);
          if (answer.failed === undefined) resolve(answer as never);
          else reject(new Error(`${script}: ${answer.failed}`));
        });
        child.send(message as object);
      }),
    stop: () => void child.kill(),
  };
}

/** Ends every helper that still runs. */
export function stopHelpers(): void {
  for (const child of running) child.kill();
}

/** The helper's side: answers each message with what `work` returns; ends when the parent does. */
export function answerParent<T>(work: (message: T) => Promise<object>): void {
  process.on("message", (message) => {
    work(message as T).then(
      (answer) => process.send?.(answer),
      (error: unknown) => process.send?.({ failed: error instanceof Error ? error.message : String(error) }),
    );
  });
  process.once("disconnect", () => process.exit());
}
