import type { Tier } from "@/db/tiers";
import { type Actor, nobody, type StaffRole } from "./actor";
import type { Operation } from "./operation";

const account: Actor = { ...nobody, userId: 1 };
const staff = (role: StaffRole): Actor => ({ ...account, roles: [role] });

/** One of each kind of people that DESIGN 9 tells apart, holding nothing but what makes them so. */
export const kinds = {
  nobody,
  shopper: account,
  "shop staff": { ...account, shops: [1] },
  "shop owner": { ...account, shops: [1], owns: [1] },
  "product manager": staff("product_manager"),
  operator: staff("operator"),
  supervisor: staff("supervisor"),
  admin: staff("admin"),
} as const satisfies Record<string, Actor>;

export type Kind = keyof typeof kinds;

/** The database login that an operation runs by for a kind of people; null for whom it refuses. */
export const loginFor = (operation: Operation, kind: Kind): Tier | null =>
  operation.allow.find((guard) => guard.holds(kinds[kind]))?.tier ?? null;

const nounOf = (name: string) => name.split(".")[0]!;
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

function line(operation: Operation): string {
  const { name, readOnly, http } = operation;
  const address = http ? `\`${http.method} ${http.path}\`` : "";
  const logins = (Object.keys(kinds) as Kind[]).map((kind) => loginFor(operation, kind) ?? "–");
  return row([`\`${name}\``, readOnly ? "reads" : "writes", address, ...logins]);
}

/** Who may call what, and by which database login it runs then, as a page of Markdown: a table for each noun. */
export function permissionsPage(operations: Iterable<Operation>): string {
  const sorted = [...operations].sort((a, b) => (a.name < b.name ? -1 : 1));
  const nouns = [...new Set(sorted.map(({ name }) => nounOf(name)))];
  const heads = ["operation", "", "REST", ...Object.keys(kinds)];
  const tables = nouns.map((noun) =>
    [
      `## ${noun}`,
      "",
      row(heads),
      row(heads.map(() => "---")),
      ...sorted.filter(({ name }) => nounOf(name) === noun).map(line),
      "",
    ].join("\n"),
  );
  return [
    "# Who may do what",
    "",
    "Made from the operations by `npm run permissions`; a test compares it with them. A cell names the database login that",
    "the operation runs by for that kind of people (what each login may do to which rows stands in `db/access.ts`), – is",
    "refused. Whoever is several of them runs by the first login that the operation names. Which shop, which order, which",
    "account it may be about is decided by row-level security: what is not theirs is not there.",
    "",
    ...tables,
  ].join("\n");
}
