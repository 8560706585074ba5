import { access, functionAccess, viewAccess } from "./access";
import type { Tier } from "./tiers";
import { tiers } from "./tiers";

const clauses = {
  select: (rows: string) => `for select to %role using (${rows})`,
  insert: (rows: string) => `for insert to %role with check (${rows})`,
  update: (rows: string, updated = rows) => `for update to %role using (${rows}) with check (${updated})`,
  delete: (rows: string) => `for delete to %role using (${rows})`,
} as const;

const list = (columns: readonly string[] | undefined) =>
  columns ? ` (${columns.map((c) => `"${c}"`).join(", ")})` : "";
const quoted = (relation: string) =>
  relation
    .split(".")
    .map((part) => `"${part}"`)
    .join(".");

/**
 * The statements that bring a migrated database to exactly what `access` says; safe to run again.
 * @param role names the PostgreSQL role of a tier
 */
export function grantStatements(role: (tier: Tier) => string): string[] {
  const named = (tier: Tier) => `"${role(tier)}"`;
  const all = tiers.map(named).join(", ");
  const statements = [
    `revoke all on schema public, codes from public`,
    `grant usage on schema public to ${all}`,
    `grant usage on schema codes to ${named("auth")}`,
    `revoke all on all tables in schema public, codes from ${all}`,
  ];
  for (const [signature, allowed] of Object.entries(functionAccess)) {
    statements.push(`revoke execute on function ${signature} from public, ${all}`);
    statements.push(`grant execute on function ${signature} to ${allowed.map(named).join(", ")}`);
  }
  for (const [relation, rights] of Object.entries(access)) {
    const table = quoted(relation);
    statements.push(`alter table ${table} enable row level security`);
    for (const tier of tiers) {
      const policy = (command: string) => `"${tier}_${command}"`;
      const right = rights[tier] ?? {};
      for (const command of ["select", "insert", "update", "delete"] as const) {
        const rows = right[command];
        statements.push(`drop policy if exists ${policy(command)} on ${table}`);
        if (rows === undefined) continue;
        const columns = command === "select" ? right.columns : command === "update" ? right.sets : undefined;
        statements.push(`grant ${command}${list(columns)} on ${table} to ${named(tier)}`);
        const [before, after] = [rows, right.updated ?? rows].map((each) => (each === true ? "true" : each));
        const clause = clauses[command](before!, after).replace("%role", named(tier));
        statements.push(`create policy ${policy(command)} on ${table} ${clause}`);
      }
    }
  }
  for (const [view, allowed] of Object.entries(viewAccess)) {
    statements.push(`grant select on ${quoted(view)} to ${allowed.map(named).join(", ")}`);
  }
  return statements;
}
