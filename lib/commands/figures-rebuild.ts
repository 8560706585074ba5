import { rebuildFigures } from "@/lib/reports/rebuild";
import { progressBar } from "./bar";
import { openDatabase, runCommand } from "./command";
import { say } from "./progress";

/** Makes the figures of all dashboards anew from the orders, while the market is open. */
async function main(): Promise<boolean> {
  await openDatabase();
  const bar = progressBar("shops");
  const began = performance.now();
  await rebuildFigures(bar.show).finally(bar.end);
  say(`The figures are made (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return true;
}

void runCommand(main, "Stopped; the figures of the shops that were done are made, the others as they were.");
