/**
 * DESIGN 9 as data, for the tests that walk it: through pages, operations, REST doors and plain SQL. Written from the
 * design and the records that follow it (0009), never from `access.ts` or the operations: it is what they are held against.
 */
export const kindNames = [
  "nobody",
  "shopper",
  "shop staff",
  "shop owner",
  "product manager",
  "operator",
  "supervisor",
  "admin",
] as const;
export type KindName = (typeof kindNames)[number];
type By<T> = Record<KindName, T>;

/**
 * Nothing; what is published or one's own, by operations that are open or about one's own account; reading; writing as well.
 */
type Cell = "" | "own" | "r" | "rw";

const cells = (nobody: Cell, shopper: Cell, staff: Cell, owner: Cell, ...rest: [Cell, Cell, Cell, Cell]): By<Cell> => ({
  nobody,
  shopper,
  "shop staff": staff,
  "shop owner": owner,
  "product manager": rest[0],
  operator: rest[1],
  supervisor: rest[2],
  admin: rest[3],
});

/** The rows of DESIGN 9, whatever part of them is a person's own; below them what issue 4 adds. */
export const design = {
  //              nobody shopper staff  owner  pm    op    sup  admin
  products: cells("own", "own", "rw", "rw", "rw", "r", "r", "rw"),
  categories: cells("own", "own", "r", "r", "rw", "r", "r", "rw"),
  orders: cells("", "own", "rw", "rw", "", "rw", "r", "rw"),
  users: cells("", "own", "own", "own", "own", "r", "r", "rw"),
  // Staff of a shop keep its goods and orders; the shop itself is its owner's (0009).
  retailers: cells("own", "own", "r", "rw", "r", "rw", "r", "rw"),
  tickets: cells("", "own", "own", "own", "", "rw", "r", "rw"),
  reviews: cells("own", "own", "rw", "rw", "r", "rw", "r", "rw"),
  audit: cells("", "", "", "", "", "", "r", "rw"),
  /** Files and changes of many products: whoever writes products; a supervisor watches. */
  uploads: cells("", "", "rw", "rw", "rw", "", "r", "rw"),
  /** Figures: of one's own shop, of the market. Who keeps the market's catalog sees how it sells. */
  reports: cells("", "", "r", "r", "r", "r", "r", "r"),
} as const satisfies Record<string, By<Cell>>;

export type Row = keyof typeof design;

/** What goes beyond its row all the same, and why. By operation. */
export const exceptions: Record<string, Partial<By<string>>> = {
  "accounts.people.reveal": {
    operator: "looks behind the mask for a reason, which is written down: that writes the audit",
  },
};

/** Reads that are a step of a change: whoever changes nothing has no use for them. */
export const stepsOfChanges = [
  "catalog.keeping.categories",
  "catalog.keeping.readBulk",
  "catalog.keeping.shops",
  "catalog.uploads.shops",
];

/**
 * Which row an operation belongs to, by the beginning of its name; the longest counts. `open` is for everybody, `own` for
 * whoever has an account, about that account alone.
 */
export const operationRows: Record<string, Row | "open" | "own"> = {
  accounts: "open",
  "accounts.create": "users",
  "accounts.people": "users",
  audit: "audit",
  auth: "open",
  books: "audit",
  cart: "open",
  catalog: "products",
  "catalog.brands": "categories",
  "catalog.categories": "categories",
  "catalog.importCategories": "categories",
  // A shop's own picture.
  "catalog.pictures.set-banner": "retailers",
  "catalog.pictures.remove-banner": "retailers",
  "catalog.uploads": "uploads",
  "catalog.listBrands": "open",
  "catalog.listCategories": "open",
  "catalog.listProducts": "open",
  "catalog.readProduct": "open",
  health: "open",
  orders: "own",
  "orders.keeping": "orders",
  profile: "own",
  reports: "reports",
  retailers: "retailers",
  "retailers.list": "open",
  "retailers.members": "retailers",
};

const staffOfMarket = ["product manager", "operator", "supervisor", "admin"] as const;
const shops = ["shop staff", "shop owner"] as const;

/** Who opens a section of the back office; everybody else who is signed in has no such page. */
export const pages: Record<string, readonly KindName[]> = {
  overview: [...shops, ...staffOfMarket],
  reports: [...shops, "supervisor", "admin"],
  orders: [...shops, "operator", "supervisor", "admin"],
  "phone-orders": ["operator"],
  products: [...shops, ...staffOfMarket],
  uploads: [...shops, "product manager", "supervisor", "admin"],
  stock: [...shops, ...staffOfMarket],
  categories: staffOfMarket,
  brands: staffOfMarket,
  retailers: staffOfMarket,
  shop: shops,
  people: ["operator", "supervisor", "admin"],
  audit: ["supervisor", "admin"],
  books: ["supervisor", "admin"],
};

export const rowOf = (operation: string): Row | "open" | "own" | undefined => {
  const words = operation.split(".");
  for (let length = words.length; length > 0; length -= 1) {
    const row = operationRows[words.slice(0, length).join(".")];
    if (row) return row;
  }
  return undefined;
};
