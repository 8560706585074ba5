import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { env, readEnv, setEnv, toolEnv } from "@/lib/platform/env";

const SECRET = "s".repeat(32);
const PRODUCTION = {
  CHARSU_ENV: "production",
  DATABASE_URL: "postgres://shop:pw@db.example/market",
  AUTH_SECRET: SECRET,
  CODE_PEPPER: SECRET,
  CHARSU_ORIGIN: "https://shop.example",
};

describe("readEnv", () => {
  it("has a default for everything", () => {
    const read = readEnv({});
    expect(read).toMatchObject({
      CHARSU_ENV: "demo",
      PORT: 3000,
      HOST: "127.0.0.1",
      CHARSU_ORIGIN: "http://localhost:3000",
      CHARSU_DB_ROLE_PREFIX: "charsu",
      CHARSU_CURRENCY: "EUR",
      CHARSU_LOCALE: "en",
      SMS_DAILY_CAP: 500,
      CHARSU_JOBS: "inside",
      CHARSU_TRUST_PROXY: false,
    });
    expect(read.SMS_COUNTRIES).toContain("IR");
    expect(Object.isFrozen(read)).toBe(true);
  });

  it("takes an empty string as unset", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: "  ", CHARSU_ENV: "" })).toMatchObject({ PORT: 3000, CHARSU_ENV: "demo" });
  });

  it("derives the origin and the role prefix", () => {
    expect(readEnv({ PORT: "4000" }).CHARSU_ORIGIN).toBe("http://localhost:4000");
    expect(readEnv({ DATABASE_URL: "postgres://h/My-Market" }).CHARSU_DB_ROLE_PREFIX).toBe("my_market");
    expect(readEnv(PRODUCTION)).toMatchObject({ HOST: "0.0.0.0", CHARSU_DB_ROLE_PREFIX: "market" });
  });

  it.each([
    [{ PORT: "abc" }, 'PORT: found "abc"; it must be a port number'],
    [{ PORT: "70000" }, 'PORT: found "70000"; it must be 0 to 65535'],
    [{ CHARSU_ENV: "prod" }, 'CHARSU_ENV: found "prod"; it must be demo, development, test or production'],
    [{ CHARSU_CURRENCY: "EURO" }, 'CHARSU_CURRENCY: found "EURO"; it must be an ISO 4217 code like EUR'],
    [{ CHARSU_LOCALE: "en_US" }, 'CHARSU_LOCALE: found "en_US"; it must be a BCP 47 language tag like en or fa'],
    [{ CHARSU_ORIGIN: "http://a.example/x" }, "CHARSU_ORIGIN: found"],
    [{ DATABASE_URL: "mysql://root:hunter2@h/d" }, "DATABASE_URL: found 24 characters; it must be a postgres:// URL"],
    [{ SMS_COUNTRIES: "DE,Austria" }, "SMS_COUNTRIES: found"],
    [{ UPSTASH_REDIS_REST_TOKEN: "t" }, "UPSTASH_REDIS_REST_URL: it is not set; UPSTASH_REDIS_REST_TOKEN is set"],
    [{ RESEND_API_KEY: "k" }, "RESEND_FROM: it is not set"],
    [{ AUTH_SECRET: "short" }, "AUTH_SECRET: found 5 characters; it must be at least 32 characters"],
    [{ ...PRODUCTION, DATABASE_URL: "" }, "DATABASE_URL: it is not set; production needs it"],
    [{ ...PRODUCTION, AUTH_SECRET: "" }, "AUTH_SECRET: it is not set; production needs it"],
    [{ ...PRODUCTION, CODE_PEPPER: "" }, "CODE_PEPPER: it is not set; production needs it"],
    [{ ...PRODUCTION, CHARSU_ORIGIN: "" }, "CHARSU_ORIGIN: it is not set; production needs it"],
    [{ ...PRODUCTION, CHARSU_ORIGIN: "http://shop.example" }, "production needs an https address"],
    [{ ...PRODUCTION, CHARSU_PSEUDO_LOCALES: "1" }, "CHARSU_PSEUDO_LOCALES"],
  ])("refuses %j in one line", (source, message) => {
    const failure = captured(() => readEnv(source));
    expect(failure).toContain(message);
    expect(failure).not.toMatch(/\n|hunter2/);
  });
});

describe("env", () => {
  const cwd = process.cwd();
  const before = {
    ...Object.fromEntries(Object.keys(PRODUCTION).map((name) => [name, toolEnv(name)])),
    ...{ AUTH_SECRET: undefined, CODE_PEPPER: undefined, CHARSU_ENV: "test" },
  };

  afterEach(() => {
    process.chdir(cwd);
    setEnv(before);
  });

  const inFreshFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), "charsu-env-"));
    process.chdir(folder);
    setEnv({ AUTH_SECRET: undefined, CODE_PEPPER: undefined });
    return folder;
  };

  it.each(["development", "demo", "test"])("makes the secrets of %s once, readable by the owner alone", (where) => {
    const folder = inFreshFolder();
    setEnv({ CHARSU_ENV: where });
    const first = env.AUTH_SECRET;
    expect(first).toHaveLength(64);
    expect(statSync(join(folder, ".data/secrets.json")).mode & 0o777).toBe(0o600);
    setEnv({});
    expect(env.AUTH_SECRET).toBe(first);
    expect(readFileSync(join(folder, ".data/secrets.json"), "utf8")).toContain(env.CODE_PEPPER);
    expect(readdirSync(join(folder, ".data"))).toEqual(["secrets.json"]);
    rmSync(folder, { recursive: true });
  });

  it("makes none in production, where they are asked for instead", () => {
    const folder = inFreshFolder();
    setEnv({ ...PRODUCTION, AUTH_SECRET: undefined });
    expect(captured(() => env.AUTH_SECRET)).toMatch(
      /^AUTH_SECRET: it is not set; production needs it: set it to 32 or more/,
    );
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it.each(["", "{", "{}", "null", '{"AUTH_SECRET":"short","CODE_PEPPER":"short"}'])(
    "makes no new secrets in the place of some that cannot be read: %s",
    (text) => {
      const folder = inFreshFolder();
      mkdirSync(".data");
      writeFileSync(".data/secrets.json", text);
      expect(captured(() => env.PORT)).toBe(
        `.data/secrets.json: found ${text.length} bytes without both secrets; remove it to have new ones made`,
      );
      expect(readFileSync(".data/secrets.json", "utf8")).toBe(text);
      rmSync(folder, { recursive: true });
    },
  );

  it("cannot be assigned to", () => {
    expect(() => Object.assign(env, { PORT: 1 })).toThrow(TypeError);
  });
});

function captured(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}
