/** Where the bytes of pictures are kept, by name: `demo/3f….svg`, `p/3f…/640.avif`. A name stands for its bytes for ever. */
export type PictureStore = {
  /** Keeps bytes under a name; whoever reads meanwhile finds all of them or nothing. */
  put(name: string, bytes: Uint8Array, type: string): Promise<void>;
  /** Null when there is none of this name. */
  read(name: string): Promise<{ body: ReadableStream<Uint8Array>; size: number } | null>;
  has(name: string): Promise<boolean>;
  /** Also of what is not there. */
  remove(name: string): Promise<void>;
};

/** Each step of a name begins with no dot, so that nothing in it climbs. */
const shape = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

export const isPictureName = (name: string): boolean => name.length <= 200 && shape.test(name);

/** @throws for what is no name of a picture: names are ours, so that is a mistake in here */
export function checkedName(name: string): string {
  if (!isPictureName(name)) throw new Error(`${JSON.stringify(name)} is no name of a picture.`);
  return name;
}
