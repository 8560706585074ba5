import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { retailers, uploads } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { type Actor, admin, productManager } from "@/lib/web/actor";
import type { UploadView } from "./views";

const moment = (at: Date | null) => at?.toISOString() ?? null;

/** Whether somebody may bring files for a shop: those who work there, and whoever keeps the whole catalog. */
export const keeps = (actor: Actor, retailerId: number): boolean =>
  admin.holds(actor) || productManager.holds(actor) || actor.shops.includes(retailerId);

/** Uploads with what a list and a page of one show. */
export const selectUploads = (tx: Database, where?: SQL) =>
  tx
    .select({
      upload: {
        id: uploads.id,
        fileName: uploads.fileName,
        bytes: uploads.bytes,
        status: uploads.status,
        problem: uploads.problem,
        layout: uploads.layout,
        sheet: sql<string>`coalesce(${uploads.sheets} -> ${uploads.sheet} ->> 'name', '')`,
        sheets: sql<number>`jsonb_array_length(${uploads.sheets})`,
        headerRow: uploads.headerRow,
        clearEmpty: uploads.clearEmpty,
        rows: uploads.rows,
        planned: uploads.planned,
        tally: uploads.tally,
        undone: uploads.undone,
        hasResult: sql<boolean>`${uploads.result} is not null`,
        hasFile: sql<boolean>`${uploads.file} is not null`,
        createdAt: uploads.createdAt,
        confirmedAt: uploads.confirmedAt,
        finishedAt: uploads.finishedAt,
      },
      retailer: { id: retailers.id, handle: retailers.handle, name: retailers.name, timezone: retailers.timezone },
    })
    .from(uploads)
    .innerJoin(retailers, eq(retailers.id, uploads.retailerId))
    .where(where)
    .$dynamic();

type Row = Awaited<ReturnType<typeof selectUploads>>[number];

/** What leaves the server of an upload. */
export function viewOf({ upload: { clearEmpty, ...upload }, retailer }: Row): UploadView {
  const { created = 0, updated = 0, unchanged = 0, failed = 0 } = upload.tally ?? {};
  return {
    ...upload,
    retailer,
    emptyCells: clearEmpty ? "clear" : "leave",
    rowsDone: created + updated + unchanged + failed,
    createdAt: upload.createdAt.toISOString(),
    confirmedAt: moment(upload.confirmedAt),
    finishedAt: moment(upload.finishedAt),
  };
}

/** @throws AppError `not_found` for one that is not there or not theirs */
export async function uploadOf(tx: Database, id: number, say: Say): Promise<UploadView> {
  const [row] = await selectUploads(tx, eq(uploads.id, id));
  if (!row) throw new AppError("not_found", say("errors.not_found"));
  return viewOf(row);
}

/** Locks an upload for a change of its state, and reads it whole. */
export async function lockUpload(tx: Database, id: number, say: Say) {
  const [row] = await tx.select().from(uploads).where(eq(uploads.id, id)).for("update");
  if (!row) throw new AppError("not_found", say("errors.not_found"));
  return row;
}

/** The shops that somebody may bring files for, by name. */
export async function shopsFor(tx: Database, actor: Actor) {
  const all = admin.holds(actor) || productManager.holds(actor);
  const theirs = all ? undefined : inArray(retailers.id, [...actor.shops]);
  return tx
    .select({ id: retailers.id, name: retailers.name })
    .from(retailers)
    .where(and(theirs))
    .orderBy(asc(sql`lower(${retailers.name})`), asc(retailers.id))
    .limit(1000);
}
