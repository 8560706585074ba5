import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { operations } from "@/app/api/operations";
import { allOperations } from "./all-operations";
import { permissionsPage } from "./permissions";

it("finds every operation, those of REST clients among them", async () => {
  const found = await allOperations();
  const served = Object.values(operations).map(({ name }) => name);
  expect([...found.keys()]).toEqual(expect.arrayContaining(served));
  expect(found.size).toBeGreaterThan(served.length);
});

it("docs/permissions.md says what the operations say; npm run permissions makes it anew", async () => {
  const page = permissionsPage((await allOperations()).values());
  expect(await readFile("docs/permissions.md", "utf8")).toBe(page);
});
