import type * as z from "zod";
import { type ErrorCode, errorStatus } from "@/lib/platform/errors";
import { limits } from "@/lib/platform/limits";
import { nobody } from "./actor";
import { type JsonSchema, jsonSchemas } from "./json-schema";
import type { Http, Operation } from "./operation";

export type ApiDescription = {
  title: string;
  description: string;
  version: string;
  /** By the name that their code has. */
  operations: Readonly<Record<string, Operation>>;
  /** Shapes that stand once, by their names in the document. */
  views: Readonly<Record<string, z.ZodType>>;
  /** Inputs that work, by the names of `operations`. */
  examples: Readonly<Record<string, Record<string, unknown>>>;
};

const meanings: Record<number, string> = {
  400: "Malformed: not JSON, or not an object.",
  401: "Not signed in; or code, password or second factor are not right.",
  403: "Signed in, but without the right, or with a password that must be changed first; or sent by a page of another site.",
  404: "Not there, or not yours.",
  405: "The address does not take that method; `Allow` names those it takes.",
  409: "Changed or sold out in the meantime; `data` and `errors` say what.",
  413: "Larger than what is taken at once.",
  415: "Not of a type that is taken here: `application/json` where nothing else is said.",
  422: "Fields that need another look, each in `errors`.",
  429: "Too many tries; `Retry-After` says when to come back.",
  500: "A mistake on our side. Nothing was changed.",
  503: "Too busy or not ready; `Retry-After` says when to come back.",
};

const errorSchema: JsonSchema = {
  type: "object",
  description: "Why it did not work.",
  required: ["success", "message", "data", "code", "errors", "requestId"],
  additionalProperties: false,
  properties: {
    success: { const: false },
    message: { type: "string", description: "For the person who reads it." },
    data: { description: "What the client needs to go on; null in most cases." },
    code: { type: "string", enum: Object.keys(errorStatus) },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "code", "message"],
        additionalProperties: false,
        properties: {
          field: { type: "string", description: "Path into the input, joined by dots." },
          code: { type: "string" },
          message: { type: "string" },
        },
      },
    },
    requestId: { type: "string" },
  },
};

const securitySchemes = {
  bearer: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "`accessToken` of `verify-otp` or `login`, 15 minutes.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "charsu.session",
    description: "Set by `verify-otp` and `login` for browsers; in production its name begins with `__Host-`.",
  },
} as const;

const hasBody = (method: string) => method !== "GET" && method !== "DELETE";
const isOpen = (operation: Operation) => operation.allow.some((guard) => guard.holds(nobody));

/** The statuses it may refuse with: what follows from its rights, limit and fields, and what it names itself. */
function refusals(operation: Operation, fields: readonly string[]): number[] {
  const http = operation.http!;
  const found: ErrorCode[] = ["internal", "unavailable", ...(http.errors ?? [])];
  if (hasBody(http.method)) found.push("malformed", "forbidden", "too_large", "unsupported_media_type");
  if (!isOpen(operation)) found.push("unauthenticated", "forbidden");
  if (http.path.includes("{")) found.push("not_found");
  if (fields.some((field) => !http.path.includes(`{${field}}`))) found.push("invalid");
  if (limits[operation.limit].length) found.push("rate_limited");
  return [...new Set(found.map((code) => errorStatus[code]))].sort();
}

/** Answers that are the same for everybody ask for nothing; others that are open still know who is signed in. */
function security(operation: Operation) {
  if (operation.http?.cache) return [];
  return [...(isOpen(operation) ? [{}] : []), { bearer: [] }, { session: [] }];
}

function describe(operation: Operation): string {
  const who = isOpen(operation) ? "Open to everybody." : `For: ${operation.allow.map(({ name }) => name).join(", ")}.`;
  const windows = limits[operation.limit].map(({ limit, seconds }) => `${limit} in ${seconds} s`);
  const limit = windows.length ? ` From one address at most ${windows.join(", ")}.` : "";
  const cached = operation.http?.cache ? " Carries an ETag." : "";
  return `${who}${limit}${cached}`;
}

function splitInput(operation: Operation, input: JsonSchema, example: Record<string, unknown> | undefined) {
  const { method, path, headers = {} } = operation.http!;
  const required = new Set(input.required ?? []);
  const parameters: object[] = [];
  const body: Required<Pick<JsonSchema, "properties" | "required">> = { properties: {}, required: [] };
  for (const [field, schema] of Object.entries(input.properties ?? {})) {
    const shown = example && field in example ? { example: example[field] } : {};
    const cookie = operation.cookies?.[field];
    const needed = required.has(field) && cookie === undefined;
    if (cookie !== undefined) parameters.push({ name: cookie, in: "cookie", required: false, schema });
    if (path.includes(`{${field}}`)) parameters.push({ name: field, in: "path", required: true, schema, ...shown });
    else if (headers[field])
      parameters.push({ name: headers[field], in: "header", required: needed, schema, ...shown });
    else if (!hasBody(method)) parameters.push({ name: field, in: "query", required: needed, schema, ...shown });
    else {
      body.properties[field] = schema;
      if (needed) body.required.push(field);
    }
  }
  if (operation.http!.takes) return { parameters, requestBody: fileRequest(operation.http!.takes, body) };
  const inBody = Object.keys(body.properties);
  const bodyExample =
    example && Object.fromEntries(Object.entries(example).filter(([field]) => inBody.includes(field)));
  const content = {
    "application/json": { schema: { type: "object", ...body }, ...(bodyExample ? { example: bodyExample } : {}) },
  };
  return {
    parameters,
    ...(inBody.length ? { requestBody: { required: body.required.length > 0, content } } : {}),
  };
}

/** A file in a form after the other fields, or as the whole body with the others in the query. */
function fileRequest(takes: NonNullable<Http["takes"]>, body: Required<Pick<JsonSchema, "properties" | "required">>) {
  const { field } = takes;
  const name = takes.several ? "" : takes.name;
  const { [field]: _, [name]: __, ...properties } = body.properties;
  const required = [...body.required.filter((each) => each !== name && each !== field), field];
  const binary: JsonSchema = { type: "string", contentMediaType: "application/octet-stream" };
  const files: JsonSchema = takes.several ? { type: "array", items: binary } : binary;
  const form = { type: "object", properties: { ...properties, [field]: files }, required };
  return {
    required: true,
    description:
      "A form whose file comes last; or the file alone, with the other fields in the query and its name in `Content-Disposition`.",
    content: { "multipart/form-data": { schema: form }, "application/octet-stream": { schema: binary } },
  };
}

/** The envelope around an output; a list's `page` stands in `meta`. */
function success(output: JsonSchema): JsonSchema {
  const { items, page } = output.properties ?? {};
  const list = items !== undefined && page !== undefined;
  return {
    type: "object",
    required: ["success", "message", "data", ...(list ? ["meta"] : [])],
    additionalProperties: false,
    properties: {
      success: { const: true },
      message: { type: "string" },
      data: list ? items : output,
      ...(list
        ? { meta: { type: "object", required: ["page"], additionalProperties: false, properties: { page } } }
        : {}),
    },
  };
}

/** The API as an OpenAPI 3.1 document, from what the operations say of themselves. */
export function openApi({ title, description, version, operations, views, examples }: ApiDescription) {
  const schemas = jsonSchemas(views);
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, operation] of Object.entries(operations)) {
    const { http } = operation;
    if (!http) continue;
    const input = schemas.convert(operation.input, "input");
    const error = (status: number) => [
      String(status),
      {
        description: meanings[status],
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
        ...(status === 429 || status === 503 ? { headers: { "Retry-After": { schema: { type: "integer" } } } } : {}),
      },
    ];
    paths[http.path] ??= {};
    paths[http.path]![http.method.toLowerCase()] = {
      operationId: name,
      tags: [http.path.split("/")[2]],
      summary: operation.summary,
      description: describe(operation),
      security: security(operation),
      ...splitInput(operation, input, examples[name]),
      responses: {
        [http.status ?? 200]: {
          description: operation.message,
          content: http.sendsFile
            ? {
                "application/octet-stream": {
                  schema: { type: "string", contentMediaType: "application/octet-stream" },
                },
              }
            : { "application/json": { schema: success(schemas.convert(operation.output, "output")) } },
        },
        ...(http.cache ? { 304: { description: "Not changed since the ETag in `If-None-Match`." } } : {}),
        ...Object.fromEntries(refusals(operation, Object.keys(input.properties ?? {})).map(error)),
      },
    };
  }
  return {
    openapi: "3.1.1",
    info: { title, description, version, license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: "/" }],
    paths,
    components: { securitySchemes, schemas: { Error: errorSchema, ...schemas.named() } },
  };
}
