import * as z from "zod";
import { encodeCursor } from "@/lib/platform/pages";
import { operation } from "@/lib/web/operation";
import { keptRetailerId, keptRetailersInput } from "../input";
import { countPending, placeOf, selectKept } from "../queries";
import { keptRetailerRowView, keptRetailerView } from "../views";
import { listed, reads, shopSeen } from "./rights";

/** Counting ends here; a page says "99+". */
const mostPending = 100;

export const listKeptRetailers = operation({
  ...listed,
  name: "retailers.keeping.list",
  summary: "Shops of every status, those that wait for approval first, with how many of them there are.",
  http: { method: "GET", path: "/api/admin/retailers" },
  message: "Shops.",
  input: keptRetailersInput,
  output: z.object({
    items: z.array(keptRetailerRowView),
    /** `pending` counts up to 100. */
    page: z.object({ size: z.int(), next: z.string().nullable(), pending: z.int() }),
  }),
  run: async ({ input: { after, pageSize, ...filter }, tx }) => {
    const rows = await selectKept(tx, filter, { after, limit: pageSize + 1 });
    const items = rows.slice(0, pageSize);
    const last = items.at(-1);
    const next = rows.length > pageSize && last ? encodeCursor([placeOf(last), last.id]) : null;
    return { items, page: { size: pageSize, next, pending: await countPending(tx, mostPending) } };
  },
});

export const readKeptRetailer = operation({
  ...reads,
  name: "retailers.keeping.read",
  summary: "One shop with its settings, hours and where it stands, for those who work for it and for staff.",
  http: { method: "GET", path: "/api/admin/retailers/{id}", errors: ["not_found"] },
  message: "The shop.",
  input: keptRetailerId,
  output: keptRetailerView,
  run: (given) => shopSeen(given, given.input.id),
});
