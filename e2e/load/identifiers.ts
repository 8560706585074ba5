import { Client } from "pg";
import { hashPassword } from "@/lib/accounts/passwords";
import { translator } from "@/lib/platform/messages";
import type { PrivateShop } from "./private-shop";

const EACH = 200;
const password = "one saffron per lane";

/** Medians in milliseconds for addresses with an account, without one, and without one again: the noise of the run. */
export type Likeness = { door: string; known: number; unknown: number; again: number; status: number };

const doors = {
  "request-otp": (identifier: string) => ({ identifier }),
  "forgot-password": (identifier: string) => ({ identifier }),
  login: (identifier: string) => ({ identifier, password: `${password}!` }),
};

/**
 * Asks the doors of signing in about 200 addresses that have an account with a password and twice 200 that have none, in
 * turn. Throws when status or body tell them apart.
 */
export async function compareIdentifiers({ origin, databaseUrl }: PrivateShop): Promise<Likeness[]> {
  const results: Likeness[] = [];
  for (const [door, data] of Object.entries(doors)) {
    await makeAccounts(databaseUrl, door);
    const times: Record<string, number[]> = { known: [], unknown: [], again: [] };
    const answers = new Set<string>();
    for (let index = 0; index < EACH; index += 1) {
      for (const group of Object.keys(times)) {
        const began = performance.now();
        const response = await fetch(`${origin}/api/auth/${door}`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            "x-forwarded-for": `10.${results.length}.${index}.${group.length}`,
          },
          body: JSON.stringify(data(address(group, door, index))),
        });
        const body = (await response.json()) as { data: object | null };
        times[group]!.push(performance.now() - began);
        // What is random in an answer is left out.
        const shape = { ...body, data: body.data && Object.keys(body.data), requestId: "" };
        answers.add(JSON.stringify([response.status, shape]));
      }
    }
    if (answers.size > 1) throw new Error(`${door} tells addresses apart: ${[...answers].join(" and ")}`);
    const [status] = JSON.parse([...answers][0]!) as [number];
    const [known, unknown, again] = Object.values(times).map(median) as [number, number, number];
    results.push({ door, known, unknown, again, status });
  }
  return results;
}

const address = (group: string, door: string, index: number) => `${group}-${door}-${index}@example.com`;

async function makeAccounts(databaseUrl: string, door: string): Promise<void> {
  const hash = await hashPassword(password, translator("en"));
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const emails = Array.from({ length: EACH }, (_, index) => address("known", door, index));
    await client.query(
      `with made as (
        insert into users (name, email, email_confirmed_at) select 'Known', email, now() from unnest($1::text[]) as email returning id)
      insert into credentials (user_id, password_hash) select id, $2 from made`,
      [emails, hash],
    );
  } finally {
    await client.end();
  }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
