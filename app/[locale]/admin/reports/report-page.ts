import { notFound } from "next/navigation";
import type * as z from "zod";
import { dayText } from "@/lib/reports/rules/tables";
import type { Operation, Result } from "@/lib/web/operation";
import type { adminPage } from "../admin-page";

type Page = Awaited<ReturnType<typeof adminPage>>;

/** What a list of rows is asked for by its address: days, shop, and where to go on. */
export function askedOf({ query }: Pick<Page, "query">): Record<string, string> {
  const names = ["period", "from", "to", "retailer", "after"] as const;
  return Object.fromEntries(names.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
}

/** What an operation answered; an address that cannot be is one where nothing is. */
export async function answered<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  context: Page["context"],
  input: object,
): Promise<z.output<O>> {
  const result: Result<z.output<O>> = await operation.safe(context, input);
  if (result.ok) return result.data;
  if (["not_found", "invalid", "forbidden"].includes(result.error.code)) notFound();
  throw result.error;
}

/** Days in words. */
export const spanText = ({ say, locale }: Pick<Page, "say" | "locale">, { from, to }: { from: string; to: string }) =>
  say("admin.reports.span", { from: dayText(from, locale), to: dayText(to, locale) });
