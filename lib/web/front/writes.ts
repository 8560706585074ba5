/** The bytes among the arguments of `response.write` and `response.end`, empty when there are none. */
export function bytesOf([chunk, encoding]: readonly unknown[]): Buffer {
  if (typeof chunk === "string")
    return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);
}

/** The callback among them. */
export function callbackOf(args: readonly unknown[]): (() => void) | undefined {
  return args.find((each) => typeof each === "function") as (() => void) | undefined;
}
