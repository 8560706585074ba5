import "./node-env";
import { closePools } from "@/db/client";
import { startRelay } from "@/lib/relay";
import { neededDatabase } from "./database-check";
import { explain } from "./explain";
import { say } from "./progress";
import { onShutdown } from "./shutdown";

/** Delivers events in a process of its own, for servers that run with CHARSU_JOBS=outside. Needs DATABASE_URL. */
try {
  neededDatabase();
  const relay = await startRelay();
  onShutdown(async () => {
    await relay.stop();
    await closePools();
  });
  say("Delivering events. Ctrl-C stops it");
} catch (error) {
  say(explain(error));
  process.exit(1);
}
