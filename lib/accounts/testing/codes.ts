import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { stranger } from "@/lib/web/testing/context";
import { requestCode } from "../operations";

/** The newest code that the outbox holds for an address. */
export async function codeIn(owner: Database, recipient: string): Promise<string> {
  const { rows } = await owner.execute<{ text: string }>(
    sql`select text from outbox_message where recipient = ${recipient} and text ~ '\\m[0-9]{6,8}\\M' order by id desc limit 1`,
  );
  const code = /(?<!\d)\d{6,8}(?!\d)/.exec(rows[0]?.text ?? "")?.[0];
  if (!code) throw new Error(`No code for ${recipient}.`);
  return code;
}

/** Asks for a code as a browser would, and reads it from the outbox. */
export async function askForCode(owner: Database, identifier: string, recipient = identifier) {
  await forgetSends(owner);
  const { challenge } = await requestCode.call(stranger(), { identifier });
  return { identifier, challenge, code: await codeIn(owner, recipient) };
}

/** As if the day had passed: every count of every limit is dropped. */
export async function forgetSends(owner: Database): Promise<void> {
  await owner.execute(sql`delete from codes.hit`);
}

/** A code of the same length that is not this one. */
export const otherThan = (code: string, by = 1): string =>
  String((Number(code) + by) % 10 ** code.length).padStart(code.length, "0");
