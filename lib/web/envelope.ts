import type { AppError, FieldError } from "@/lib/platform/errors";

/** The one shape of every answer. Source: DESIGN 10. */
export type Envelope<T> =
  | { success: true; message: string; data: T; meta?: { page: unknown } }
  | { success: false; message: string; data: unknown; code: string; errors: FieldError[]; requestId: string };

/** A list's `page` moves to `meta.page`, its items become the data. */
export function successEnvelope(data: unknown, message: string): Envelope<unknown> {
  if (data && typeof data === "object" && "items" in data && "page" in data) {
    return { success: true, message, data: data.items, meta: { page: data.page } };
  }
  return { success: true, message, data: data ?? null };
}

export function errorEnvelope(error: AppError, requestId: string): Envelope<never> {
  return {
    success: false,
    message: error.message,
    data: error.data,
    code: error.code,
    errors: error.errors,
    requestId,
  };
}
