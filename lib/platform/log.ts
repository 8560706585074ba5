import pino, { type Logger } from "pino";
import { env } from "@/lib/platform/env";

/** What never reaches a log line, on the first three levels of what is logged. */
const SECRET_KEYS = "password passwordHash code otp token accessToken refreshToken secret authorization cookie".split(
  " ",
);
const REDACTED = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

type Logged = { type: string; message: string; code?: string; stack: string };

/**
 * An error without what people typed: a failed query carries its parameters in its message, so its cause speaks for it.
 * Exported for its test.
 */
export function plainError(error: unknown): Logged {
  const at = error as Error & { code?: string; params?: unknown };
  if (at?.params !== undefined && at.cause !== undefined) return plainError(at.cause);
  const code = typeof at?.code === "string" ? { code: at.code } : {};
  const frames = (at?.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return { type: at?.name ?? typeof error, message: String(at?.message ?? error), ...code, stack: frames.join("\n") };
}

let instance: Logger | undefined;

function current(): Logger {
  instance ??= pino({
    level: env.LOG_LEVEL,
    base: undefined,
    serializers: { err: plainError },
    redact: { paths: REDACTED, censor: "[redacted]" },
  });
  return instance;
}

/**
 * The one logger (pino, JSON lines on stdout, level from LOG_LEVEL, secrets redacted).
 * Made on first use, so that importing it reads no environment.
 */
export const log: Logger = new Proxy({} as Logger, {
  get(_target, key) {
    const logger = current();
    const value: unknown = Reflect.get(logger, key);
    return typeof value === "function" ? value.bind(logger) : value;
  },
  set: (_target, key, value) => Reflect.set(current(), key, value),
});
