import { revalidateTag } from "next/cache";
import type { NextRequest } from "next/server";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { coerceStrings } from "./coerce";
import type { Context } from "./context";
import { serializeCookie } from "./cookies";
import { errorEnvelope, successEnvelope } from "./envelope";
import type { Method, Operation } from "./operation";
import { contextOf } from "./request-context";

const bodyLimit = 1_000_000;

type RouteProps = { params: Promise<Record<string, string | string[] | undefined>> };
type Handler = (request: NextRequest, props: RouteProps) => Promise<Response>;

function refuse(context: Context, error: AppError, headers: Record<string, string> = {}): Response {
  const all = new Headers({ "cache-control": "no-store", ...headers });
  if (error.retryAfter !== undefined) all.set("retry-after", String(error.retryAfter));
  return Response.json(errorEnvelope(error, context.requestId), { status: error.status, headers: all });
}

async function jsonBody(request: NextRequest, context: Context): Promise<Record<string, unknown>> {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > bodyLimit) throw new AppError("too_large", context.say("errors.too_large"));
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type && type !== "application/json") {
    throw new AppError("unsupported_media_type", context.say("errors.unsupported_media_type"));
  }
  const text = await request.text();
  if (text.length > bodyLimit) throw new AppError("too_large", context.say("errors.too_large"));
  if (text.trim() === "") return {};
  if (!type) throw new AppError("unsupported_media_type", context.say("errors.unsupported_media_type"));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError("malformed", context.say("errors.malformed"));
  }
  if (!value || typeof value !== "object" || Array.isArray(value)) {
    throw new AppError("malformed", context.say("errors.malformed"));
  }
  return value as Record<string, unknown>;
}

/** One flat input: the body or the query, then headers and cookies by name, and the path over all of them. */
async function inputOf(
  operation: Operation,
  request: NextRequest,
  props: RouteProps,
  context: Context,
): Promise<unknown> {
  const fromBody = request.method !== "GET" && request.method !== "HEAD" && request.method !== "DELETE";
  const input = fromBody
    ? await jsonBody(request, context)
    : coerceStrings(operation.input, request.nextUrl.searchParams.entries());
  for (const [field, header] of Object.entries(operation.http?.headers ?? {})) {
    const value = request.headers.get(header);
    if (value !== null) input[field] = value;
  }
  for (const [field, name] of Object.entries(operation.cookies ?? {})) {
    const value = context.cookie(name);
    if (value !== undefined && input[field] === undefined) input[field] = value;
  }
  const params = Object.entries(await props.params).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return { ...input, ...coerceStrings(operation.input, params) };
}

function endpoint(operation: Operation): Handler {
  return async (request, props) => {
    const context = contextOf({
      header: (name) => request.headers.get(name),
      cookie: (name) => request.cookies.get(name)?.value,
    });
    let input: unknown;
    try {
      input = await inputOf(operation, request, props, context);
    } catch (error) {
      if (error instanceof AppError) return refuse(context, error);
      throw error;
    }
    const result = await operation.safe(context, input);
    for (const tag of context.expired) revalidateTag(tag, { expire: 0 });
    if (!result.ok) return refuse(context, result.error);
    const headers = new Headers({ "cache-control": "no-store", "x-request-id": context.requestId });
    for (const cookie of context.cookies)
      headers.append("set-cookie", serializeCookie(cookie, env.CHARSU_ENV === "production"));
    return Response.json(successEnvelope(result.data, result.message), {
      status: operation.http?.status ?? 200,
      headers,
    });
  };
}

/**
 * The REST doors of one path: each operation under its own method, 405 in the envelope for the others.
 * `export const { GET, POST, PUT, PATCH, DELETE } = rest(listProducts)`
 */
export function rest(...operations: Operation[]): Record<Method, Handler> {
  const known = new Map(operations.map((each) => [each.http?.method, endpoint(each)]));
  const allow = [...known.keys(), ...(known.has("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const notAllowed: Handler = async (request) => {
    const context = contextOf({ header: (name) => request.headers.get(name), cookie: () => undefined });
    return refuse(context, new AppError("method_not_allowed", context.say("errors.method_not_allowed")), { allow });
  };
  const pick = (method: Method): Handler => known.get(method) ?? notAllowed;
  return { GET: pick("GET"), POST: pick("POST"), PUT: pick("PUT"), PATCH: pick("PATCH"), DELETE: pick("DELETE") };
}
