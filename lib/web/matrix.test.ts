import { beforeAll, describe, expect, it } from "vitest";
import {
  design,
  exceptions,
  type KindName,
  kindNames,
  pages,
  type Row,
  rowOf,
  stepsOfChanges,
} from "@/db/testing/matrix";
import { hasBackOfficePage, sections } from "@/lib/auth/back-office";
import { allOperations } from "./all-operations";
import { plainContext } from "./context";
import { may, type Operation } from "./operation";
import { kinds } from "./permissions";
import { freshIp } from "./testing/context";

const operations = [...(await allOperations()).values()];

describe("DESIGN 9 through the operations", () => {
  it("knows every kind of people, and a row for each operation", () => {
    expect(Object.keys(kinds)).toEqual([...kindNames]);
    const missing = operations.map(({ name }) => name).filter((name) => rowOf(name) === undefined);
    expect(missing, "not in the matrix: give them a row in db/testing/matrix.ts").toEqual([]);
  });

  const permitted = (operation: Operation, kind: KindName): boolean => {
    const row = rowOf(operation.name)!;
    if (row === "open") return true;
    if (row === "own") return kind !== "nobody";
    if (exceptions[operation.name]?.[kind]) return true;
    const cell = design[row][kind];
    return operation.readOnly ? cell.startsWith("r") : cell === "rw";
  };

  it.each(operations.map((each) => [each.name, each] as const))(
    "%s is for nobody beyond its row",
    (name, operation) => {
      const beyond = kindNames.filter((kind) => may(kinds[kind], operation) && !permitted(operation, kind));
      expect(beyond).toEqual([]);
      if (rowOf(name) === "open") expect(may(kinds.nobody, operation), "open to everybody").toBe(true);
    },
  );

  const refused = operations.flatMap((operation) =>
    kindNames.filter((kind) => !may(kinds[kind], operation)).map((kind) => [operation.name, kind, operation] as const),
  );

  it.each(refused)("%s refuses %s before it looks at anything", async (_, kind, operation) => {
    const answer = await operation.safe(plainContext(kinds[kind], { ip: freshIp() }), { nonsense: true });
    expect(answer).toMatchObject({ ok: false, error: { status: kind === "nobody" ? 401 : 403 } });
  });

  const others = operations.filter(({ name }) => !["open", "own"].includes(rowOf(name)!));
  const built = (Object.keys(design) as Row[]).filter((row) => others.some(({ name }) => rowOf(name) === row));
  const promised = built.flatMap((row) => kindNames.map((kind) => [row, kind, design[row][kind]] as const));

  it.each(promised)("%s: what a %s is promised can be done: “%s”", (row, kind, cell) => {
    const can = (reads: boolean) =>
      others
        .filter(({ name, readOnly = false }) => rowOf(name) === row && readOnly === reads && !exceptions[name]?.[kind])
        .some((each) => may(kinds[kind], each));
    // Whoever only reads them reads the pages of the market.
    const onPages = row === "retailers" && cell === "r";
    expect(can(true) || onPages).toBe(cell.startsWith("r"));
    expect(can(false)).toBe(cell === "rw");
  });

  it("lets a supervisor see what anybody in the back office sees, and change nothing but their own account", () => {
    expect(others.filter((each) => !each.readOnly && may(kinds.supervisor, each))).toEqual([]);
    const unseen = others.filter((each) => each.readOnly && !may(kinds.supervisor, each)).map(({ name }) => name);
    expect(unseen.filter((name) => !stepsOfChanges.includes(name))).toEqual([]);
  });
});

describe("DESIGN 9 through the sections of the back office", () => {
  const wanted = (section: string) => (section === "overview" ? "/admin" : `/admin/${section}`);
  let names: string[];
  beforeAll(() => {
    names = Object.keys(sections);
  });

  it("knows every section", () => {
    expect(
      names.filter((name) => !pages[name]),
      "not in the matrix: say in db/testing/matrix.ts who opens them",
    ).toEqual([]);
  });

  it.each(kindNames)("opens to %s what is theirs, and to a supervisor all that others watch", async (kind) => {
    for (const name of names) {
      expect(await hasBackOfficePage(kinds[kind], wanted(name)), name).toBe(pages[name]!.includes(kind));
    }
    expect(await hasBackOfficePage(kinds[kind], "/admin/nowhere")).toBe(false);
    expect(await hasBackOfficePage(kinds[kind], "/admin/constructor")).toBe(false);
  });
});
