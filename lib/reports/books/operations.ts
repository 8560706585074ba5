import { desc } from "drizzle-orm";
import * as z from "zod";
import { bookChecks } from "@/db/schema";
import { admin, supervisor } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { viewOf } from "./check";
import { bookCheckView } from "./views";

export const readBooks = operation({
  name: "books.read",
  summary: "What the last look through the books found.",
  http: { method: "GET", path: "/api/admin/books" },
  message: "The books.",
  input: z.object({}),
  output: z.object({ last: bookCheckView.nullable() }),
  allow: [admin, supervisor],
  limit: "none",
  readOnly: true,
  run: async ({ tx }) => {
    const [row] = await tx.select().from(bookChecks).orderBy(desc(bookChecks.id)).limit(1);
    return { last: row ? viewOf(row) : null };
  },
});

export const askForBooks = operation({
  name: "books.check",
  summary: "Has the books looked through soon, beside the market's work.",
  http: { method: "POST", path: "/api/admin/books", status: 202 },
  message: "The books will be looked through.",
  input: z.object({}),
  output: z.object({ asked: z.literal(true) }),
  allow: [admin],
  limit: "write",
  run: async ({ record }) => {
    await record("books.asked", {});
    return { asked: true } as const;
  },
});
