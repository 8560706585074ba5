import * as z from "zod";

function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const def = schema._zod.def as { type: string; innerType?: z.core.$ZodType; in?: z.core.$ZodType };
  if (def.innerType) return bare(def.innerType);
  return def.type === "pipe" && def.in ? bare(def.in) : schema;
}

function coerceOne(schema: z.core.$ZodType, value: string): unknown {
  const kind = bare(schema)._zod.def.type;
  if (kind === "number") return /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (kind === "boolean") return value === "true" || value === "on" ? true : value === "false" ? false : value;
  return value;
}

/**
 * Strings from a path, a query or a form as the types that the schema wants; what does not fit stays a string, so that
 * the schema refuses it. Empty strings count as absent. JSON never comes here: it is taken as it is.
 */
export function coerceStrings(schema: z.ZodType, entries: Iterable<[string, string]>): Record<string, unknown> {
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.core.$ZodType>) : {};
  const out: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (!field) continue;
    const inner = bare(field);
    if (inner._zod.def.type === "array") {
      const element = (inner._zod.def as { element?: z.core.$ZodType }).element;
      out[name] = [...((out[name] as unknown[]) ?? []), element ? coerceOne(element, value) : value];
    } else if (value !== "") {
      out[name] = coerceOne(field, value);
    }
  }
  return out;
}
