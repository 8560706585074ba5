import { authPool } from "@/lib/platform/auth-pool";
import { env } from "@/lib/platform/env";
import { createPostgresStore } from "./postgres";
import type { CodeStore } from "./types";
import { createUpstashStore } from "./upstash";

let current: CodeStore | undefined;

/** The code store of this process: Upstash when its variables are set, PostgreSQL otherwise. */
export function store(): CodeStore {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env;
  current ??= url && token ? createUpstashStore({ url, token }) : createPostgresStore(authPool);
  return current;
}
