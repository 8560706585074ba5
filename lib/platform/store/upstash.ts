import { Redis } from "@upstash/redis";
import { type LogRule, type LogState, takes } from "./sliding-log";
import { type CodeCheck, type CodeStore, StoreError } from "./types";

const PUT_CODE = `
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'hash', ARGV[1], 'attempts', 0)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`;

// The last argument says whether a match uses the code up; one that does not is no attempt either.
const CHECK_CODE = `
local hash, attempts = unpack(redis.call('HMGET', KEYS[1], 'hash', 'attempts'))
local most = tonumber(ARGV[2])
if not hash or tonumber(attempts) >= most then return 'gone' end
if hash == ARGV[1] then
  if ARGV[3] == 'use' then redis.call('DEL', KEYS[1]) end
  return 'match'
end
if redis.call('HINCRBY', KEYS[1], 'attempts', 1) >= most then redis.call('DEL', KEYS[1]) end
return 'wrong'`;

// A log is a string of "moment:amount" pairs. ARGV has limit, window, slot and cost for each key.
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local fits = true
local logs, answer = {}, { 1, now }
for i, key in ipairs(KEYS) do
  local limit, window, cost = tonumber(ARGV[i * 4 - 3]), tonumber(ARGV[i * 4 - 2]), tonumber(ARGV[i * 4])
  local log, used, kept = {}, 0, {}
  for moment, amount in string.gmatch(redis.call('GET', key) or '', '(%d+):(%d+)') do
    moment, amount = tonumber(moment), tonumber(amount)
    if moment > now - window then
      log[#log + 1] = { moment, amount }
      kept[#kept + 1] = string.format('%.0f:%.0f', moment, amount)
      used = used + amount
    end
  end
  if used + cost > limit then fits = false end
  logs[i] = log
  answer[i + 2] = table.concat(kept, ' ')
end
if not fits then
  answer[1] = 0
  return answer
end
for i, key in ipairs(KEYS) do
  local window, slot, cost = tonumber(ARGV[i * 4 - 2]), tonumber(ARGV[i * 4 - 1]), tonumber(ARGV[i * 4])
  local log, moment = logs[i], math.ceil(now / slot) * slot
  local newest = log[#log]
  if newest and newest[1] == moment then newest[2] = newest[2] + cost else log[#log + 1] = { moment, cost } end
  local parts = {}
  for j, entry in ipairs(log) do parts[j] = string.format('%.0f:%.0f', entry[1], entry[2]) end
  redis.call('SET', key, table.concat(parts, ' '), 'PX', moment - now + window)
end
return answer`;

const CODE = "charsu:code:";
const HIT = "charsu:hit:";

/**
 * The code store in Upstash Redis, over its REST interface; keys begin with `charsu:`.
 * A request is sent once: a step whose answer was lost must not run again behind the caller's back.
 */
export function createUpstashStore(options: { url: string; token: string; timeoutMs?: number }): CodeStore {
  const redis = new Redis({
    url: options.url,
    token: options.token,
    retry: { retries: 0 },
    signal: () => AbortSignal.timeout(options.timeoutMs ?? 5000),
    automaticDeserialization: false,
    enableAutoPipelining: false,
    enableTelemetry: false,
  });

  const run = async <Answer>(script: string, keys: string[], args: (string | number)[]): Promise<Answer> => {
    try {
      return await redis.eval<string[], Answer>(script, keys, args.map(String));
    } catch {
      // The client's message repeats the whole command, and with it keys and hashes.
      throw new StoreError("code store: the Redis step failed or was not answered");
    }
  };

  const decide = async (rules: readonly LogRule[]) => {
    const keys = rules.map((rule) => HIT + rule.key);
    const args = rules.flatMap((rule) => [rule.limit, rule.windowMs, rule.slotMs, rule.cost]);
    const [ok, nowMs, ...logs] = await run<[number, number, ...string[]]>(TAKE, keys, args);
    return { ok: ok === 1, nowMs, states: logs.map(parseLog) };
  };

  return {
    async putCode(key, { hash }, ttlSeconds) {
      await run(PUT_CODE, [CODE + key], [hash, Math.ceil(ttlSeconds * 1000)]);
    },
    async checkCode(key, hash, maxAttempts) {
      return run<CodeCheck>(CHECK_CODE, [CODE + key], [hash, maxAttempts, "use"]);
    },
    async proveCode(key, hash, maxAttempts) {
      return run<CodeCheck>(CHECK_CODE, [CODE + key], [hash, maxAttempts, "keep"]);
    },
    async dropCode(key) {
      await run("return redis.call('DEL', KEYS[1])", [CODE + key], []);
    },
    ...takes(decide),
    async sweep() {
      return 0;
    },
  };
}

function parseLog(log: string): LogState {
  const pairs = log.split(" ").filter(Boolean);
  const part = (index: number) => pairs.map((pair) => Number(pair.split(":")[index]));
  return { moments: part(0), amounts: part(1) };
}
