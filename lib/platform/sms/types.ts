export type SmsMessage = {
  /** E.164, as +989123456789. */
  to: string;
  text: string;
  /** The same key is one message, however often it is sent. */
  idempotencyKey: string;
};

export interface SmsSender {
  /** Hands the message over and returns the id it got there. Throws DeliveryError. */
  send(message: SmsMessage): Promise<{ id: string }>;
}
