import type { Pool } from "pg";

type Open = () => Pool;
// Next bundles this file apart from the process around it; what was set is shared all the same.
const shared = globalThis as { [key: symbol]: Open | undefined };
const slot = Symbol.for("charsu.auth-pool");

/** Says how to open the pool of the one login that is granted codes, limits and the outbox. Called by db/client.ts. */
export function setAuthPool(open: Open): void {
  shared[slot] = open;
}

/** That pool, as `query` alone: opened when first used, so that pools may be closed and opened again in between. */
export const authPool: Pick<Pool, "query"> = {
  query: ((...args: Parameters<Pool["query"]>) => {
    const open = shared[slot];
    if (!open) throw new Error("no database: import db/client before the first use of the store");
    return open().query(...args);
  }) as Pool["query"],
};
