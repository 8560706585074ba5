import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { revalidateTag } from "next/cache";
import type { NextRequest } from "next/server";
import * as z from "zod";
import { env } from "@/lib/platform/env";
import { AppError, type ErrorCode } from "@/lib/platform/errors";
import { safePath } from "@/lib/platform/messages/paths";
import { coerceStrings } from "./coerce";
import type { Context } from "./context";
import { serializeCookie } from "./cookies";
import { errorEnvelope, successEnvelope } from "./envelope";
import { fileBody } from "./file-body";
import { jsonBody } from "./json-body";
import { type Method, type Operation, type Result, toAppError } from "./operation";
import { contextOf } from "./request-context";

/** `params` is nothing where the path has none. */
type RouteProps = { params: Promise<Record<string, string | string[] | undefined> | undefined> };
type Handler = (request: NextRequest, props: RouteProps) => Promise<Response>;

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const satisfies Method[];

/** Kept by a shared cache for as long as a burst lasts, and compared by its ETag ever after. */
const publicly = "public, max-age=0, s-maxage=1";

/** Headers of an answer for one person, with the cookies that the operation left: a refusal may leave some, too. */
function privately(context: Context, headers: Record<string, string> = {}): Headers {
  const all = new Headers({ "cache-control": "no-store", ...headers });
  for (const cookie of context.cookies)
    all.append("set-cookie", serializeCookie(cookie, env.CHARSU_ENV === "production"));
  return all;
}

function refuse(context: Context, error: AppError, headers: Record<string, string> = {}): Response {
  const all = privately(context, headers);
  if (error.retryAfter !== undefined) all.set("retry-after", String(error.retryAfter));
  return Response.json(errorEnvelope(error, context.requestId), { status: error.status, headers: all });
}

const fieldsInPath = (operation: Operation): string[] =>
  [...(operation.http?.path ?? "").matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);

async function pathFields(operation: Operation, props: RouteProps): Promise<Record<string, unknown>> {
  const params = Object.entries((await props.params) ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return coerceStrings(operation.input, params);
}

/** One flat input: the body or the query, then headers and cookies by name, and the path over all of them. */
async function inputOf(
  operation: Operation,
  request: NextRequest,
  props: RouteProps,
  context: Context,
): Promise<Record<string, unknown>> {
  const takes = operation.http?.takes;
  if (takes) {
    const { fields, name, bytes, files } = await fileBody(request, takes.field, context.say);
    const given = [...request.nextUrl.searchParams.entries(), ...Object.entries(fields)];
    const read = coerceStrings(operation.input, given);
    const next = fields.next === undefined ? {} : { next: fields.next };
    const inPath = await pathFields(operation, props);
    if (takes.several) return { ...next, ...read, ...inPath, [takes.field]: files };
    const file = { ...(name && { [takes.name]: name }), ...read, ...(bytes && { [takes.field]: bytes }) };
    return { ...next, ...file, ...inPath };
  }
  const fromBody = request.method !== "GET" && request.method !== "HEAD" && request.method !== "DELETE";
  const input = fromBody
    ? await jsonBody(request, context.say)
    : coerceStrings(operation.input, request.nextUrl.searchParams.entries());
  for (const [field, header] of Object.entries(operation.http?.headers ?? {})) {
    const value = request.headers.get(header);
    if (value !== null) input[field] = value;
  }
  for (const [field, name] of Object.entries(operation.cookies ?? {})) {
    const value = context.cookie(name);
    if (value !== undefined && input[field] === undefined) input[field] = value;
  }
  return { ...input, ...(await pathFields(operation, props)) };
}

/** An address whose `{id}` cannot be one is an address where nothing is. */
function settle(operation: Operation, error: AppError, context: Context): AppError {
  const inPath = fieldsInPath(operation);
  const nothing = error.code === "invalid" && error.errors.some(({ field }) => inPath.includes(field));
  return nothing ? new AppError("not_found", context.say("errors.not_found")) : error;
}

/** Public JSON with its ETag, or 304 when the client has it already. Source: RFC 9110, 13.1.2. */
export function cacheable(request: NextRequest, body: string): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = { "cache-control": publicly, etag, "content-type": "application/json" };
  const known = request.headers.get("if-none-match") ?? "";
  const same = known === "*" || known.split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
  return same ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}

/** What was wrong for a page's address, and with which file where there were several. */
function problemOf({ code, errors, data }: AppError): URLSearchParams {
  const { file } = (data ?? {}) as { file?: string };
  return new URLSearchParams({ problem: errors[0]?.code ?? code, ...(file && { file }) });
}

/** Where a browser's form leads: on to what came of it, or back to where it stood with what was wrong. */
function goOn(context: Context, next: string, result: Result<unknown>): Response {
  const id = result.ok ? String((result.data as { id?: unknown }).id ?? "") : "";
  const [to = "", back = to] = next.split(" ");
  const page = result.ok ? to.replace("{id}", id) : `${back}?${problemOf(result.error)}`;
  return new Response(null, { status: 303, headers: privately(context, { location: safePath(page, "/") }) });
}

const fileView = z.object({ name: z.string(), type: z.string(), path: z.string() });

/** A file for a person to keep; no browser shows it in its place. Source of the name: RFC 6266, RFC 8187. */
async function sendFile(context: Context, { name, type, path }: z.infer<typeof fileView>): Promise<Response> {
  const { size } = await stat(path);
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  const headers = privately(context, {
    "content-type": type,
    "content-length": String(size),
    "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  });
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, { headers });
}

function endpoint(operation: Operation): Handler {
  return async (request, props) => {
    const context = contextOf({
      header: (name) => request.headers.get(name),
      cookie: (name) => request.cookies.get(name)?.value,
    });
    let input: Record<string, unknown>;
    try {
      input = await inputOf(operation, request, props, context);
    } catch (error) {
      return refuse(context, toAppError(error, context, operation.name));
    }
    const result = await operation.safe(context, input);
    for (const tag of context.expired) revalidateTag(tag, { expire: 0 });
    const { next } = input;
    if (operation.http?.takes && typeof next === "string") return goOn(context, next, result);
    if (!result.ok) return refuse(context, settle(operation, result.error, context));
    if (operation.http?.sendsFile) return sendFile(context, fileView.parse(result.data));
    const envelope = successEnvelope(result.data, result.message);
    if (operation.http?.cache === "public") return cacheable(request, JSON.stringify(envelope));
    const { status = 200, download } = operation.http ?? {};
    const headers = privately(context);
    if (download === undefined) return Response.json(envelope, { status, headers });
    headers.set("content-type", "application/json");
    headers.set("content-disposition", `attachment; filename="${download}"`);
    return new Response(JSON.stringify(envelope, null, 2), { status, headers });
  };
}

function refusal(code: ErrorCode, headers?: Record<string, string>): Handler {
  return async (request) => {
    const context = contextOf({ header: (name) => request.headers.get(name), cookie: () => undefined });
    return refuse(context, new AppError(code, context.say(`errors.${code}`)), headers);
  };
}

/** Handlers by method, with OPTIONS that names them and 405 in the envelope for the others. */
export function handlers(known: Partial<Record<Method, Handler>>): Record<Method | "OPTIONS", Handler> {
  const taken = methods.filter((method) => known[method]);
  const allow = [...taken, ...(known.GET ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const rest = refusal("method_not_allowed", { allow });
  const pick = (method: Method): Handler => known[method] ?? rest;
  return {
    GET: pick("GET"),
    POST: pick("POST"),
    PUT: pick("PUT"),
    PATCH: pick("PATCH"),
    DELETE: pick("DELETE"),
    OPTIONS: async () => new Response(null, { status: 204, headers: { allow, "cache-control": "no-store" } }),
  };
}

/**
 * The REST doors of one path: each operation under its own method.
 * `export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = rest(listProducts)`
 */
export function rest(...operations: Operation[]): Record<Method | "OPTIONS", Handler> {
  return handlers(Object.fromEntries(operations.map((each) => [each.http?.method, endpoint(each)])));
}

/** The doors of an address where nothing is: 404 in the envelope for every method. */
export function nothingHere(): Record<Method | "OPTIONS", Handler> {
  const notFound = refusal("not_found");
  return { GET: notFound, POST: notFound, PUT: notFound, PATCH: notFound, DELETE: notFound, OPTIONS: notFound };
}
