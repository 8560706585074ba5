import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events } from "@/db/schema";

/** Writes an event in this transaction; its subscribers see it after the commit. */
export const tell = (tx: Database, name: string, payload: Record<string, unknown>) =>
  tx.insert(events).values({ name, payload, userId: sql`app_uid()` });
