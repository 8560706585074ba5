import { sql } from "drizzle-orm";
import { AppError } from "@/lib/platform/errors";
import { operation } from "@/lib/web/operation";
import { writes } from "../../keeping/operations/rights";
import { addPicturesInput } from "../input";
import { keepsProduct, picturesOf } from "../queries";
import { type BroughtFile, receivePictures } from "../receive";
import { mostAtOnce, mostPictures } from "../rules";
import { keptPicturesView } from "../views";
import { lockProduct, tell } from "./write";

export const addPictures = operation({
  ...writes,
  name: "catalog.pictures.add",
  summary:
    "Adds photographs to a product, after those it has: JPEG, PNG, WebP, AVIF or GIF, 15 MB and 50 megapixels each. Their sizes are made in the background.",
  http: {
    method: "POST",
    path: "/api/products/{id}/pictures",
    status: 201,
    takes: { field: "files", several: true },
    errors: ["too_large", "unsupported_media_type"],
  },
  message: "The pictures are saved.",
  input: addPicturesInput,
  output: keptPicturesView,
  prepare: async ({ input, actor, context: { say } }) => {
    if (!(await keepsProduct(actor, input.id))) throw new AppError("not_found", say("errors.not_found"));
    return receivePictures(input.files as AsyncIterable<BroughtFile>, mostAtOnce, say);
  },
  run: async ({ input, prepared, tx, context: { say }, record }) => {
    const shop = await lockProduct(tx, input.id, say);
    await tx.execute(sql`
      insert into pictures (product_id, position, url, original, stored, is_primary)
      select ${input.id}, coalesce((select max(position) from pictures where product_id = ${input.id}), -1) + brought.place,
        'sha256:' || brought.hash, brought.hash, f.stored,
        brought.place = 1 and not exists (select from pictures where product_id = ${input.id})
      from unnest(${sql.param(prepared)}::text[]) with ordinality as brought (hash, place) join picture_files f on f.hash = brought.hash
      order by brought.place
      on conflict (product_id, url) do nothing`);
    const pictures = await picturesOf(tx, input.id);
    if (pictures.length > mostPictures) {
      const message = say("admin.pictures.refused.too_many_in_all", { most: mostPictures });
      throw new AppError("invalid", message, {
        errors: [{ field: "files", code: "too_many_in_all", message }],
      });
    }
    await tell(record, shop, input.id);
    return { id: input.id, pictures };
  },
});
