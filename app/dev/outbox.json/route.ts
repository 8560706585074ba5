import type { NextRequest } from "next/server";
import { outboxList } from "@/lib/accounts/outbox";
import { env } from "@/lib/platform/env";

/** A `+` that nobody escaped arrives as a space. */
const recipient = (to: string | null) => to?.replace(/^ /, "+").trim().toLowerCase() || undefined;

export async function GET(request: NextRequest): Promise<Response> {
  const to = recipient(request.nextUrl.searchParams.get("to"));
  if (env.CHARSU_ENV === "production") return new Response(null, { status: 404 });
  return Response.json(await outboxList(to), { headers: { "cache-control": "no-store" } });
}
