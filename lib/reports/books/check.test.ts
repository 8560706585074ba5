import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeStaff, makeUser } from "@/db/testing/factories";
import { countSold } from "@/lib/live/sold-counts";
import { submitOrders as submitOperation } from "@/lib/orders/operations/submit";
import { submitOf, withCart } from "@/lib/orders/testing/submit";
import { actingAs, signedIn } from "@/lib/web/testing/context";
import { checkBooks } from "./check";
import { askForBooks, readBooks } from "./operations";

describe.skipIf(!hasDatabase)("the books", () => {
  const { owner } = useTestDatabase();
  const submitOrders = withCart(submitOperation, owner);
  let productId: number;
  let variantId: number;
  let number: string;

  beforeAll(async () => {
    const shop = await makeRetailer(owner());
    const { product, variant } = await makeProduct(owner(), shop.id);
    [productId, variantId] = [product.id, variant.id];
    const { orders } = await submitOrders.call(signedIn(await makeUser(owner())), submitOf([[variantId, 2]]));
    number = orders[0]!.number;
    await countSold([productId]);
  });

  const found = async () =>
    Object.fromEntries((await checkBooks()).books.map(({ name, differences }) => [name, differences]));

  /** Does what no login may, looks, and takes it back. */
  const falsified = async (table: string, does: string, undoes: string) => {
    await owner().execute(sql.raw(`alter table ${table} disable trigger user`));
    try {
      await owner().execute(sql.raw(does));
      return await found();
    } finally {
      await owner().execute(sql.raw(undoes));
      await owner().execute(sql.raw(`alter table ${table} enable trigger user`));
    }
  };

  it("agree after an order", async () => {
    const { books } = await checkBooks();
    expect(books.map((book) => [book.name, book.compared, book.found])).toEqual([
      ["stock", 1, 0],
      ["order_lines", 1, 0],
      ["order_totals", 1, 0],
      ["sold_counts", 1, 0],
      ["order_status", 1, 0],
    ]);
  });

  it("name a stock that is not its ledger's", async () => {
    const books = await falsified("variants", "update variants set stock = 9", "update variants set stock = 8");
    expect(books.stock).toEqual([{ record: String(variantId), booked: "9", counted: "8" }]);
    expect(books.order_lines).toEqual([]);
  });

  it("name an order that is not its lines", async () => {
    const books = await falsified(
      "orders",
      "update orders set subtotal = 1900, total = 2400",
      "update orders set subtotal = 2000, total = 2500",
    );
    expect(books.order_lines).toEqual([{ record: number, booked: "1900", counted: "2000" }]);
  });

  it("name a sold count that nobody bought", async () => {
    const books = await falsified(
      "products",
      "update products set sold_count = 7",
      "update products set sold_count = 2",
    );
    expect(books.sold_counts).toEqual([{ record: String(productId), booked: "7", counted: "2" }]);
  });

  it("name a status that the log does not tell of", async () => {
    const books = await falsified(
      "orders",
      "update orders set status = 'delivered'",
      "update orders set status = 'pending'",
    );
    expect(books.order_status).toEqual([{ record: number, booked: "7", counted: "1" }]);
  });

  it("are shown as they were found the last time, and asked for by an admin alone", async () => {
    const [admin, supervisor] = [await makeStaff(owner(), "admin"), await makeStaff(owner(), "supervisor")];
    const last = await checkBooks();
    expect(await readBooks.call(actingAs(supervisor), {})).toEqual({ last });
    expect(await askForBooks.safe(actingAs(supervisor), {})).toMatchObject({ ok: false, error: { status: 403 } });
    expect(await askForBooks.call(actingAs(admin), {})).toEqual({ asked: true });
    const operator = actingAs(await makeStaff(owner(), "operator"));
    expect(await readBooks.safe(operator, {})).toMatchObject({ ok: false, error: { status: 403 } });
  });
});
