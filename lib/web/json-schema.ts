import * as z from "zod";

export type JsonSchema = {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  [keyword: string]: unknown;
};

/** Every field of a zod integer names the safe range; that says nothing. */
function quiet({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  // The format says the same in a word.
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}

/** References into a schema of its own as references into the document. */
function lift(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lift);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === "$ref" && typeof each === "string" ? each.replace("#/$defs/", "#/components/schemas/") : lift(each),
    ]),
  );
}

/**
 * zod schemas as JSON Schema 2020-12 for one OpenAPI document. The `views` stand once below `components/schemas` and are
 * referred to wherever they are used.
 */
export function jsonSchemas(views: Readonly<Record<string, z.ZodType>>) {
  const metadata = z.registry<{ id: string }>();
  for (const [id, view] of Object.entries(views)) metadata.add(view, { id });
  const components: Record<string, JsonSchema> = {};
  return {
    convert(schema: z.ZodType, io: "input" | "output"): JsonSchema {
      const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { io, metadata, override: quiet });
      Object.assign(components, lift($defs));
      return lift(rest) as JsonSchema;
    },
    /** The views that were referred to so far. */
    named: () => Object.fromEntries(Object.entries(components).sort(([a], [b]) => a.localeCompare(b))),
  };
}
