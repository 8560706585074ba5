import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import type { DrawingOf } from "./html";

/** Larger ones are asked for beside the page. Bytes. */
const LARGEST = 8 * 1024;

/** Reads small drawings from `folder`, where `/pictures` are kept; a name stands for its bytes for ever. */
export function drawingsIn(folder: string): DrawingOf {
  const read = new LRUCache<string, string>({ max: 1000 });
  return (path) => {
    const found = read.get(path);
    if (found !== undefined) return found;
    const file = join(folder, path.slice("/pictures/".length));
    if (!file.startsWith(folder) || (statSync(file, { throwIfNoEntry: false })?.size ?? LARGEST) >= LARGEST)
      return undefined;
    const text = readFileSync(file, "utf8");
    read.set(path, text);
    return text;
  };
}
