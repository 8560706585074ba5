import type { Say } from "@/lib/platform/messages";
import en from "@/lib/platform/messages/en.json";

const megabyte = 1024 * 1024;
/** What a browser refuses before sending; the door looks again. */
export const largestFile = 15 * megabyte;

/** The words of an upload form for so many pictures at once. */
export const uploadWords = (say: Say, most: number) => ({
  files: say("admin.pictures.files"),
  hint: say("admin.pictures.add_hint", { most }),
  send: say("admin.pictures.send"),
  sending: say("admin.pictures.sending"),
  tooLarge: say("admin.pictures.too_large_here", { file: "{file}" }),
  tooMany: say("admin.pictures.too_many_here", { most }),
});

/** What was wrong with an upload, by what its form came back with. */
export function uploadProblem(query: Record<string, string | undefined>, most: number, say: Say): string | null {
  const { problem, file = "" } = query;
  if (!problem) return null;
  if (Object.hasOwn(en.admin.pictures.refused, problem)) {
    return say(`admin.pictures.refused.${problem}`, { file: file.slice(0, 100), most });
  }
  return say(`errors.${Object.hasOwn(en.errors, problem) ? problem : "invalid"}`);
}
