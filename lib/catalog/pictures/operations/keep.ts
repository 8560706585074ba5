import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { operation } from "@/lib/web/operation";
import { reads, writes } from "../../keeping/operations/rights";
import { editPictureInput, orderPicturesInput, pictureInput, productPicturesInput } from "../input";
import { picturesOf, shopOf } from "../queries";
import { keptPicturesView } from "../views";
import { lockProduct, tell } from "./write";

const none = (say: Say) => new AppError("not_found", say("errors.not_found"));

const listed = async (tx: Database, id: number) => ({ id, pictures: await picturesOf(tx, id) });

export const listPictures = operation({
  ...reads,
  name: "catalog.pictures.list",
  summary: "The pictures of a product in their order, with those that are being fetched or made and those that failed.",
  http: { method: "GET", path: "/api/admin/products/{id}/pictures" },
  message: "Pictures.",
  input: productPicturesInput,
  output: keptPicturesView,
  run: async ({ input, tx, context }) => {
    await shopOf(tx, input.id, context.say);
    return listed(tx, input.id);
  },
});

export const editPicture = operation({
  ...writes,
  name: "catalog.pictures.edit",
  summary: "Says what a picture shows, for those who do not see it, or makes it the one that lists show.",
  http: { method: "PATCH", path: "/api/products/{id}/pictures/{picture}", errors: ["not_found"] },
  message: "The picture is saved.",
  input: editPictureInput,
  output: keptPicturesView,
  run: async ({ input: { id, picture, alt, primary }, tx, context, record }) => {
    const shop = await lockProduct(tx, id, context.say);
    const { rowCount } = await tx.execute(sql`
      update pictures set alt = coalesce(${alt ?? null}, alt) where product_id = ${id} and id = ${picture}`);
    if (!rowCount) throw none(context.say);
    if (primary) {
      // At no moment two.
      await tx.execute(
        sql`update pictures set is_primary = false where product_id = ${id} and is_primary and id <> ${picture}`,
      );
      await tx.execute(sql`update pictures set is_primary = true where product_id = ${id} and id = ${picture}`);
    }
    await tell(record, shop, id);
    return listed(tx, id);
  },
});

export const orderPictures = operation({
  ...writes,
  name: "catalog.pictures.order",
  summary: "Puts the pictures of a product in order. All are named: one that came or went meanwhile is a conflict.",
  http: { method: "PUT", path: "/api/products/{id}/pictures", errors: ["not_found", "changed"] },
  message: "The order is saved.",
  input: orderPicturesInput,
  output: keptPicturesView,
  run: async ({ input: { id, pictures }, tx, context, record }) => {
    const shop = await lockProduct(tx, id, context.say);
    const there = (await picturesOf(tx, id)).map((each) => each.id);
    const named = new Set(pictures);
    if (named.size !== pictures.length || named.size !== there.length || !there.every((each) => named.has(each))) {
      throw new AppError("changed", context.say("admin.pictures.changed"));
    }
    await tx.execute(sql`
      update pictures p set position = o.place - 1
      from unnest(${sql.param(pictures)}::integer[]) with ordinality as o (id, place)
      where p.product_id = ${id} and p.id = o.id and p.position <> o.place - 1`);
    await tell(record, shop, id);
    return listed(tx, id);
  },
});

export const removePicture = operation({
  ...writes,
  name: "catalog.pictures.remove",
  summary: "Takes a picture off a product. Its file goes later, when nothing shows it any more.",
  http: { method: "DELETE", path: "/api/products/{id}/pictures/{picture}", errors: ["not_found"] },
  message: "The picture is removed.",
  input: pictureInput,
  output: keptPicturesView,
  run: async ({ input: { id, picture }, tx, context, record }) => {
    const shop = await lockProduct(tx, id, context.say);
    const { rows } = await tx.execute<{ primary: boolean }>(sql`
      delete from pictures where product_id = ${id} and id = ${picture} returning is_primary as "primary"`);
    if (!rows[0]) throw none(context.say);
    if (rows[0].primary) {
      await tx.execute(sql`
        update pictures set is_primary = true where id =
          (select id from pictures where product_id = ${id} order by position, id limit 1)`);
    }
    await tell(record, shop, id);
    return listed(tx, id);
  },
});

export const retryPicture = operation({
  ...writes,
  name: "catalog.pictures.retry",
  summary: "Fetches a picture that could not be had once more.",
  http: { method: "POST", path: "/api/products/{id}/pictures/{picture}/retry", status: 202, errors: ["not_found"] },
  message: "The picture is being fetched again.",
  input: pictureInput,
  output: keptPicturesView,
  run: async ({ input: { id, picture }, tx, context, record }) => {
    const shop = await lockProduct(tx, id, context.say);
    const { rowCount } = await tx.execute(sql`
      update pictures set problem = null, tries = 0, retry_at = now()
      where product_id = ${id} and id = ${picture} and original is null and stored is null`);
    if (!rowCount) throw none(context.say);
    await tell(record, shop, id);
    return listed(tx, id);
  },
});
