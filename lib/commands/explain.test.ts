import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DrizzleQueryError } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { EnvError, setEnv } from "@/lib/platform/env";
import { explain } from "./explain";

afterEach(() => setEnv({ DATABASE_URL: undefined }));

const coded = (code: string, message: string, over: object = {}) =>
  Object.assign(new Error(message), { code, ...over });
const refused = coded("ECONNREFUSED", "connect ECONNREFUSED ::1:1", { address: "::1", port: 1 });

it.each([
  [new EnvError("PORT: wrong"), "PORT: wrong"],
  ["a string", "a string"],
  [new Error("as it is"), "as it is"],
  [coded("E1", ""), "E1"],
  [coded("EACCES", "listen EACCES", { port: 80 }), /^PORT: 80 may not be used by this user/],
  [new AggregateError([refused], ""), /^DATABASE_URL: nothing answers at ::1:1 /],
  [new DrizzleQueryError("select 1", [], new Error("permission denied")), "permission denied"],
  [
    coded("57P03", "the database system is starting up"),
    /^DATABASE_URL: the database system is starting up; try again/,
  ],
])("%s is told in one line", (error, line) => {
  expect(explain(error)).toMatch(line);
  expect(explain(error)).not.toContain("\n");
});

it("tells a wrong password of the owner from one of the logins that are made", () => {
  setEnv({ DATABASE_URL: "postgres://m%20e:pw@localhost/x" });
  const wrong = (login: string) => explain(coded("28P01", `password authentication failed for user "${login}"`));
  expect(wrong("m e")).toMatch(/^DATABASE_URL: .*; mend user and password$/);
  expect(wrong("x_worker")).toMatch(/^AUTH_SECRET: .*"x_worker"; .* with the same AUTH_SECRET$/);
});

it("names what stands in the way of a file, or the folder that it may not be made in", () => {
  const folder = mkdtempSync(join(tmpdir(), "charsu-explain-"));
  const [file, missing] = [join(folder, "file"), join(folder, "missing")];
  writeFileSync(file, "");
  expect(() => mkdirSync(join(file, "below"))).toThrow(
    expect.toSatisfy((error) =>
      /^.*charsu-explain-\w+\/file: a file stands where a folder should/.test(explain(error)),
    ),
  );
  const denied = (path: string) => explain(coded("EACCES", "permission denied", { path }));
  expect(denied(file)).toMatch(/charsu-explain-\w+\/file: this user may not use it \(EACCES\)/);
  expect(denied(missing)).toMatch(/charsu-explain-\w+: this user may not use it/);
  rmSync(folder, { recursive: true });
});
