import "next/dist/server/node-environment-baseline";
import { render } from "@react-email/render";
import { getURLFromRedirectError } from "next/dist/client/components/redirect";
import { NextRequest } from "next/server";
import { createElement } from "react";
import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeCategory, makeMember, makeProduct, makeRetailer } from "@/db/testing/factories";
import { login } from "@/lib/auth/login";
import { loginPassword, makeLogin } from "@/lib/auth/testing/login-account";
import { type EditorState, saveProduct } from "@/lib/catalog/keeping/actions";
import { addProduct } from "@/lib/catalog/keeping/operations/add";
import { readKeptProduct } from "@/lib/catalog/keeping/operations/list";
import { type Draft, draftOf, emptyDraft } from "@/lib/catalog/keeping/rules/draft";
import { actingAs, stranger } from "@/lib/web/testing/context";
import { withinRequest } from "@/lib/web/testing/route";
import { ProductEditor } from "./product-editor";

type Props = Parameters<typeof ProductEditor>[0];
const writing = { locale: "en", currency: "EUR" };

const plain = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
const attribute = (tag: string, name: string) => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
};

/** The fields of a page as a browser sends them that nobody typed into. */
function fieldsOf(html: string): FormData {
  const form = new FormData();
  for (const [whole, tag = "", text = ""] of html.matchAll(/<(input|textarea|select)\b[^>]*>(?:(.*?)<\/\1>)?/gs)) {
    const opening = whole.slice(0, whole.indexOf(">") + 1);
    const name = attribute(opening, "name");
    if (name === undefined) continue;
    const type = attribute(opening, "type");
    const ticked = / checked=""/.test(opening);
    if (type === "checkbox" || type === "radio") {
      if (ticked) form.append(name, attribute(opening, "value") ?? "on");
    } else if (tag === "select") {
      const [selected] = /<option[^>]* selected=""[^>]*>/.exec(text) ?? /<option[^>]*>/.exec(text) ?? [""];
      form.append(name, attribute(selected, "value") ?? "");
    } else
      form.append(
        name,
        tag === "textarea" ? plain(text).replaceAll("\n", "\r\n") : (attribute(opening, "value") ?? ""),
      );
  }
  return form;
}

describe.skipIf(!hasDatabase)("the editor of products, for whoever has no script", () => {
  const { owner } = useTestDatabase();
  let shop: { id: number; handle: string };
  let member: Awaited<ReturnType<typeof makeMember>>;
  let authorization: string;

  beforeAll(async () => {
    shop = await makeRetailer(owner());
    const user = await makeLogin(owner(), { email: "keeper@example.com" });
    member = await makeMember(owner(), shop.id, "owner");
    await owner().execute(`update retailer_members set user_id = ${user.id} where user_id = ${member.id}`);
    member = { ...member, id: user.id };
    const { accessToken } = await login.call(stranger(), { identifier: "keeper@example.com", password: loginPassword });
    authorization = `Bearer ${accessToken}`;
  });

  const page = (id: number | null, draft: Draft, over: Partial<Props> = {}) => {
    const words = new Proxy({}, { get: (_, name) => String(name) }) as Props["words"];
    const props = {
      action: saveProduct,
      locale: "en",
      id,
      draft,
      labels: {},
      shops: [],
      words,
      stockPath: "/stock/{id}",
    };
    return render(createElement(ProductEditor, { ...props, ...over }));
  };

  /** Opens the editor, types into fields of it and presses one of its buttons. */
  async function press(
    id: number | null,
    draft: Draft,
    button: string,
    typed: Record<string, string | null>,
    over: Partial<Props> = {},
  ) {
    const form = fieldsOf(await page(id, draft, over));
    for (const [name, text] of Object.entries(typed)) {
      if (text === null) form.delete(name);
      else form.set(name, text);
    }
    form.set("do", button);
    const request = new NextRequest("http://localhost:3000/admin", { method: "POST", headers: { authorization } });
    const { result } = await withinRequest(request, () =>
      saveProduct(null, form).catch((thrown) => getURLFromRedirectError(thrown)),
    );
    return result as string | NonNullable<EditorState>;
  }
  const asked = async (...given: Parameters<typeof press>) => {
    const state = await press(...given);
    if (typeof state === "string") throw new Error(`went on to ${state}`);
    return state;
  };
  const draftFor = async (id: number) => draftOf(await readKeptProduct.call(actingAs(member), { id }), writing);
  const stored = (id: number) => readKeptProduct.call(actingAs(member), { id });

  it("sends a product as it stands when nobody types, and saves it unchanged", async () => {
    const { product } = await makeProduct(owner(), shop.id, { name: 'Cup "A" & <B>', description: "<p>Big</p>" });
    const before = await stored(product.id);
    expect(await press(product.id, await draftFor(product.id), "save", {})).toContain(
      `/admin/products/${product.id}?done=product_saved`,
    );
    expect(await stored(product.id)).toEqual(before);
  });

  it("makes a product: options applied, a category found, a price refused at its field, then saved", async () => {
    const category = await makeCategory(owner(), { name: "Kettles of copper" });
    const opened = emptyDraft(shop.handle);
    const applied = await asked(null, opened, "apply", {
      name: "Kettle",
      "options.0.name": "Colour",
      "options.0.more": "Red, Ink",
    });
    expect(applied.draft.variants.map(({ optionValues }) => optionValues)).toEqual([["Red"], ["Ink"]]);
    const found = await asked(null, applied.draft, "enter", { find: "copper kettle" });
    expect(found.found?.ids).toEqual([String(category.id)]);
    expect(found.labels).toEqual({ [category.id]: "Kettles of copper" });
    const rest = { category: String(category.id), "variants.0.price": "19.5", "variants.0.stock": "4" };
    const over = { labels: found.labels };
    const refused = await asked(null, found.draft, "save", { ...rest, "variants.1.price": "much" }, over);
    expect(refused.errors.map(({ field }) => field)).toEqual(["variants.1.price"]);
    expect(await page(null, refused.draft, over)).toContain('value="much"');
    const made = await press(null, refused.draft, "save", { "variants.1.price": "1,021.00" }, over);
    const id = Number(/products\/(\d+)\?done=product_saved/.exec(String(made))?.[1]);
    expect(await stored(id)).toMatchObject({
      name: "Kettle",
      category: { id: category.id },
      variants: [
        { optionValues: ["Red"], price: { amount: 1950 }, stock: 4 },
        { optionValues: ["Ink"], price: { amount: 102_100 } },
      ],
    });
  });

  it("does not save past options that were typed and not applied", async () => {
    const { product } = await makeProduct(owner(), shop.id);
    const state = await asked(product.id, await draftFor(product.id), "save", {
      "options.0.name": "Size",
      "options.0.more": "S, M",
    });
    expect(state.notices).toHaveLength(1);
    expect(state.draft.variants).toHaveLength(2);
    expect((await stored(product.id)).options).toEqual([]);
  });

  it("shows the second of two what the first changed, lets them choose, and loses nothing", async () => {
    const { product, variant } = await makeProduct(owner(), shop.id, { name: "Cup" });
    const { id } = product;
    const [first, second] = [await draftFor(id), await draftFor(id)];
    await press(id, first, "save", { name: "Theirs", "variants.0.price": "11.00", description: "<p>New</p>" });
    const state = await asked(id, second, "save", {
      name: "Mine",
      "variants.0.price": "12.00",
      "variants.0.weight": "777",
    });
    expect(state.conflicts).toMatchObject([
      { field: "name", was: "Cup", now: "Theirs", yours: "Mine" },
      { field: `variants.${variant.id}.price`, was: "€10.00", now: "€11.00", yours: "€12.00" },
    ]);
    expect(state.meanwhile).toMatchObject([{ field: "description", now: "New" }]);
    const choices = { "choice.name": "mine", [`choice.variants.${variant.id}.price`]: "theirs" };
    expect(await press(id, state.draft, "save", choices)).toContain("done=product_saved");
    expect(await stored(id)).toMatchObject({
      name: "Mine",
      description: "<p>New</p>",
      variants: [{ price: { amount: 1100 }, weight: 777 }],
    });
  });

  it("tells what came from somebody else where nothing had to be chosen", async () => {
    const { product } = await makeProduct(owner(), shop.id, { name: "Cup" });
    const [first, second] = [await draftFor(product.id), await draftFor(product.id)];
    await press(product.id, first, "save", { name: "Theirs" });
    const state = await asked(product.id, second, "save", { "variants.0.active": null });
    expect(state.meanwhile).toMatchObject([{ field: "name", was: "Cup", now: "Theirs" }]);
    expect(await stored(product.id)).toMatchObject({ name: "Theirs", variants: [{ active: false }] });
  });

  it("removes a variant whose box is ticked, and names one anew by its option", async () => {
    const { id } = await addProduct.call(actingAs(member), {
      name: "Mug",
      options: [{ name: "Size", values: ["S", "M"] }],
      variants: [
        { optionValues: ["S"], price: 1 },
        { optionValues: ["M"], price: 2 },
      ],
    });
    const renamed = await asked(id, await draftFor(id), "apply", { "options.0.values.0.now": "Small" });
    await press(id, renamed.draft, "save", { "variants.1.remove": "on" });
    expect((await stored(id)).variants).toMatchObject([{ optionValues: ["Small"], price: { amount: 1 } }]);
  });
});
