import { listPage, pageOf } from "@/lib/platform/pages";
import { anyone } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { listRetailersInput } from "./input";
import { retailerCount, retailerList } from "./queries";
import { retailerView } from "./views";

export const listRetailers = operation({
  name: "retailers.list",
  summary: "The shops of the market by name, with hours and delivery terms.",
  http: { method: "GET", path: "/api/retailers", cache: "public" },
  message: "Shops.",
  input: listRetailersInput,
  output: listPage(retailerView),
  allow: [anyone],
  limit: "read",
  readOnly: true,
  run: async ({ input, tx }) => {
    const { page, pageSize } = input;
    const items = await retailerList({ offset: (page - 1) * pageSize, limit: pageSize }, tx);
    return pageOf(items, await retailerCount(tx), page, pageSize);
  },
});
