import { and, eq } from "drizzle-orm";
import { orders, submits } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import { listPage, pageOf } from "@/lib/platform/pages";
import { customer } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { listOrdersInput, orderIdInput, orderNumberInput } from "../input";
import { selectOrders } from "../queries";
import { orderView, submitView } from "../views";

export const listOrders = operation({
  name: "orders.list",
  summary: "The orders of whoever asks, newest first.",
  http: { method: "GET", path: "/api/orders" },
  message: "Your orders.",
  input: listOrdersInput,
  output: listPage(orderView),
  allow: [customer],
  limit: "none",
  readOnly: true,
  run: async ({ input, actor, tx, context }) => {
    const mine = and(
      eq(orders.userId, actor.userId!),
      input.status === undefined ? undefined : eq(orders.status, input.status),
    )!;
    const total = await tx.$count(orders, mine);
    const page = { limit: input.pageSize, offset: (input.page - 1) * input.pageSize };
    const items = await selectOrders(tx, mine, context.locale, page);
    return pageOf(items, total, input.page, input.pageSize);
  },
});

/** One order by its number, as `1001-1`. */
export const readOrder = operation({
  name: "orders.read",
  summary: "One order with its lines and its status log.",
  http: { method: "GET", path: "/api/orders/{id}" },
  message: "The order.",
  input: orderIdInput,
  output: orderView,
  allow: [customer],
  limit: "none",
  readOnly: true,
  run: async ({ input, tx, context }) => {
    const [order] = await selectOrders(tx, eq(orders.number, input.id), context.locale);
    if (!order) throw new AppError("not_found", context.say("errors.not_found"));
    return order;
  },
});

/** All orders of one submit by its number, as `1001`. */
export const readSubmit = operation({
  name: "orders.readSubmit",
  summary: "What one submit made: an order for each retailer.",
  message: "The orders.",
  input: orderNumberInput,
  output: submitView,
  allow: [customer],
  limit: "none",
  readOnly: true,
  run: async ({ input, tx, context }) => {
    const number = Number(input.number.split("-")[0]);
    const items = await selectOrders(tx, eq(submits.number, number), context.locale);
    if (!items.length) throw new AppError("not_found", context.say("errors.not_found"));
    return { number, orders: items };
  },
});
