/** One limit: at most `limit` in any `windowSeconds` that one may choose. Several windows may share a bucket. */
export type RateRule = {
  /** Names who or what is limited. Must hold no personal data in clear: pass an HMAC. */
  bucket: string;
  limit: number;
  windowSeconds: number;
};

export type Taken = {
  ok: boolean;
  /** How many may still be taken now. */
  remaining: number;
  /** Whole seconds until the same take can succeed; 0 when it did. */
  retryAfter: number;
};

export type TakenAll = {
  ok: boolean;
  /** Whole seconds until all rules can succeed together; 0 when they did. */
  retryAfter: number;
  /** The bucket to wait longest for, when refused. */
  bucket?: string;
};

/** `gone` covers what never was, what expired, what was used and what was guessed at too often. */
export type CodeCheck = "match" | "wrong" | "gone";

/**
 * Where one-time codes and rate limits live (DESIGN 8). Each method is one atomic step of the store, so that parallel
 * calls from several processes count right. Keys, buckets and hashes are HMACs made by the caller.
 * Every method throws {@link StoreError} when the store cannot be reached; nothing is then known to be counted.
 */
export interface CodeStore {
  /** Keeps `code` for `ttlSeconds` with no attempts counted; deletes the code that was kept under `key` before. */
  putCode(key: string, code: { hash: string }, ttlSeconds: number): Promise<void>;

  /** Counts an attempt and compares. A match uses the code up; the wrong attempt number `maxAttempts` deletes it. */
  checkCode(key: string, hash: string, maxAttempts: number): Promise<CodeCheck>;

  /** As `checkCode`, but a match leaves the code as it was, to be used up by a `checkCode` that matches too. */
  proveCode(key: string, hash: string, maxAttempts: number): Promise<CodeCheck>;

  /** Deletes the code under `key`, if any. */
  dropCode(key: string): Promise<void>;

  /** Takes `cost` (1 when left out) from one limit, or nothing when it does not fit. Throws RangeError for a bad rule. */
  take(bucket: string, limit: number, windowSeconds: number, cost?: number): Promise<Taken>;

  /** Takes 1 from every rule, or nothing from any when one is exhausted. Throws RangeError for a bad rule. */
  takeAll(rules: readonly RateRule[]): Promise<TakenAll>;

  /** Deletes what has expired and tells how many rows that were; 0 where the store does so itself. */
  sweep(): Promise<number>;
}

/** The store could not do its step. Carries neither keys nor hashes, so it may be logged. */
export class StoreError extends Error {
  override name = "StoreError";
}
