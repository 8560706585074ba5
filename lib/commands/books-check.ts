import { checkBooks } from "@/lib/reports/books/check";
import { openDatabase, runCommand } from "./command";
import { say } from "./progress";

const shown = 20;
const titles = {
  stock: "stock of variants = their ledgers",
  order_lines: "goods of orders = their lines",
  order_totals: "totals of orders = goods - discount + shipping",
  sold_counts: "sold counts of products = lines of orders that stand",
  order_status: "status of orders = the end of their logs",
};

async function main(): Promise<boolean> {
  await openDatabase();
  const { took, books } = await checkBooks();
  for (const { name, compared, found, differences } of books) {
    say(`${found === 0 ? "agrees" : `${found} differ`.padEnd(6)}  ${titles[name]} (${compared})`);
    for (const { record, booked, counted } of differences.slice(0, shown)) {
      say(`        ${record}: booked ${booked}, counted ${counted}`);
    }
  }
  say(`Looked through in ${(took / 1000).toFixed(1)} s; the result is kept for /admin/books.`);
  return books.every(({ found }) => found === 0);
}

void runCommand(main, "Stopped; nothing was written down.");
