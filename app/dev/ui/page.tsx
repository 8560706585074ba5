import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Gallery } from "@/components/ui/gallery";
import { env } from "@/lib/platform/env";

export const instant = false;

/** Every primitive in every state, for eyes and for axe. Words here are specimens and stand in no catalog. */
export default async function GalleryPage() {
  await connection();
  if (env.CHARSU_ENV === "production") notFound();
  return <Gallery />;
}
