import { revalidatePath, revalidateTag } from "next/cache";
import type { NextRequest } from "next/server";
import * as z from "zod";

const input = z.object({ tags: z.union([z.literal("everything"), z.array(z.string().max(256)).max(200)]) });

/** Expires content of this process. The front lets nobody in without the process's own key. */
export async function POST(request: NextRequest): Promise<Response> {
  const { tags } = input.parse(await request.json());
  if (tags === "everything") revalidatePath("/", "layout");
  else for (const tag of tags) revalidateTag(tag, { expire: 0 });
  return new Response(null, { status: 204 });
}
