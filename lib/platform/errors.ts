/** Every code an answer can carry, with its HTTP status. */
export const errorStatus = {
  malformed: 400,
  unauthenticated: 401,
  wrong_code: 401,
  /** Identifier and password do not go together, whatever the reason. */
  wrong_login: 401,
  /** The password is right, and a second factor is asked for as well. */
  second_factor: 401,
  forbidden: 403,
  must_change_password: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  changed: 409,
  out_of_stock: 409,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** One field's problem; `field` is the path into the input, joined by dots. */
export type FieldError = { field: string; code: string; message: string };

type Details = { errors?: FieldError[]; data?: unknown; retryAfter?: number; cause?: unknown };

/** The one kind of error that leaves an operation. `message` is written for the person who reads it. */
export class AppError extends Error {
  readonly errors: FieldError[];
  /** Seconds until trying again makes sense. */
  readonly retryAfter: number | undefined;
  /** What the client needs to go on, as the differences of an honest submit. */
  readonly data: unknown;

  constructor(
    readonly code: ErrorCode,
    message: string,
    details: Details = {},
  ) {
    super(message, { cause: details.cause });
    this.name = "AppError";
    this.errors = details.errors ?? [];
    this.retryAfter = details.retryAfter;
    this.data = details.data ?? null;
  }

  get status(): number {
    return errorStatus[this.code];
  }
}

/** The refusal of one field. */
export const invalidField = (field: string, code: string, message: string): AppError =>
  new AppError("invalid", message, { errors: [{ field, code, message }] });
