import { sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { type Actor, admin, productManager } from "@/lib/web/actor";
import { pictureUrl } from "../list-query";
import type { BannerView, KeptPictureView } from "./views";

type Problem = NonNullable<KeptPictureView["problem"]>;

/** `answer 404` as it is stored. */
function problemOf(text: string): Problem {
  const [code, status] = text.split(" ");
  return { code: code as Problem["code"], status: status === undefined ? null : Number(status) };
}

type Row = {
  id: number;
  url: string;
  original: string | null;
  stored: string | null;
  problem: string | null;
  alt: string;
  primary: boolean;
};

function viewOf({ id, url, original, stored, problem, alt, primary }: Row): KeptPictureView {
  const src = pictureUrl(stored);
  const state = src ? "ready" : problem ? "failed" : original ? "making" : "fetching";
  const brought = url.startsWith("sha256:");
  return {
    id,
    src,
    url: brought ? null : url,
    alt,
    primary,
    state,
    problem: problem && !src ? problemOf(problem) : null,
  };
}

/** A product's pictures in their order; none for one that the actor may not see. */
export async function picturesOf(tx: Database, productId: number): Promise<KeptPictureView[]> {
  const { rows } = await tx.execute<Row>(sql`
    select p.id, p.url, p.original, p.stored, coalesce(p.problem, f.problem) as problem, p.alt, p.is_primary as "primary"
    from pictures p left join picture_files f on f.hash = p.original
    where p.product_id = ${productId} order by p.position, p.id`);
  return rows.map(viewOf);
}

/** @throws AppError `not_found` for a product that the actor may not see */
export async function shopOf(tx: Database, productId: number, say: Say): Promise<number> {
  const { rows } = await tx.execute<{ shop: number }>(
    sql`select retailer_id as shop from products where id = ${productId}`,
  );
  if (!rows[0]) throw new AppError("not_found", say("errors.not_found"));
  return rows[0].shop;
}

/** Whether somebody may keep pictures of a product: asked before anything of them is read. */
export async function keepsProduct(actor: Actor, productId: number): Promise<boolean> {
  if (admin.holds(actor) || productManager.holds(actor)) return true;
  const { rows } = await database("worker").execute<{ shop: number }>(
    sql`select retailer_id as shop from products where id = ${productId}`,
  );
  return rows[0] !== undefined && actor.shops.includes(rows[0].shop);
}

/** @throws AppError `not_found` */
export async function bannerOf(tx: Database, retailerId: number, say: Say): Promise<BannerView> {
  const { rows } = await tx.execute<{ banner: string | null; original: string | null; problem: string | null }>(sql`
    select r.banner, r.banner_original as original, f.problem
    from retailers r left join picture_files f on f.hash = r.banner_original where r.id = ${retailerId}`);
  const [row] = rows;
  if (!row) throw new AppError("not_found", say("errors.not_found"));
  const src = pictureUrl(row.banner);
  const problem = src || !row.problem ? null : problemOf(row.problem).code;
  return { id: retailerId, src, state: src ? "ready" : problem ? "failed" : row.original ? "making" : "none", problem };
}
