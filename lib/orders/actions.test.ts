import "next/dist/server/node-environment-baseline";
import { eq } from "drizzle-orm";
import { getURLFromRedirectError } from "next/dist/client/components/redirect";
import { NextRequest } from "next/server";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { retailers } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer } from "@/db/testing/factories";
import { login } from "@/lib/auth/login";
import { loginPassword, makeLogin } from "@/lib/auth/testing/login-account";
import { signedIn, stranger } from "@/lib/web/testing/context";
import { withinRequest } from "@/lib/web/testing/route";
import { saveOrder } from "./actions";
import { readOrder } from "./operations/read";
import { submitOrders as submitOperation } from "./operations/submit";
import { address, submitOf, withCart } from "./testing/submit";

const done = "/profile/orders?done=order_edited";

describe.skipIf(!hasDatabase)("the form of an order that waits", () => {
  const { owner } = useTestDatabase();
  const submitOrders = withCart(submitOperation, owner);
  let shopper: { id: number };
  let authorization: string;
  let shop: { id: number };
  let bread: number;
  let number: string;

  beforeAll(async () => {
    shopper = await makeLogin(owner(), { email: "sara@example.com" });
    const { accessToken } = await login.call(stranger(), { identifier: "sara@example.com", password: loginPassword });
    authorization = `Bearer ${accessToken}`;
    shop = await makeRetailer(owner());
    bread = (await makeProduct(owner(), shop.id, { variant: { stock: 1000, price: 1000 } })).variant.id;
  });

  beforeEach(async () => {
    await owner().update(retailers).set({ deliveryFee: 500 }).where(eq(retailers.id, shop.id));
    const { orders } = await submitOrders.call(
      signedIn(shopper),
      submitOf([[bread, 2]], { fulfilment: "pickup", address: undefined }),
    );
    number = orders[0]!.number;
  });

  const read = () => readOrder.call(signedIn(shopper), { id: number });
  const delivered = Object.entries(address).map(([name, text]) => [`address.${name}`, text] as const);
  const totals = (delivery: number) =>
    [
      ["totals.delivery", String(delivery)],
      ["totals.pickup", "2000"],
    ] as const;
  /** As a browser without script sends it. */
  async function save(entries: readonly (readonly [string, string])[]) {
    const form = new FormData();
    for (const [name, text] of [["locale", "en"], ["id", number], ["next", done], ...entries] as const)
      form.append(name, text);
    const request = new NextRequest("http://localhost:3000/profile", { method: "POST", headers: { authorization } });
    const { result } = await withinRequest(request, () =>
      saveOrder(null, form).catch((thrown) => getURLFromRedirectError(thrown)),
    );
    return result;
  }

  it("says what the page said that the chosen way costs, and is saved when it does", async () => {
    expect(await save([["fulfilment", "delivery"], ...delivered, ...totals(2500)])).toBe(done);
    expect(await read()).toMatchObject({ fulfilment: "delivery", total: { amount: 2500 } });
    expect(await save([["fulfilment", "pickup"], ...delivered, ...totals(2500)])).toBe(done);
    expect(await read()).toMatchObject({ fulfilment: "pickup", address: null, total: { amount: 2000 } });
  });

  it("tells when it costs something else by now, saves nothing, and saves it once that is accepted", async () => {
    const before = await read();
    await owner().update(retailers).set({ deliveryFee: 700 }).where(eq(retailers.id, shop.id));
    expect(await save([["fulfilment", "delivery"], ...delivered, ...totals(2500)])).toMatchObject({
      code: "changed",
      data: { total: { was: "€25.00", now: "€27.00" }, accept: { expectedTotal: 2700 } },
      values: { fulfilment: "delivery", "address.city": "Berlin" },
    });
    expect(await read()).toEqual(before);
    expect(await save([["fulfilment", "delivery"], ...delivered, ...totals(2700)])).toBe(done);
    expect(await read()).toMatchObject({ fulfilment: "delivery", total: { amount: 2700 } });
  });

  it("refuses a name that was emptied, and keeps who it is for when it does not ask", async () => {
    const { contact } = await read();
    const entries = [
      ["expectedTotal", "2000"],
      ["contact.name", ""],
      ["contact.email", contact.email],
    ] as const;
    expect(await save(entries)).toMatchObject({ errors: [{ field: "contact.name", message: "Fill this in." }] });
    expect(await save(entries.slice(0, 1))).toBe(done);
    expect(await read()).toMatchObject({ contact });
  });

  it("says the one total where there is nothing to choose", async () => {
    expect(
      await save([
        ["note", "Ring twice"],
        ["expectedTotal", "2100"],
      ]),
    ).toMatchObject({ code: "changed" });
    expect(
      await save([
        ["note", "Ring twice"],
        ["expectedTotal", "2000"],
      ]),
    ).toBe(done);
    expect(await read()).toMatchObject({ note: "Ring twice" });
  });

  it("that asks for the fields of another country keeps what was typed, and saves nothing", async () => {
    const before = await read();
    const state = await save([
      ["fulfilment", "pickup"],
      ["note", "Half a not"],
      ["address.country", "JP"],
      ["change", "country"],
    ]);
    expect(state).toMatchObject({ message: "", errors: [], values: { note: "Half a not", "address.country": "JP" } });
    expect(await read()).toEqual(before);
  });
});
