import { z } from "zod";

/** A setting is wrong. The message is one line: which variable, what was found (never a secret), and the mend. */
export class EnvError extends Error {
  override name = "EnvError";
}

const secret = (least: number) => z.string().min(least, `at least ${least} characters`);
const port = z.coerce.number("a port number").int("a port number").min(0, "0 to 65535").max(65535, "0 to 65535");
const flag = z.enum(["0", "1"], "0 or 1").transform((value) => value === "1");
const httpUrl = z
  .url({ protocol: /^https?$/, error: "an http(s) URL" })
  .transform((value) => value.replace(/\/+$/, ""));
const origin = httpUrl.refine(
  (value) => new URL(value).origin === value,
  "an origin like https://shop.example, no path",
);
const locale = z.string().refine((value) => {
  try {
    return Intl.getCanonicalLocales(value)[0] === value;
  } catch {
    return false;
  }
}, "a BCP 47 language tag like en or fa");
const currency = z
  .string()
  .refine((value) => Intl.supportedValuesOf("currency").includes(value), "an ISO 4217 code like EUR");
const countries = z
  .string()
  .transform((value) => value.split(",").map((part) => part.trim()))
  .pipe(z.array(z.string().regex(/^[A-Z]{2}$/, "ISO 3166 codes like DE,AT,IR")));
const rolePrefix = z.string().regex(/^[a-z_][a-z0-9_]{0,39}$/, "lower-case letters, digits and _, at most 40");

const schema = z.object({
  CHARSU_ENV: z
    .enum(["demo", "development", "test", "production"], "demo, development, test or production")
    .default("demo"),
  PORT: port.default(3000),
  HOST: z.string().optional(),
  CHARSU_ORIGIN: origin.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "a postgres:// URL" }).optional(),
  CHARSU_DB_ROLE_PREFIX: rolePrefix.optional(),
  AUTH_SECRET: secret(32).optional(),
  CODE_PEPPER: secret(32).optional(),
  CHARSU_CURRENCY: currency.default("EUR"),
  CHARSU_LOCALE: locale.default("en"),
  UPSTASH_REDIS_REST_URL: httpUrl.optional(),
  UPSTASH_REDIS_REST_TOKEN: secret(1).optional(),
  RESEND_API_KEY: secret(1).optional(),
  RESEND_FROM: z.string().optional(),
  RESEND_BASE_URL: httpUrl.default("https://api.resend.com"),
  KAVENEGAR_API_KEY: secret(1).optional(),
  KAVENEGAR_SENDER: z.string().optional(),
  KAVENEGAR_BASE_URL: httpUrl.default("https://api.kavenegar.com"),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "the name of a bucket")
    .optional(),
  S3_ENDPOINT: httpUrl.optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, "a region like eu-central-1")
    .default("us-east-1"),
  S3_ACCESS_KEY_ID: secret(1).optional(),
  S3_SECRET_ACCESS_KEY: secret(1).optional(),
  SMS_COUNTRIES: countries.default(["DE", "AT", "CH", "IR", "TR", "GB", "FR", "NL"]),
  SMS_DAILY_CAP: z.coerce.number("a whole number").int("a whole number").min(0, "0 or more").default(500),
  CHARSU_JOBS: z.enum(["inside", "outside"], "inside or outside").default("inside"),
  CHARSU_TRUST_PROXY: flag.default(false),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secret(1).optional(),
  CHARSU_PSEUDO_LOCALES: flag.default(false),
  LOG_LEVEL: z
    .enum(
      ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
      "trace, debug, info, warn, error, fatal or silent",
    )
    .default("info"),
});

type Parsed = z.output<typeof schema>;
type Always = "HOST" | "CHARSU_ORIGIN" | "CHARSU_DB_ROLE_PREFIX" | "AUTH_SECRET" | "CODE_PEPPER";

/** The checked settings. What has a default that depends on another setting is always present. */
export type Env = Readonly<
  Omit<Parsed, Always> & { [K in Always]: string } & {
    /** Folder of Next's build; tests build apart, so that they never pull it away from a running `npm start`. */
    DIST_DIR: ".next" | ".data/next-test";
  }
>;

const SECRETS = new Set([
  "AUTH_SECRET",
  "CODE_PEPPER",
  "DATABASE_URL",
  "UPSTASH_REDIS_REST_TOKEN",
  "RESEND_API_KEY",
  "KAVENEGAR_API_KEY",
  "S3_ACCESS_KEY_ID",
  "S3_SECRET_ACCESS_KEY",
  "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
]);

const NEEDED_IN_PRODUCTION = {
  DATABASE_URL: "set it to the postgres:// URL of the market's database",
  AUTH_SECRET: "set it to 32 or more random characters, for example the output of: openssl rand -hex 32",
  CODE_PEPPER: "set it to 32 or more random characters, for example the output of: openssl rand -hex 32",
  CHARSU_ORIGIN: "set it to the public address, for example https://shop.example",
} as const;

/** The first makes no sense without the second. */
const NEEDS = [
  ["UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN"],
  ["UPSTASH_REDIS_REST_TOKEN", "UPSTASH_REDIS_REST_URL"],
  ["RESEND_API_KEY", "RESEND_FROM"],
  ["S3_BUCKET", "S3_ACCESS_KEY_ID"],
  ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
  ["S3_SECRET_ACCESS_KEY", "S3_BUCKET"],
] as const;

/**
 * Reads settings from `source`; empty counts as unset. `secrets` supplies AUTH_SECRET and CODE_PEPPER outside production.
 * Throws {@link EnvError} for the first wrong one.
 */
export function readEnv(
  source: Readonly<Record<string, string | undefined>>,
  secrets: () => { AUTH_SECRET: string; CODE_PEPPER: string } = () => ({ AUTH_SECRET: "", CODE_PEPPER: "" }),
): Env {
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = source[name]?.trim();
    if (value) given[name] = value;
  }
  const result = schema.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0];
    const name = String(issue?.path[0]);
    throw wrong(name, given[name], `it must be ${issue?.message}`);
  }
  const parsed = result.data;
  for (const [one, other] of NEEDS) {
    if (given[one] && !given[other]) throw wrong(other, undefined, `${one} is set, so set both or none`);
  }
  const production = parsed.CHARSU_ENV === "production";
  if (production) refuseUnsafe(parsed, given);
  const made = production || (parsed.AUTH_SECRET && parsed.CODE_PEPPER) ? undefined : secrets();
  return Object.freeze({
    ...parsed,
    HOST: parsed.HOST ?? (production ? "0.0.0.0" : "127.0.0.1"),
    CHARSU_ORIGIN: parsed.CHARSU_ORIGIN ?? `http://localhost:${parsed.PORT}`,
    CHARSU_DB_ROLE_PREFIX: parsed.CHARSU_DB_ROLE_PREFIX ?? rolePrefixFor(parsed.DATABASE_URL),
    DIST_DIR: parsed.CHARSU_ENV === "test" ? ".data/next-test" : ".next",
    AUTH_SECRET: parsed.AUTH_SECRET ?? made?.AUTH_SECRET ?? "",
    CODE_PEPPER: parsed.CODE_PEPPER ?? made?.CODE_PEPPER ?? "",
  });
}

function refuseUnsafe(parsed: Parsed, given: Record<string, string>): void {
  for (const [name, mend] of Object.entries(NEEDED_IN_PRODUCTION)) {
    if (!given[name]) throw wrong(name, undefined, `production needs it: ${mend}`);
  }
  if (!parsed.CHARSU_ORIGIN?.startsWith("https://")) {
    throw wrong("CHARSU_ORIGIN", given.CHARSU_ORIGIN, "production needs an https address");
  }
  if (parsed.CHARSU_PSEUDO_LOCALES)
    throw wrong("CHARSU_PSEUDO_LOCALES", "1", "it is for tests; unset it in production");
}

function rolePrefixFor(url: string | undefined): string {
  const name = url ? decodeURIComponent(new URL(url).pathname.slice(1)) : "";
  const safe = name
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, "_")
    .replace(/^(?=\d)/, "_")
    .slice(0, 40);
  return safe || "charsu";
}

function wrong(name: string, found: string | undefined, mend: string): EnvError {
  const shown =
    found === undefined
      ? "it is not set"
      : SECRETS.has(name)
        ? `found ${found.length} characters`
        : `found ${JSON.stringify(found)}`;
  return new EnvError(`${name}: ${shown}; ${mend}`);
}
