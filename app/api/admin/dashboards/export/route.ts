import type { NextRequest } from "next/server";
import { AppError } from "@/lib/platform/errors";
import { readCatalogFigures } from "@/lib/reports/operations/catalog";
import { readDashboard } from "@/lib/reports/operations/dashboard";
import { dashboardFile } from "@/lib/reports/operations/files";
import { errorEnvelope } from "@/lib/web/envelope";
import { may } from "@/lib/web/operation";
import { contextOf } from "@/lib/web/request-context";

const noStore = { "cache-control": "no-store" };

/** A dashboard as a file: the same operations that its page shows. */
export async function GET(request: NextRequest): Promise<Response> {
  const context = contextOf({
    header: (name) => request.headers.get(name),
    cookie: (name) => request.cookies.get(name)?.value,
  });
  const { table, format, ...asked } = Object.fromEntries(
    [...request.nextUrl.searchParams].filter(([, value]) => value !== ""),
  );
  const refuse = (error: AppError) =>
    Response.json(errorEnvelope(error, context.requestId), { status: error.status, headers: noStore });
  const catalog = await readCatalogFigures.safe(context, asked);
  if (!catalog.ok) return refuse(catalog.error);
  const sales = may(await context.actor(), readDashboard) ? await readDashboard.safe(context, asked) : null;
  if (sales && !sales.ok) return refuse(sales.error);
  const given = { sales: sales?.data ?? null, catalog: catalog.data, telling: context };
  const file = format === "csv" || format === "xlsx" ? await dashboardFile(given, format, table) : null;
  if (!file) return refuse(new AppError("not_found", context.say("errors.not_found")));
  return new Response(file.body, {
    headers: { ...noStore, "content-type": file.type, "content-disposition": `attachment; filename="${file.name}"` },
  });
}
