import { sql } from "drizzle-orm";
import type * as z from "zod";
import { type Database, transaction } from "@/db/client";
import { events } from "@/db/schema";
import type { Tier } from "@/db/tiers";
import { clock } from "@/lib/platform/clock";
import { AppError, type ErrorCode } from "@/lib/platform/errors";
import { type LimitName, limited } from "@/lib/platform/limits";
import { log } from "@/lib/platform/log";
import type { Actor, Guard } from "./actor";
import { type EventName, type EventPayload, tagsOf } from "./cache-tags";
import type { Context } from "./context";
import { databaseError } from "./database-error";
import { fieldErrors } from "./field-errors";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Where a REST client finds the operation. */
export type Http = {
  method: Method;
  /** `/api/orders/{id}`; `{…}` names a field of the input. */
  path: string;
  status?: 200 | 201 | 202;
  /** Fields that come in headers, by header name. */
  headers?: Record<string, string>;
  /** The answer is the same for everybody, so shared caches may keep it for a moment, and it carries an ETag. */
  cache?: "public";
  /** The answer is a file for a person to keep, under this name. */
  download?: string;
  /**
   * The request carries a file: in a form, whose other fields stand before it, or as the whole body, with the others in the
   * query. `field` of the input gets its bytes as they come in, `name` what it is called. A form's field `next` names the
   * page of ours that a browser goes on to, instead of an answer in JSON: `{id}` there is that of the output. With `several`
   * the field gets all files that came under it, as {@link IncomingFile}.
   */
  takes?: { field: string; name: string; several?: false } | { field: string; several: true };
  /** The output is a file, as `{name, type, path}`: it is sent, and nothing else of the output. */
  sendsFile?: true;
  /** Codes of refusals that neither its rights nor its limit nor its fields tell of; for the API document. */
  errors?: readonly ErrorCode[];
};

/** What an operation does after its commit, when it holds no connection: calls that leave the house. */
type Later<O> = () => Promise<O>;

type Asked<I> = { input: I; actor: Actor; context: Context };

/** What an operation works with. */
export type Given<I, P = unknown> = Asked<I> & {
  tx: Database;
  now: Date;
  /** Writes an event in this transaction; subscribers see it after the commit. */
  record: <N extends EventName>(name: N, payload: EventPayload<N>) => Promise<void>;
  /** What `prepare` made. */
  prepared: P;
};

/**
 * An AppError that is returned, not thrown, refuses after the commit: what was written stays. A function that is
 * returned runs after the commit and makes the output; when it throws, what was written stays too.
 */
export type Run<I, O, P = unknown> = (given: Given<I, P>) => Promise<O | AppError | Later<O>>;

type Definition<I extends z.ZodType, O extends z.ZodType, P> = {
  name: string;
  /** One sentence for the API document. */
  summary: string;
  input: I;
  output: O;
  allow: readonly Guard[];
  limit: LimitName;
  http?: Http;
  /** Cookies that fill fields of the input which the client did not send, by cookie name. */
  cookies?: Record<string, string>;
  /** Said in the envelope when it worked. */
  message: string;
  /** Reads only: the transaction is READ ONLY. */
  readOnly?: boolean;
  /** Before the transaction, with no connection held: what takes its time, as hashing a password does. */
  prepare?: (asked: Asked<z.output<I>>) => Promise<P>;
  run: Run<z.output<I>, z.input<O>, P>;
};

export type Result<T> = { ok: true; data: T; message: string } | { ok: false; error: AppError };

export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Omit<
  Definition<I, O, unknown>,
  "run" | "prepare"
> & {
  /** Runs behind every gate; never throws. */
  safe: (context: Context, input: unknown) => Promise<Result<z.output<O>>>;
  /** As `safe`, but throws the AppError. Written as a method, so that every operation is an `Operation`. */
  call(context: Context, input: z.input<I>): Promise<z.output<O>>;
};

/** Whether somebody has one of the rights that an operation asks for: what a screen shows a control by. */
export const may = (actor: Actor, { allow }: Pick<Operation, "allow">): boolean =>
  allow.some((guard) => guard.holds(actor));

async function authorize(guards: readonly Guard[], context: Context): Promise<{ actor: Actor; tier: Tier }> {
  const asks = await context.actor();
  // A session that may change a generated password and nothing else is nobody's to every other guard.
  const as = (guard: Guard) => (guard.changesPassword ? (asks.mustChange ?? asks) : asks);
  const guard = guards.find((each) => each.holds(as(each)));
  if (guard) return { actor: as(guard), tier: guard.tier };
  if (asks.mustChange) throw new AppError("must_change_password", context.say("errors.must_change_password"));
  throw asks.userId === null
    ? new AppError("unauthenticated", context.say("errors.unauthenticated"))
    : new AppError("forbidden", context.say("errors.forbidden"));
}

/** Turns whatever was thrown into the one kind of error; lets the framework's own control flow through. */
export function toAppError(error: unknown, context: Context, name: string): AppError {
  if (error instanceof AppError) return error;
  if (typeof (error as { digest?: unknown } | null)?.digest === "string") throw error;
  const known = databaseError(error, context.say);
  if (known) return known;
  log.error({ err: error, requestId: context.requestId, operation: name }, "operation failed");
  return new AppError("internal", context.say("errors.internal"), { cause: error });
}

const isLater = (made: unknown): made is Later<unknown> => typeof made === "function";

/** What did not come about must not be told to the browser either: cookies that were left meanwhile go. */
async function silentWhenRefused<T>(context: Context, work: () => Promise<T>): Promise<T> {
  const before = context.cookies.length;
  try {
    return await work();
  } catch (error) {
    context.cookies.length = before;
    throw error;
  }
}

/**
 * A thing that the system can do, written once. In this order: rate limit, who asks, may they, is the input valid,
 * what is to be prepared, the work in one transaction as the actor's database login, is the output what was promised; the events leave in that
 * same transaction, and the tags they expire are left in the context for the door.
 */
export function operation<I extends z.ZodType, O extends z.ZodType, P = undefined>(
  definition: Definition<I, O, P>,
): Operation<I, O> {
  const { run, prepare, ...description } = definition;

  async function exec(context: Context, raw: unknown): Promise<z.output<O>> {
    await limited(definition.limit, context.ip, context.say);
    const { actor, tier } = await authorize(definition.allow, context);
    const parsed = await definition.input.safeParseAsync(raw, { reportInput: true });
    if (!parsed.success) {
      throw new AppError("invalid", context.say("errors.invalid"), { errors: fieldErrors(parsed.error, context.say) });
    }
    const asked = { input: parsed.data, actor, context };
    const prepared = (await prepare?.(asked)) as P;
    const expired: string[] = [];
    const options = { tier, userId: actor.userId, readOnly: definition.readOnly ?? false };
    const work = (tx: Database) =>
      run({
        ...asked,
        prepared,
        tx,
        now: clock.now(),
        record: async (name, payload) => {
          await tx.insert(events).values({ name, payload, userId: sql`app_uid()` });
          expired.push(...tagsOf(name, payload));
        },
      });
    const made = await silentWhenRefused(context, () =>
      transaction(options, async (tx) => {
        const output = await work(tx);
        // Before the commit: an output that was not promised takes back what was written.
        return output instanceof AppError || isLater(output) ? output : definition.output.parse(output);
      }),
    );
    for (const each of expired) context.expired.add(each);
    if (made instanceof AppError) throw made;
    return isLater(made) ? definition.output.parse(await silentWhenRefused(context, made)) : made;
  }

  const safe = async (context: Context, input: unknown): Promise<Result<z.output<O>>> => {
    try {
      return { ok: true, data: await exec(context, input), message: definition.message };
    } catch (error) {
      return { ok: false, error: toAppError(error, context, definition.name) };
    }
  };

  return {
    ...description,
    safe,
    call: async (context, input) => {
      const result = await safe(context, input);
      if (!result.ok) throw result.error;
      return result.data;
    },
  };
}
