import { env } from "@/lib/platform/env";
import { pictureFolder } from "@/lib/platform/files";
import { createFolderStore } from "./folder";
import { createS3Store } from "./s3";
import type { PictureStore } from "./types";

let current: PictureStore | undefined;

/** The store of this process: S3 when its variables are set, the folder otherwise. */
export function pictureStore(): PictureStore {
  const { S3_ENDPOINT, S3_REGION: region, S3_BUCKET: bucket, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  current ??=
    bucket && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
      ? createS3Store({
          endpoint: S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`,
          region,
          bucket,
          accessKeyId: S3_ACCESS_KEY_ID,
          secretAccessKey: S3_SECRET_ACCESS_KEY,
        })
      : createFolderStore(pictureFolder());
  return current;
}

/** Puts another in its place. For tests. */
export function setPictureStore(store: PictureStore | undefined): void {
  current = store;
}
