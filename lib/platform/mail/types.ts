export type MailMessage = {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** 1 to 256 characters. The same key is one mail, however often it is sent. */
  idempotencyKey: string;
};

export interface Mailer {
  /** Hands the mail over and returns the id it got there. Throws DeliveryError. */
  send(message: MailMessage): Promise<{ id: string }>;
}
