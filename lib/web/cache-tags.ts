/** The one place where cache tags are named. A tag with a hole in it throws. */
function tag(...parts: (string | number)[]): string {
  if (parts.some((part) => part === "" || part === undefined || part === null || Number.isNaN(part))) {
    throw new Error(`A cache tag with a hole in it: ${parts.join(":")}`);
  }
  return parts.join(":");
}

export const tags = {
  /** Lists of products over the whole market: home, search landing, category counts. */
  catalog: () => tag("catalog"),
  categories: () => tag("categories"),
  /** The best sellers of the market, and of one shop. */
  best: () => tag("best"),
  bestOf: (retailerId: number) => tag("best", retailerId),
  product: (id: number) => tag("product", id),
  retailer: (id: number) => tag("retailer", id),
};

type Payloads = {
  "catalog.imported": { retailerId: number; productIds: number[] };
  /** By hand: added, changed, removed. */
  "products.changed": { retailerIds: number[]; productIds: number[] };
  "categories.changed": Record<string, never>;
  /** A brand was named anew or removed: it stands on the pages of its products. */
  "brands.changed": { productIds: number[] };
  /** Somebody wants the books looked through. */
  "books.asked": Record<string, never>;
  /** Stock was moved by hand. */
  "stock.moved": { productIds: number[] };
  "retailer.changed": { retailerId: number };
  "order.placed": { submitId: number; number: number; userId: number; orderIds: number[]; productIds: number[] };
  "order.moved": { orderId: number; productIds: number[] };
  /** A shopper changed contact, address or handing over of a pending order. */
  "order.edited": { orderId: number };
  "account.created": { userId: number };
  /** Signed in from a browser that the account had not been used with; device and place as in the session's row. */
  "account.newDevice": { userId: number; sessionId: string; userAgent: string; network: string };
  "account.passwordChanged": { userId: number; by: "change" | "reset" };
  /** Told to the new and to the old address; `was` is null for a first one. */
  "account.contactChanged": { userId: number; channel: "email" | "sms"; was: string | null; now: string };
  /** Told to the address that was taken away, which nobody signs in with any more. */
  "account.contactRemoved": { userId: number; channel: "email" | "sms"; was: string };
  /** The account is gone when this is read: what is needed to say goodbye comes along. */
  "account.deleted": { userId: number; name: string; channel: "email" | "sms"; to: string; locale: string | null };
  /** An upload has something to do: to be read, written or undone. */
  "upload.due": { uploadId: number };
  /** An upload was written or undone, and whoever asked for it is told. */
  "upload.finished": { uploadId: number; userId: number; end: "done" | "undone" };
  "retailer.applied": { retailerId: number; userId: number };
  /** Staff decided about a shop; one for each owner, who is told. */
  "retailer.decided": { retailerId: number; userId: number; decision: "approve" | "refuse" | "suspend" | "reopen" };
};

export type EventName = keyof Payloads;
export type EventPayload<N extends EventName> = Payloads[N];

/** What must be rendered anew after an event. */
export function tagsOf<N extends EventName>(name: N, payload: Payloads[N]): string[] {
  const products = "productIds" in payload ? payload.productIds.map(tags.product) : [];
  switch (name) {
    case "catalog.imported":
      return [tags.catalog(), tags.retailer((payload as Payloads["catalog.imported"]).retailerId), ...products];
    case "products.changed":
      return [tags.catalog(), ...(payload as Payloads["products.changed"]).retailerIds.map(tags.retailer), ...products];
    case "brands.changed":
      return [tags.catalog(), ...products];
    case "categories.changed":
      return [tags.categories(), tags.catalog()];
    case "retailer.changed":
      return [tags.retailer((payload as Payloads["retailer.changed"]).retailerId), tags.catalog()];
    default:
      return products;
  }
}
