import pino, { type Logger } from "pino";
import { env } from "@/lib/platform/env";

/** What never reaches a log line, on the first three levels of what is logged. */
const SECRET_KEYS = "password passwordHash code otp token accessToken refreshToken secret authorization cookie".split(
  " ",
);
const REDACTED = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

let instance: Logger | undefined;

function current(): Logger {
  instance ??= pino({
    level: env.LOG_LEVEL,
    base: undefined,
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
