import { admin, productManager, retailer, supervisor } from "@/lib/web/actor";

/** Product managers bring files for any shop, retailers for their own; supervisors look. */
export const reads = { allow: [admin, productManager, supervisor, retailer], limit: "none", readOnly: true } as const;
export const writes = { allow: [admin, productManager, retailer], limit: "write" } as const;
