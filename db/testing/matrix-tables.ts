import type { KindName, Row } from "./matrix";

export type Verb = "select" | "insert" | "update" | "delete";

/**
 * What a kind of people may do to a table by plain SQL through the login of its tier: s select, i insert, u update,
 * d delete; a capital for every row, a small letter for their own. What is not there is refused.
 */
type Rights = Partial<Record<KindName, string>>;

export type TableRights = {
  /** Where its rights come from: a row of the design, one's own account, secrets that are nobody's, or what only machines read. */
  row: Row | "account" | "secrets" | "plumbing";
  rights: Rights;
  /** Which rows are a person's own, with `:me` and `:shop`. Without it: those of the person, or of the shop. */
  own?: (kind: KindName, verb: Verb) => string;
  /** What an update sets, where a new row must say who writes it. */
  sets?: string;
};

const everywhere = (rights: string): Rights => ({
  nobody: rights,
  shopper: rights,
  "shop staff": rights,
  "shop owner": rights,
  "product manager": rights,
  operator: rights,
  supervisor: rights,
  admin: rights,
});
const shop = (rights: string): Rights => ({ "shop staff": rights, "shop owner": rights });
const staff = (productManager: string, operator: string, supervisor: string, admin: string): Rights => ({
  "product manager": productManager,
  operator,
  supervisor,
  admin,
});
const ofShop = (kind: KindName) => kind === "shop staff" || kind === "shop owner";
const none: Rights = {};

const goods = { ...shop("siud"), ...staff("SIUD", "S", "S", "SIUD") };
const ofProduct = () => "product_id in (select id from products where retailer_id = :shop)";
const ofVariant = () => "variant_id in (select id from variants where retailer_id = :shop)";
const ofOrder = (kind: KindName) =>
  `order_id in (select id from orders where ${ofShop(kind) ? "retailer_id = :shop" : "user_id = :me"})`;
const places = { ...everywhere("S"), "shop owner": "Siud", ...staff("S", "SIUD", "S", "SIUD") };
const taxonomy = { ...everywhere("S"), ...staff("SIUD", "S", "S", "SIUD") };
const uploaded: Rights = { ...shop("siud"), ...staff("SIUD", "", "S", "SIUD") };
const figures: Rights = { ...shop("s"), supervisor: "S", admin: "S" };
const secret: TableRights = { row: "secrets", rights: none };

export const tables: Record<string, TableRights> = {
  users: {
    row: "users",
    rights: { shopper: "su", ...shop("s"), ...staff("s", "S", "S", "SIU") },
    own: () => "id = :me",
  },
  user_roles: { row: "users", rights: staff("", "S", "S", "SIUD") },
  sessions: { row: "users", rights: staff("", "S", "S", "SU") },
  credentials: secret,
  registrations: secret,
  two_factors: secret,
  recovery_codes: secret,
  refresh_tokens: secret,
  "codes.code": secret,
  "codes.hit": secret,
  actor_key: secret,
  outbox_message: secret,
  addresses: { row: "account", rights: { shopper: "siud" } },
  saved_cart_lines: { row: "account", rights: { shopper: "siud" } },

  retailers: {
    row: "retailers",
    rights: { nobody: "s", shopper: "s", "shop staff": "s", "shop owner": "su", ...staff("S", "SIU", "S", "SIUD") },
    // Shops that are open are everybody's to see.
    own: (kind, verb) =>
      verb === "select" ? `status in ('active', 'paused')${ofShop(kind) ? " or id = :shop" : ""}` : "id = :shop",
  },
  retailer_members: {
    row: "retailers",
    rights: { "shop staff": "s", "shop owner": "sd", ...staff("S", "SIUD", "S", "SIUD") },
    own: (kind, verb) =>
      kind === "shop staff" ? "user_id = :me" : `retailer_id = :shop${verb === "delete" ? " and role = 'staff'" : ""}`,
  },
  opening_hours: { row: "retailers", rights: places },
  hours_exceptions: { row: "retailers", rights: places },

  categories: { row: "categories", rights: taxonomy },
  brands: { row: "categories", rights: taxonomy },
  old_addresses: { row: "categories", rights: everywhere("S") },

  products: {
    row: "products",
    rights: { nobody: "s", shopper: "s", ...goods },
    own: (kind) => (ofShop(kind) ? "retailer_id = :shop" : "status = 'published'"),
  },
  variants: {
    row: "products",
    rights: { nobody: "s", shopper: "s", ...goods },
    own: (kind) => (ofShop(kind) ? "retailer_id = :shop" : "active"),
  },
  // Parts of products are asked for by their product, which the shop's login sees when it is published.
  product_options: { row: "products", rights: { nobody: "S", shopper: "S", ...goods }, own: ofProduct },
  pictures: { row: "products", rights: { nobody: "S", shopper: "S", ...goods }, own: ofProduct },
  picture_files: { row: "products", rights: { ...shop("S"), ...staff("S", "S", "S", "S") } },
  unpictured: { row: "products", rights: { ...shop("s"), ...staff("S", "S", "S", "S") } },
  stock_ledger: { row: "products", rights: { ...shop("s"), ...staff("S", "S", "S", "S") }, own: ofVariant },
  imports: { row: "products", rights: { ...shop("siu"), ...staff("SIU", "S", "S", "SIUD") } },

  bulk_changes: {
    row: "uploads",
    rights: { ...shop("siud"), ...staff("siud", "", "", "siud") },
    own: () => "user_id = :me",
  },
  uploads: {
    row: "uploads",
    rights: { ...shop("siu"), ...staff("SiU", "", "S", "SiU") },
    own: (kind, verb) =>
      [
        ...(ofShop(kind) ? ["retailer_id = :shop"] : []),
        ...(verb === "insert" ? ["acts_as = :me and user_id = :me"] : []),
      ].join(" and ") || "true",
    sets: "acts_as = :me",
  },
  upload_rows: { row: "uploads", rights: uploaded },
  upload_changes: { row: "uploads", rights: uploaded },
  upload_mappings: { row: "uploads", rights: uploaded },

  submits: { row: "orders", rights: { shopper: "si", ...staff("", "SI", "S", "S") } },
  orders: { row: "orders", rights: { shopper: "siu", ...shop("su"), ...staff("", "SIU", "S", "SU") } },
  order_lines: { row: "orders", rights: { shopper: "si", ...shop("s"), ...staff("", "SI", "S", "S") }, own: ofOrder },
  order_status_log: {
    row: "orders",
    rights: { shopper: "s", ...shop("s"), ...staff("", "S", "S", "S") },
    own: ofOrder,
  },

  sales_by_day: { row: "reports", rights: figures },
  category_sales_by_day: { row: "reports", rights: figures },
  baskets_by_day: { row: "reports", rights: figures },
  product_sales_by_day: { row: "reports", rights: { ...figures, ...staff("S", "S", "S", "S") } },
  report_state: { row: "reports", rights: { ...shop("S"), ...staff("S", "S", "S", "S") } },

  audit_log: { row: "audit", rights: { admin: "S" } },
  book_checks: { row: "audit", rights: { supervisor: "S", admin: "S" } },

  events: { row: "plumbing", rights: { ...everywhere("I"), supervisor: "" } },
  basket_starts: { row: "plumbing", rights: { nobody: "I", shopper: "I" } },
};

/** Views: what they show, they show masked or of the shop alone. */
export const views: Record<string, TableRights> = {
  people: { row: "users", rights: { operator: "S", supervisor: "S" } },
  order_contacts: { row: "orders", rights: { operator: "S", supervisor: "S" } },
  audit_entries: { row: "audit", rights: { supervisor: "S" } },
  colleagues: {
    row: "retailers",
    rights: shop("s"),
    own: (kind) => (kind === "shop staff" ? "user_id = :me" : "retailer_id = :shop"),
  },
};

/** What operators and supervisors are told masked or not at all: no login of theirs reads these columns. */
export const masked: Record<string, readonly string[]> = {
  users: ["email", "phone", "unconfirmed", "session_version"],
  orders: ["contact_email", "contact_phone", "address"],
  sessions: ["network"],
};
