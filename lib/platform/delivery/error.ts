/** A message was not handed over. Carries no text and no address, so it may be logged. */
export class DeliveryError extends Error {
  override name = "DeliveryError";

  /** True when the same message, with the same idempotency key, may get through later. */
  readonly retryable: boolean;

  constructor(message: string, options: { retryable: boolean }) {
    super(message);
    this.retryable = options.retryable;
  }
}
