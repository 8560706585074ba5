import { sql } from "drizzle-orm";
import { AppError } from "@/lib/platform/errors";
import { type Actor, admin, operator, productManager, retailer, shopOwner, supervisor } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { bannerInput, setBannerInput } from "../input";
import { bannerOf } from "../queries";
import { type BroughtFile, receivePictures } from "../receive";
import { bannerView } from "../views";

const writes = { allow: [admin, operator, shopOwner], limit: "write" } as const;

const keepsShop = (actor: Actor, id: number) => admin.holds(actor) || operator.holds(actor) || actor.owns.includes(id);

export const readBanner = operation({
  name: "catalog.pictures.banner",
  summary: "The picture at the top of a shop's page, and whether it is ready.",
  http: { method: "GET", path: "/api/admin/retailers/{id}/banner" },
  message: "The banner.",
  allow: [admin, productManager, operator, supervisor, retailer],
  limit: "none",
  readOnly: true,
  input: bannerInput,
  output: bannerView,
  run: async ({ input, tx, actor, context: { say } }) => {
    if (!actor.roles.length && !actor.shops.includes(input.id))
      throw new AppError("not_found", say("errors.not_found"));
    return bannerOf(tx, input.id, say);
  },
});

export const setBanner = operation({
  ...writes,
  name: "catalog.pictures.set-banner",
  summary: "Takes the picture for the top of a shop's page. Its sizes are made in the background.",
  http: {
    method: "POST",
    path: "/api/retailers/{id}/banner",
    takes: { field: "files", several: true },
    errors: ["too_large", "unsupported_media_type"],
  },
  message: "The banner is saved.",
  input: setBannerInput,
  output: bannerView,
  prepare: async ({ input, actor, context: { say } }) => {
    if (!keepsShop(actor, input.id)) throw new AppError("not_found", say("errors.not_found"));
    const [hash] = await receivePictures(input.files as AsyncIterable<BroughtFile>, 1, say);
    return hash!;
  },
  run: async ({ input: { id }, prepared, tx, context: { say }, record }) => {
    const { rowCount } = await tx.execute(sql`
      update retailers set banner_original = ${prepared}, banner = (select stored from picture_files where hash = ${prepared})
      where id = ${id}`);
    if (!rowCount) throw new AppError("not_found", say("errors.not_found"));
    await record("retailer.changed", { retailerId: id });
    return bannerOf(tx, id, say);
  },
});

export const removeBanner = operation({
  ...writes,
  name: "catalog.pictures.remove-banner",
  summary: "Takes the picture off the top of a shop's page: a pattern in its colour stands there then.",
  http: { method: "DELETE", path: "/api/retailers/{id}/banner", errors: ["not_found"] },
  message: "The banner is removed.",
  input: bannerInput,
  output: bannerView,
  run: async ({ input: { id }, tx, actor, context: { say }, record }) => {
    if (!keepsShop(actor, id)) throw new AppError("not_found", say("errors.not_found"));
    const { rowCount } = await tx.execute(
      sql`update retailers set banner_original = null, banner = null where id = ${id}`,
    );
    if (!rowCount) throw new AppError("not_found", say("errors.not_found"));
    await record("retailer.changed", { retailerId: id });
    return bannerOf(tx, id, say);
  },
});
