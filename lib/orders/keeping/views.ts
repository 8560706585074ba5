import * as z from "zod";
import { moneyView } from "@/lib/catalog/views";
import { orderStatuses } from "../rules";
import { orderLineView } from "../views";

const status = z.enum(orderStatuses);

/** An order as it stands on a board. */
export const boardOrderView = z.object({
  number: z.string(),
  /** With the IANA time zone of its clock. */
  retailer: z.object({ handle: z.string(), name: z.string(), timezone: z.string() }),
  status,
  paymentStatus: z.enum(["due", "paid", "refunded"]),
  fulfilment: z.enum(["delivery", "pickup"]),
  /** Whom it is for. */
  name: z.string(),
  note: z.string(),
  /** Pieces in all, and each line in a few words. */
  pieces: z.int(),
  lines: z.array(z.object({ name: z.string(), options: z.string(), quantity: z.int() })),
  total: moneyView,
  placedAt: z.iso.datetime(),
  /** Where whoever asks may move it, the way ahead first. */
  moves: z.array(status),
});

/** A page of a board, with the figures of all its columns. */
export const boardView = z.object({
  items: z.array(boardOrderView),
  page: z.object({ size: z.int(), next: z.string().nullable() }),
  /** How many orders each status holds, under the same filters; `more` when they are not counted any further. */
  counts: z.array(z.object({ status, count: z.int(), more: z.boolean() })),
  /** The shops to choose among; empty for those who keep the market, who name any by its handle. */
  shops: z.array(z.object({ handle: z.string(), name: z.string() })),
});

export const historyEntryView = z.object({
  status,
  note: z.string(),
  at: z.iso.datetime(),
  /** Who moved it: the shopper, somebody of the shop, somebody of the market; null for nobody in particular. */
  by: z.enum(["shopper", "shop", "market"]).nullable(),
  /** Their name, as far as it is told to whoever asks. */
  name: z.string().nullable(),
});

const addressView = z.object({
  organization: z.string().optional(),
  line1: z.string().optional(),
  line2: z.string().optional(),
  district: z.string().optional(),
  city: z.string(),
  region: z.string().optional(),
  postcode: z.string().optional(),
  country: z.string(),
});

const contactView = z.object({ email: z.string(), phone: z.string(), address: addressView.nullable() });

export const keptOrderView = boardOrderView.omit({ lines: true }).extend({
  payment: z.string(),
  lines: z.array(orderLineView),
  subtotal: moneyView,
  discount: moneyView,
  shipping: moneyView,
  /** Grams. */
  weight: z.int(),
  /** Masked for those who keep the market: enough to recognise, too little to use. */
  contact: contactView,
  masked: z.boolean(),
  history: z.array(historyEntryView),
});

/** What became of several orders that were to be moved. */
export const movedView = z.object({
  moved: z.int(),
  /** All of it in a sentence. */
  summary: z.string(),
  outcomes: z.array(
    z.object({
      number: z.string(),
      ok: z.boolean(),
      /** In a sentence. */
      message: z.string(),
    }),
  ),
});

/** Orders as they are packed: no prices. */
export const packingView = z.object({
  orders: z.array(
    boardOrderView
      .pick({ number: true, retailer: true, fulfilment: true, name: true, note: true, placedAt: true, pieces: true })
      .extend({
        lines: z.array(
          z.object({ name: z.string(), options: z.string(), sku: z.string().nullable(), quantity: z.int() }),
        ),
        contact: contactView,
        masked: z.boolean(),
        weight: z.int(),
      }),
  ),
  /** There are more of these than are printed at once. */
  more: z.boolean(),
});

export const revealedView = contactView;

export type BoardOrderView = z.infer<typeof boardOrderView>;
export type BoardView = z.infer<typeof boardView>;
export type KeptOrderView = z.infer<typeof keptOrderView>;
export type MovedView = z.infer<typeof movedView>;
export type PackingView = z.infer<typeof packingView>;
