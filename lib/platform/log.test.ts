import { DrizzleQueryError } from "drizzle-orm";
import { expect, it } from "vitest";
import { plainError } from "./log";

it("logs a failed query without what people typed", () => {
  const cause = Object.assign(new Error("duplicate key value"), { code: "23505" });
  const error = new DrizzleQueryError("insert into users values ($1)", ["niloufar@example.com"], cause);
  const logged = plainError(error);
  expect(logged).toMatchObject({ message: "duplicate key value", code: "23505" });
  expect(JSON.stringify(logged)).not.toContain("niloufar");
});

it("keeps what any other error says", () => {
  expect(plainError(new TypeError("not a function"))).toMatchObject({ type: "TypeError", message: "not a function" });
  expect(plainError("a string")).toMatchObject({ message: "a string" });
});
