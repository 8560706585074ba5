import { AppError, type ErrorCode } from "@/lib/platform/errors";
import { ImportFileError } from "./errors";

const codes: Partial<Record<ImportFileError["code"], ErrorCode>> = {
  not_found: "not_found",
  too_large: "too_large",
  unsupported_format: "unsupported_media_type",
};

/** What an operation throws for a file that cannot be read; other errors as they are. */
export function fileError(error: unknown): unknown {
  if (!(error instanceof ImportFileError)) return error;
  const message = error.row === null ? error.message : `Row ${error.row}: ${error.message}`;
  return new AppError(codes[error.code] ?? "invalid", message, {
    errors: [{ field: "file", code: error.code, message }],
    cause: error,
  });
}
