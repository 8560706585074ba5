import type { Tier } from "./tiers";

/** SQL that is true for the rows a tier may touch; `true` is every row. */
type Rows = string | true;
type Rights = {
  select?: Rows;
  /** Columns that SELECT is limited to; all when absent. */
  columns?: readonly string[];
  insert?: Rows;
  update?: Rows;
  /** What a row must be after UPDATE; as before it when absent. */
  updated?: Rows;
  /** Columns that UPDATE is limited to; all when absent. */
  sets?: readonly string[];
  delete?: Rows;
};

/** Product managers and operators share the staff login; this tells them apart. */
const productManager = "(select app_is('product_manager'))";
const operator = "(select app_is('operator'))";

const everything: Rights = { select: true, insert: true, update: true, delete: true };
const read: Rights = { select: true };
const write = everything;
/** Read by all staff, written by one of their roles. */
const keptBy = (role: string): Rights => ({ select: true, insert: role, update: role, delete: role });

/** In parentheses, so that a statement checks the signature once and not for each row. */
const me = "(select app_uid())";
const myself = `id = ${me}`;
const mine = `user_id = ${me}`;
const shopsOfMine = `(select m.retailer_id from retailer_members m where m.user_id = ${me})`;
const ownedByMe = "(select app_owns())";
const myShops = `retailer_id in ${shopsOfMine}`;
const myOwnShops = `retailer_id in ${ownedByMe}`;
/** Product managers' own work, where they share the login with others. */
const keptByMe: Rights = {
  select: `${productManager} and ${mine}`,
  insert: `${productManager} and ${mine}`,
  update: `${productManager} and ${mine}`,
  delete: `${productManager} and ${mine}`,
};
/** A job works as whom its upload names: nobody names somebody else. */
const actsAsMe = `acts_as = ${me}`;
/** What belongs to the uploads of a shop. */
const ofUploads: Partial<Record<Tier, Rights>> = {
  retailer: { select: myShops, insert: myShops, update: myShops, delete: myShops },
  staff: { select: productManager, insert: productManager, update: productManager, delete: productManager },
  supervisor: read,
  admin: write,
};
const ofSeenProduct = "exists (select from products p where p.id = product_id)";
const partOfProduct: Rights = {
  select: ofSeenProduct,
  insert: ofSeenProduct,
  update: ofSeenProduct,
  delete: ofSeenProduct,
};
const ofSeenOrder = "exists (select from orders o where o.id = order_id)";
const sellable = "retailers.status in ('active', 'paused')";

const person = ["id", "name", "email", "phone", "locale", "active", "created_at"] as const;
/** What the view `people` does not mask. */
const namedPerson = ["id", "name", "name_key", "locale", "active", "standing", "created_at"] as const;
/** An order without whom to call and where to go; the view `order_contacts` tells it masked. */
const maskedOrder = [
  "id",
  "submit_id",
  "retailer_id",
  "user_id",
  "number",
  "status",
  "payment_status",
  "payment_method",
  "fulfilment",
  "contact_name",
  "note",
  "currency",
  "subtotal",
  "discount",
  "shipping",
  "total",
  "weight",
  "created_at",
] as const;
const listedSession = [
  "id",
  "user_id",
  "user_agent",
  "created_at",
  "last_seen_at",
  "expires_at",
  "revoked_at",
] as const;
/** What sold, without for how much. */
const soldPieces = ["retailer_id", "day", "product_id", "category_id", "units"] as const;
const placed = "status = 'pending' and payment_status = 'due'";

const hours: Partial<Record<Tier, Rights>> = {
  shop: read,
  retailer: { select: true, insert: myOwnShops, update: myOwnShops, delete: myOwnShops },
  staff: keptBy(operator),
  supervisor: read,
  admin: write,
  worker: read,
};

/**
 * Who may do what to which rows, the database's half of DESIGN 9. A tier that is not named for a table has nothing
 * there. Row-level security is on everywhere, so a forgotten rule refuses.
 */
export const access: Record<string, Partial<Record<Tier, Rights>>> = {
  users: {
    shop: { select: myself, columns: person, update: myself, sets: ["name", "locale"] },
    retailer: { select: myself, columns: person },
    staff: { select: `${operator} or ${myself}`, columns: namedPerson },
    supervisor: { select: true, columns: namedPerson },
    admin: { select: true, insert: true, update: true },
    auth: { select: true, insert: true, update: true },
    worker: { select: true, columns: person },
  },
  user_roles: { staff: { select: operator }, supervisor: read, admin: write, auth: read, worker: read },
  credentials: { auth: write },
  sessions: {
    auth: write,
    admin: { select: true, update: true, sets: ["revoked_at"] },
    // Devices, without the place.
    staff: { select: operator, columns: listedSession },
    supervisor: { select: true, columns: listedSession },
  },
  registrations: { auth: write },
  two_factors: { auth: write },
  recovery_codes: { auth: write },
  refresh_tokens: { auth: write },
  retailers: {
    // Whoever ordered somewhere goes on seeing that shop's name: `orders` shows this login its shopper's own alone.
    shop: { select: `${sellable} or exists (select from orders o where o.retailer_id = retailers.id)` },
    retailer: {
      select: `${sellable} or id in ${shopsOfMine}`,
      update: `id in ${ownedByMe}`,
      // Not the handle; and of the status a trigger leaves an owner nothing but to pause and to go on.
      sets: [
        "status",
        "name",
        "tagline",
        "description",
        "trade",
        "email",
        "phone",
        "address_line",
        "postcode",
        "city",
        "country",
        "latitude",
        "longitude",
        "timezone",
        "hue",
        "banner",
        "banner_original",
        "delivers",
        "picks_up",
        "delivery_radius",
        "minimum_order",
        "delivery_fee",
        "free_above",
        "preparation",
        "low_stock",
      ],
    },
    staff: { select: true, insert: operator, update: operator },
    supervisor: read,
    admin: write,
    // Whoever applies with a shop is not a member yet.
    auth: { select: true, insert: "status = 'pending'" },
    worker: { select: true, update: true, sets: ["banner"] },
  },
  retailer_members: {
    retailer: { select: `${mine} or ${myOwnShops}`, delete: `${myOwnShops} and role = 'staff'` },
    staff: keptBy(operator),
    supervisor: read,
    admin: write,
    auth: {
      select: true,
      insert: "role = 'owner' and exists (select from retailers r where r.id = retailer_id and r.status = 'pending')",
      delete: true,
    },
    worker: read,
  },
  opening_hours: hours,
  hours_exceptions: hours,
  categories: {
    shop: read,
    retailer: read,
    staff: keptBy(productManager),
    supervisor: read,
    admin: write,
    worker: read,
  },
  brands: { shop: read, retailer: read, staff: keptBy(productManager), supervisor: read, admin: write, worker: read },
  // Written by triggers.
  old_addresses: { shop: read, retailer: read, staff: read, supervisor: read, admin: read, worker: read },
  products: {
    shop: { select: "status = 'published'" },
    retailer: { select: myShops, insert: myShops, update: myShops, delete: myShops },
    staff: keptBy(productManager),
    supervisor: read,
    admin: write,
    auth: read,
    worker: { select: true, update: true, sets: ["sold_count"] },
  },
  product_options: {
    shop: read,
    retailer: partOfProduct,
    staff: keptBy(productManager),
    supervisor: read,
    admin: write,
    worker: read,
  },
  variants: {
    auth: read,
    shop: { select: "active" },
    retailer: { select: myShops, insert: myShops, update: myShops, delete: myShops },
    staff: keptBy(productManager),
    supervisor: read,
    admin: write,
    worker: read,
  },
  pictures: {
    shop: read,
    retailer: partOfProduct,
    staff: keptBy(productManager),
    supervisor: read,
    admin: write,
    worker: write,
  },
  // Named by its hash alone, which tells nobody anything.
  picture_files: { retailer: read, staff: read, supervisor: read, admin: read, worker: write },
  // Written by triggers.
  unpictured: { retailer: { select: myShops }, staff: read, supervisor: read, admin: read },
  bulk_changes: {
    retailer: { select: mine, insert: mine, update: mine, delete: mine },
    staff: keptByMe,
    admin: { select: mine, insert: mine, update: mine, delete: mine },
  },
  imports: {
    retailer: { select: myShops, insert: myShops, update: myShops, sets: ["tally"] },
    staff: { select: true, insert: productManager, update: productManager },
    supervisor: read,
    admin: write,
  },
  uploads: {
    retailer: {
      select: myShops,
      insert: `${myShops} and ${mine} and ${actsAsMe}`,
      update: myShops,
      updated: `${myShops} and ${actsAsMe}`,
    },
    staff: {
      select: productManager,
      insert: `${productManager} and ${mine} and ${actsAsMe}`,
      update: productManager,
      updated: `${productManager} and ${actsAsMe}`,
    },
    supervisor: read,
    admin: { select: true, insert: `${mine} and ${actsAsMe}`, update: true, updated: actsAsMe },
    worker: { select: true, update: true, sets: ["status", "problem", "file", "result", "finished_at"] },
  },
  upload_rows: ofUploads,
  upload_changes: ofUploads,
  upload_mappings: ofUploads,
  stock_ledger: {
    retailer: { select: "exists (select from variants v where v.id = variant_id)" },
    staff: read,
    supervisor: read,
    admin: read,
    worker: read,
  },
  saved_cart_lines: { shop: { select: mine, insert: mine, update: mine, delete: mine }, auth: write },
  addresses: { shop: { select: mine, insert: mine, update: mine, delete: mine }, auth: { select: true, delete: true } },
  submits: {
    shop: { select: mine, insert: mine },
    staff: { select: operator, insert: operator },
    supervisor: read,
    admin: read,
    worker: read,
  },
  orders: {
    shop: {
      select: mine,
      insert: `${mine} and ${placed}`,
      // A pending order is edited or cancelled. Amounts follow the handing over by a trigger that lets no other pass.
      update: `${mine} and status = 'pending'`,
      updated: `${mine} and status in ('pending', 'cancelled')`,
      sets: [
        "status",
        "contact_name",
        "contact_email",
        "contact_phone",
        "address",
        "note",
        "fulfilment",
        "payment_method",
        "shipping",
        "total",
      ],
    },
    // Cancelling is the shopper's and the market's, rejecting the shop's.
    retailer: {
      select: myShops,
      update: myShops,
      updated: `${myShops} and status <> 'cancelled'`,
      sets: ["status", "payment_status"],
    },
    // An order that is taken by phone is placed for whoever calls.
    staff: {
      select: operator,
      columns: maskedOrder,
      insert: `${operator} and ${placed}`,
      update: operator,
      updated: `${operator} and status <> 'rejected'`,
      sets: ["status", "payment_status"],
    },
    supervisor: { select: true, columns: maskedOrder },
    admin: { select: true, update: true, updated: "status <> 'rejected'", sets: ["status", "payment_status"] },
    worker: read,
  },
  order_lines: {
    shop: { select: ofSeenOrder, insert: ofSeenOrder },
    retailer: { select: ofSeenOrder },
    staff: { select: operator, insert: operator },
    supervisor: read,
    admin: read,
    worker: read,
  },
  order_status_log: {
    shop: { select: ofSeenOrder },
    retailer: { select: ofSeenOrder },
    staff: { select: operator },
    supervisor: read,
    admin: read,
    worker: read,
  },
  // Figures of sales are the shop's own and the market's keepers'; a product manager, who has no orders, reads pieces alone.
  sales_by_day: { retailer: { select: myShops }, supervisor: read, admin: read, worker: write },
  product_sales_by_day: {
    retailer: { select: myShops },
    staff: { select: `${productManager} or ${operator}`, columns: soldPieces },
    supervisor: read,
    admin: read,
    worker: write,
  },
  category_sales_by_day: { retailer: { select: myShops }, supervisor: read, admin: read, worker: write },
  basket_starts: { shop: { insert: true }, worker: { select: true, delete: true } },
  baskets_by_day: { retailer: { select: myShops }, supervisor: read, admin: read, worker: write },
  report_state: { retailer: read, staff: read, supervisor: read, admin: read, worker: write },
  events: {
    shop: { insert: true },
    retailer: { insert: true },
    staff: { insert: true },
    admin: { insert: true },
    auth: { insert: true },
    // Takes the address out of a goodbye that was sent.
    worker: {
      select: true,
      insert: "name in ('products.changed', 'retailer.changed')",
      update: "name = 'account.deleted'",
      sets: ["payload"],
    },
  },
  /** Nobody: it is read by `app_uid()`, with the owner's rights. */
  actor_key: {},
  audit_log: { admin: read },
  book_checks: { supervisor: read, admin: read, worker: { select: true, insert: true } },
  outbox_message: { auth: { select: true, insert: true }, worker: { select: true, insert: true } },
  "codes.code": { auth: write },
  "codes.hit": { auth: write },
};

/** Who may read a view; its own condition says which rows. Views mask what the tables behind them keep from these logins. */
export const viewAccess: Record<string, readonly Tier[]> = {
  people: ["staff", "supervisor"],
  colleagues: ["retailer"],
  order_contacts: ["staff", "supervisor"],
  audit_entries: ["supervisor"],
};

/** Who may call what runs with the owner's rights; each looks itself at the role of whoever acts. */
export const functionAccess: Record<string, readonly Tier[]> = {
  "lock_variants(integer[])": ["shop", "retailer", "staff", "admin"],
  "stock_history(integer, integer, integer)": ["retailer", "staff", "supervisor", "admin"],
  "reveal_person(integer, text)": ["staff"],
  "reveal_order(integer, text)": ["staff"],
  "find_products(text, text, integer[], integer)": ["retailer", "staff", "supervisor", "admin"],
  "ordered_variants(integer[])": ["retailer", "staff", "admin"],
  "taken_slugs(text[])": ["retailer", "staff", "admin"],
  "find_people(text, integer)": ["staff", "supervisor", "admin"],
  "find_orders(text, integer)": ["retailer", "staff", "supervisor", "admin"],
  "order_page(order_status, fulfilment[], integer, date, date, boolean, timestamptz, integer, integer)": [
    "retailer",
    "staff",
    "supervisor",
    "admin",
  ],
  "order_counts(order_status[], integer[], fulfilment[], integer, date, date)": [
    "retailer",
    "staff",
    "supervisor",
    "admin",
  ],
  "order_history(integer)": ["retailer", "staff", "supervisor", "admin"],
  "open_account(text, text, text)": ["staff"],
};
