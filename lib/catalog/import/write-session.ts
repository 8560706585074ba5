import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** One import at work in its transaction. */
export type WriteSession = {
  tx: Database;
  retailer: { id: number; handle: string };
  /** Whether categories and brands that are missing are made; a shop may not. */
  makesReferences: boolean;
  /**
   * Called before the first row that shops share (a category, a brand, a product's address) is made: imports that make
   * such rows then wait for each other, where they would otherwise wait in a ring. True when it was the first call, and
   * what was read before may be out of date.
   */
  claimShared: () => Promise<boolean>;
};

/**
 * Begins an import: others of the same shop wait until this transaction ends.
 * Large files are one long transaction, so statements and the commit get more time than a page's.
 */
export async function openSession(
  tx: Database,
  retailer: WriteSession["retailer"],
  makesReferences = true,
): Promise<WriteSession> {
  await tx.execute(sql`select set_config('statement_timeout', '900s', true),
    set_config('idle_in_transaction_session_timeout', '300s', true)`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('charsu.import'), ${retailer.id})`);
  return { tx, retailer, makesReferences, claimShared: sharedClaim(tx) };
}

/** See `WriteSession.claimShared`. */
export function sharedClaim(tx: Database): () => Promise<boolean> {
  let claimed = false;
  return async () => {
    if (claimed) return false;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('charsu.catalog'))`);
    claimed = true;
    return true;
  };
}
