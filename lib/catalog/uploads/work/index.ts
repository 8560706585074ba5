import { and, eq, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import { database, pool } from "@/db/client";
import { uploads } from "@/db/schema";
import { replaceJob } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { translator } from "@/lib/platform/messages";
import { forgetFile, sweepPrivateFiles } from "@/lib/platform/private-files";
import { ImportFileError } from "../../import/errors";
import { isBusy } from "../rules";
import { type Person, personOf, type Upload } from "./person";
import { preview } from "./preview";
import { run } from "./run";
import { undo } from "./undo";

const worker = () => database("worker");
const busy = ["reading", "running", "undoing"] as const;
const steps = { reading: preview, running: run, undoing: undo } as const;
/** How often a job is tried before the upload is given up. */
const attempts = 6;

/** Queues what an upload has to do; when a job for it waits already, that one does it. */
export const queueUpload = (uploadId: number): Promise<void> =>
  replaceJob(pool("worker"), "upload", { key: `upload:${uploadId}`, payload: { upload: uploadId } }, attempts);

async function give(upload: Upload, status: "refused" | "failed", problem: { code: string; message: string }) {
  await worker()
    .update(uploads)
    .set({ status, problem })
    .where(and(eq(uploads.id, upload.id), inArray(uploads.status, [...busy])));
}

/** One step of an upload. What the file is to blame for ends it; anything else is thrown, to be tried again. */
async function step(upload: Upload, person: Person): Promise<void> {
  try {
    await steps[upload.status as (typeof busy)[number]](upload, person);
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error;
    const message = error.row === null ? error.message : `Row ${error.row}: ${error.message}`;
    await give(upload, upload.status === "reading" ? "refused" : "failed", { code: error.code, message });
  }
}

async function work(uploadId: number, last: boolean): Promise<void> {
  for (;;) {
    const [upload] = await worker().select().from(uploads).where(eq(uploads.id, uploadId));
    if (!upload || !isBusy(upload.status)) return;
    const person = await personOf(upload);
    if (!person) {
      const message = translator("en")("admin.uploads.problems.not_allowed");
      await give(upload, "failed", { code: "not_allowed", message });
      return;
    }
    try {
      await step(upload, person);
    } catch (error) {
      log.error({ err: error, upload: uploadId, status: upload.status }, "upload failed");
      if (!last) throw error;
      await give(upload, "failed", {
        code: "internal",
        message: translator(person.locale)("admin.uploads.problems.internal"),
      });
      return;
    }
  }
}

/**
 * Does what an upload has to do. One process at a time: the lock belongs to a connection, so that it is free as soon as
 * the process that held it is gone.
 * @param attempt 1 for the first
 */
export async function performUpload(uploadId: number, attempt: number): Promise<void> {
  const client = await pool("worker").connect();
  try {
    await client.query("select set_config('lock_timeout', '5s', false), set_config('statement_timeout', '0', false)");
    const locked = await client.query("select pg_advisory_lock(hashtext('charsu.upload'), $1)", [uploadId]).then(
      () => true,
      (error: { code?: string }) => {
        if (error.code === "55P03") return false;
        throw error;
      },
    );
    // Whoever holds it sees what there is to do.
    if (locked) await work(uploadId, attempt >= attempts);
  } finally {
    client.release(true);
  }
}

/** Queues what a process left that was killed: nobody holds its lock. */
export async function resumeUploads(): Promise<void> {
  const left = await worker()
    .select({ id: uploads.id })
    .from(uploads)
    .where(inArray(uploads.status, [...busy]));
  for (const { id } of left) {
    const { rows } = await pool("worker").query<{ free: boolean }>(
      `select not exists (select from pg_locks where locktype = 'advisory' and granted
         and database = (select oid from pg_database where datname = current_database())
         and classid = hashtext('charsu.upload')::bigint & 4294967295 and objid = $1) as free`,
      [id],
    );
    if (rows[0]?.free) await queueUpload(id);
  }
}

/** Removes files 30 days after they were brought, theirs with the results as well, and what nobody knows. */
export async function sweepUploads(now: Date): Promise<void> {
  const day = 86_400_000;
  const kept = or(isNotNull(uploads.file), isNotNull(uploads.result));
  const old = and(
    kept,
    lt(uploads.createdAt, new Date(now.getTime() - 30 * day)),
    sql`status not in ('running', 'undoing')`,
  );
  const gone = await worker().select({ file: uploads.file, result: uploads.result }).from(uploads).where(old);
  await worker().update(uploads).set({ file: null, result: null }).where(old);
  const names = [...new Set(gone.flatMap(({ file, result }) => [file, result]).filter((name) => name !== null))];
  const still = await knownFiles(names);
  for (const name of names) if (!still.has(name)) await forgetFile(name);
  await sweepPrivateFiles(knownFiles, new Date(now.getTime() - day));
}

async function knownFiles(names: string[]): Promise<ReadonlySet<string>> {
  if (!names.length) return new Set();
  const rows = await worker()
    .select({ file: uploads.file, result: uploads.result })
    .from(uploads)
    .where(or(inArray(uploads.file, names), inArray(uploads.result, names)));
  return new Set(rows.flatMap(({ file, result }) => [file, result]).filter((name) => name !== null));
}
