import { describe, expect, it } from "vitest";
import { orderTransitions } from "@/db/schema/order-transitions";
import { orderStatuses } from "../rules";
import { endedStatuses, isOpen, type Mover, movesOf, nextStep, paymentAfter, type Way } from "./rules";

const movers: Mover[] = ["admin", "operator", "retailer"];
const ways: Way[] = ["delivery", "pickup"];

describe("moves of those who keep orders", () => {
  it("are moves of the table, never to what the other way of handing over comes to", () => {
    for (const status of orderStatuses) {
      for (const mover of movers) {
        const [delivery, pickup] = ways.map((fulfilment) => movesOf({ status, fulfilment }, mover));
        for (const to of [...delivery!, ...pickup!]) expect(orderTransitions[status]).toContain(to);
        expect(delivery).not.toContain("ready_for_pickup");
        expect(delivery).not.toContain("picked_up");
        expect(pickup).not.toContain("out_for_delivery");
        expect(pickup).not.toContain("delivered");
      }
    }
  });

  it.each<[Mover, string[]]>([
    ["retailer", ["confirmed", "rejected"]],
    ["operator", ["confirmed", "cancelled"]],
    ["admin", ["confirmed", "cancelled"]],
  ])("of a new order by %s are %j", (mover, moves) => {
    expect(movesOf({ status: "pending", fulfilment: "delivery" }, mover)).toEqual(moves);
  });

  it("end with the handing over but for what comes back", () => {
    expect(movesOf({ status: "out_for_delivery", fulfilment: "delivery" }, "operator")).toEqual(["delivered"]);
    expect(movesOf({ status: "delivered", fulfilment: "delivery" }, "retailer")).toEqual(["returned"]);
    for (const status of ["rejected", "cancelled", "returned"] as const)
      expect(movesOf({ status, fulfilment: "pickup" }, "admin")).toEqual([]);
  });

  it("lead from open to ended, one step at a time", () => {
    for (const fulfilment of ways) {
      const way = [];
      for (let at = nextStep({ status: "pending", fulfilment }); at; at = nextStep({ status: at, fulfilment }))
        way.push(at);
      expect(way).toEqual(
        fulfilment === "delivery"
          ? ["confirmed", "preparing", "out_for_delivery", "delivered"]
          : ["confirmed", "preparing", "ready_for_pickup", "picked_up"],
      );
    }
    expect(endedStatuses).toEqual(["picked_up", "delivered", "rejected", "cancelled", "returned"]);
    for (const status of endedStatuses)
      expect([isOpen(status), nextStep({ status, fulfilment: "pickup" })]).toEqual([false, null]);
  });
});

describe("cash", () => {
  it.each([
    ["delivered", "due", "paid"],
    ["picked_up", "due", "paid"],
    ["picked_up", "paid", "paid"],
    ["returned", "paid", "refunded"],
    ["returned", "due", "due"],
    ["cancelled", "due", "due"],
    ["confirmed", "due", "due"],
    ["delivered", "refunded", "refunded"],
  ] as const)("when an order becomes %s while it is %s is then %s", (to, now, then) => {
    expect(paymentAfter(to, now)).toBe(then);
  });
});
