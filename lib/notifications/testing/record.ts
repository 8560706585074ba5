import * as z from "zod";
import { anyoneSigningIn } from "@/lib/web/actor";
import type { EventName, EventPayload } from "@/lib/web/cache-tags";
import { operation } from "@/lib/web/operation";
import { stranger } from "@/lib/web/testing/context";

/** Records an event as an operation does, in its transaction. `after` runs there too: when it throws, nothing stays. */
export async function record<N extends EventName>(
  name: N,
  payload: EventPayload<N>,
  after: () => void = () => undefined,
): Promise<void> {
  const recording = operation({
    name: "test.record",
    summary: "",
    message: "",
    input: z.object({}),
    output: z.object({}),
    allow: [anyoneSigningIn],
    limit: "none",
    run: async (given) => {
      await given.record(name, payload);
      after();
      return {};
    },
  });
  await recording.call(stranger(), {});
}
