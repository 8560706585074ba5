import { sql } from "drizzle-orm";
import { database } from "@/db/client";

export type Verdict = {
  /** Entries whose hash was made anew. */
  checked: number;
  /** The end of the chain: what to keep elsewhere, to see later that nothing was cut off. */
  head: { position: number; hash: string } | null;
  /** Where the chain does not hold, in words; empty when it does. */
  breaks: string[];
};

type Link = { id: number; position: number; previous: string; hash: string; made: string };

const chunk = 20_000;
const mostBreaks = 20;

/**
 * Goes along the audit's chain: each entry is at the position after the one before it, names that one's hash, and has
 * the hash that its content makes. Every entry must be in the chain.
 * @param progress told how many entries are done
 */
export async function verifyAudit(progress: (done: number) => void = () => undefined): Promise<Verdict> {
  const db = database("admin");
  const verdict: Verdict = { checked: 0, head: null, breaks: [] };
  const say = (line: string) => {
    if (verdict.breaks.length < mostBreaks) verdict.breaks.push(line);
  };
  for (;;) {
    const from = verdict.head?.position ?? 0;
    // As `audit_seal` makes it (db/migrations/0001_rules.sql).
    const { rows } = await db.execute<Link>(sql`
      select a.id::int as id, a.position::int as position, a.previous_hash as previous, a.hash,
        encode(sha256(convert_to(concat_ws('|', a.previous_hash, a.id, extract(epoch from a.at), a.user_id, a.login, a.action, a.relation, a.record, a.before, a.after), 'UTF8')), 'hex') as made
      from audit_log a where a.position > ${from} order by a.position limit ${chunk}`);
    if (!rows.length) break;
    for (const { id, position, previous, hash, made } of rows) {
      const { head } = verdict;
      if (position !== (head?.position ?? 0) + 1)
        say(`before entry ${id}: positions ${(head?.position ?? 0) + 1} to ${position - 1} are missing`);
      if (previous !== (head?.hash ?? "")) say(`entry ${id}: it follows another entry than the one before it`);
      if (hash !== made) say(`entry ${id}: its content is not what was sealed`);
      verdict.head = { position, hash };
      verdict.checked += 1;
    }
    progress(verdict.checked);
  }
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from audit_log where position is null`,
  );
  if (rows[0]!.count) say(`${rows[0]!.count} entries were never sealed`);
  return verdict;
}
