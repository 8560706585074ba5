import { Client } from "pg";
import { pool } from "@/db/client";
import { log } from "@/lib/platform/log";

const channel = "charsu_expiry";
/** NOTIFY carries at most 8,000 bytes; an import that changes more than this many things expires everything. */
const mostTags = 150;

export type Expired = string[] | "everything";

const atMost = (tags: readonly string[]): Set<string> | "everything" => {
  const all = new Set(tags);
  return all.size > mostTags ? "everything" : all;
};

/** Tells every web process what must be rendered anew. */
export async function announceExpiry(tags: readonly string[]): Promise<void> {
  if (!tags.length) return;
  const all = atMost(tags);
  const said: Expired = all === "everything" ? all : [...all];
  await pool("worker").query("select pg_notify($1, $2)", [channel, JSON.stringify(said)]);
}

/**
 * Listens for what must be rendered anew, on a connection of its own. After a lost connection everything is expired:
 * what was said meanwhile was not heard.
 * @param url connection string of a login that may listen
 * @param expire called one at a time; what is said while it runs is gathered for the next call
 */
export async function listenForExpiry(
  url: string,
  expire: (tags: Expired) => Promise<void>,
): Promise<{ stop: () => Promise<void> }> {
  let client: Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  let gathered: Set<string> | "everything" | null = null;
  let working = false;

  async function flush(): Promise<void> {
    if (working) return;
    working = true;
    while (gathered !== null && !stopped) {
      const now: Expired = gathered === "everything" ? gathered : [...gathered];
      gathered = null;
      try {
        await expire(now);
      } catch (error) {
        log.error({ error: (error as Error).message }, "expiry failed, trying again");
        keep(now);
        await new Promise((done) => setTimeout(done, 1000).unref());
      }
    }
    working = false;
  }

  function keep(said: Expired): void {
    if (said === "everything" || gathered === "everything") gathered = "everything";
    else gathered = atMost([...(gathered ?? []), ...said]);
  }

  function gather(said: Expired): void {
    keep(said);
    void flush();
  }

  async function connect(again: boolean): Promise<void> {
    const next = new Client({ connectionString: url, keepAlive: true });
    next.on("error", () => {
      if (stopped || client !== next) return;
      client = undefined;
      retry = setTimeout(() => void connect(true).catch(later), 500);
    });
    next.on("notification", ({ payload }) => gather(JSON.parse(payload ?? "[]") as Expired));
    await next.connect();
    await next.query(`listen ${channel}`);
    client = next;
    if (again) gather("everything");
  }

  const later = () => {
    if (!stopped) retry = setTimeout(() => void connect(true).catch(later), 2000);
  };

  await connect(false);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
