/** The staff roles in the order of what they may do. */
export const roles = ["product_manager", "operator", "supervisor", "admin"] as const;

const columns = ["name", "phone", "active", "role", "joined"] as const;
export type SortColumn = (typeof columns)[number];
export type PeopleSort = SortColumn | `-${SortColumn}`;

/** The orders of the list of people; with a hyphen before it from the other end. */
export const sortNames = columns.flatMap((column) => [column, `-${column}`] as const) as [PeopleSort, ...PeopleSort[]];

/** The column of an order, and whether it begins at the other end. */
export function readSort(sort: PeopleSort): { column: SortColumn; descending: boolean } {
  const descending = sort.startsWith("-");
  return { column: sort.replace(/^-/, "") as SortColumn, descending };
}
