import { execFile } from "node:child_process";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { forgetSends } from "@/lib/accounts/testing/codes";
import { login } from "@/lib/auth/login";
import { bearer } from "@/lib/auth/testing/bearer";
import { loginPassword, makeLogin } from "@/lib/auth/testing/login-account";
import { childEnv } from "@/lib/platform/env";
import { translator } from "@/lib/platform/messages";
import { stranger } from "@/lib/web/testing/context";
import { type Ask, interview } from "./admin-create/interview";
import { Told } from "./command";

const password = "four copper kettles";

describe.skipIf(!hasDatabase)("npm run admin:create", { timeout: 60_000 }, () => {
  const { owner } = useTestDatabase();
  beforeEach(() => forgetSends(owner()));

  const run = (...args: string[]) =>
    new Promise<{ code: number; said: string }>((done) => {
      const script = ["--import", "tsx", "lib/commands/admin-create.ts", ...args];
      execFile(process.execPath, script, { env: childEnv() }, (error, stdout, stderr) => {
        done({ code: error ? Number(error.code) : 0, said: stdout + stderr });
      });
    });
  const admins = async () => {
    const { rows } = await owner().execute<{ email: string }>(
      sql`select u.email from users u join user_roles r on r.user_id = u.id where r.role = 'admin' order by 1`,
    );
    return rows.map(({ email }) => email);
  };
  const signIn = (identifier: string, typed: string) => login.call(stranger(), { identifier, password: typed });

  it("makes an admin who signs in with the password that was given", async () => {
    const made = await run("--name", "Ida Admin", "--email", " Ida@Example.com", "--password", password);
    expect(made).toEqual({ code: 0, said: "ida@example.com is admin.\n" });
    const tokens = await signIn("ida@example.com", password);
    expect(tokens).toMatchObject({ mustChangePassword: false, user: { name: "Ida Admin", roles: ["admin"] } });
    expect(await bearer(tokens.accessToken).actor()).toMatchObject({ roles: ["admin"] });
  });

  it("generates a password that must be changed when none is given, and shows it once", async () => {
    const made = await run("--name", "Gen", "--email", "gen@example.com");
    expect(made.code).toBe(0);
    const shown = /^ {2}((?:[a-z2-9]{5}-){3}[a-z2-9]{5})$/m.exec(made.said)?.[1];
    expect(await signIn("gen@example.com", shown!)).toMatchObject({ mustChangePassword: true });
  });

  it("makes an account that there is admin only when that is confirmed, and leaves the rest of it", async () => {
    await makeLogin(owner(), { name: "Was Here", email: "here@example.com" });
    const asked = await run("--name", "Other", "--email", "HERE@example.com", "--password", password);
    expect(asked).toMatchObject({ code: 1, said: expect.stringContaining("Say --yes") });
    expect(await admins()).not.toContain("here@example.com");
    const done = await run("--name", "Other", "--email", "here@example.com", "--password", password, "--yes");
    expect(done).toMatchObject({ code: 0, said: expect.stringContaining("is admin now") });
    expect(await signIn("here@example.com", loginPassword)).toMatchObject({
      user: { name: "Was Here", roles: ["admin"] },
    });
    const again = await run("--name", "Other", "--email", "here@example.com");
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining("admin already") });
  });

  it("refuses what a registration refuses, in words, and then nothing is made", async () => {
    const before = await admins();
    const whole = { name: "Ida", email: "weak@example.com", password };
    const tries: [Record<string, string | undefined>, string][] = [
      [{ email: undefined }, "--email is missing."],
      [{ name: undefined }, "--name is missing."],
      [{ email: "nobody" }, "--email: Enter an e-mail address"],
      [{ name: "<b>" }, "--name: Write a name in letters"],
      [{ password: "short" }, "--password: Use at least 8 characters."],
      [{ password: "password123" }, "--password: Many people have this password."],
      [{ password: "weak@example.com" }, "--password: Anybody who knows you could guess this password."],
      [{ colour: "red" }, "Unknown option '--colour'"],
    ];
    for (const [over, words] of tries) {
      const given = Object.entries({ ...whole, ...over }).filter(([, value]) => value !== undefined);
      const { code, said } = await run(...given.flatMap(([name, value]) => [`--${name}`, value!]));
      expect(said).toContain(words);
      expect(said).toContain("Usage:");
      expect(said).not.toMatch(/^\s+at /m);
      expect(code, words).toBe(1);
    }
    expect(await admins()).toEqual(before);
  });
});

describe("asking at a terminal", () => {
  /** Answers in turn, and what was asked. */
  const person = (...answers: string[]) => {
    const asked: [string, boolean][] = [];
    const ask: Ask = async (question, secret = false) => {
      asked.push([question, secret]);
      return answers.shift() ?? "";
    };
    return { ask, asked };
  };
  const say = translator("en");

  it("asks for what was not given, the password unseen", async () => {
    const { ask, asked } = person("Ida Admin", "Ida@Example.com", password);
    expect(await interview({}, ask, say)).toEqual({ name: "Ida Admin", email: "ida@example.com", password });
    expect(asked.map(([question, secret]) => [question.split(/[:(]/)[0]!.trim(), secret])).toEqual([
      ["Name", false],
      ["E-mail", false],
      ["Password", true],
    ]);
    const rest = person("");
    expect(await interview({ name: "Ida", email: "ida@example.com" }, rest.ask, say)).toMatchObject({ password: null });
    expect(rest.asked).toHaveLength(1);
  });

  it("asks again, with the reason, until it will do", async () => {
    const { ask, asked } = person("Ida", "nobody", "", "ida@example.com", "short", "", password);
    expect(await interview({}, ask, say)).toMatchObject({ email: "ida@example.com", password });
    const questions = asked.map(([question]) => question).join("\n");
    expect(questions).toContain("Enter an e-mail address");
    expect(questions).toContain("Use at least 8 characters.");
  });

  it("does not ask about what was given and will not do", async () => {
    const { ask, asked } = person();
    await expect(interview({ name: "Ida", email: "nobody" }, ask, say)).rejects.toThrow(Told);
    expect(asked).toEqual([]);
  });
});
