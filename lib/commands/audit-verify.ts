import { verifyAudit } from "@/lib/reports/audit/verify";
import { openDatabase, runCommand } from "./command";
import { say } from "./progress";

async function main(): Promise<boolean> {
  await openDatabase();
  const { checked, head, breaks } = await verifyAudit((done) => say(`  ${done} entries`));
  if (breaks.length > 0) {
    say(`The audit's chain is broken; ${checked} entries were looked at.`);
    for (const line of breaks) say(`  ${line}`);
    return false;
  }
  say(`The audit's chain holds: ${checked} entries.`);
  if (head)
    say(
      `Its end is at position ${head.position} with ${head.hash}; keep that elsewhere to see later that nothing was cut off.`,
    );
  return true;
}

void runCommand(main, "Stopped; nothing was changed.");
