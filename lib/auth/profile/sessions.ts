import * as z from "zod";
import { deviceWords } from "@/lib/accounts/device";
import { endOwnSession, endSessions, liveSessions } from "@/lib/accounts/sessions";
import { sessionView } from "@/lib/accounts/views";
import { AppError } from "@/lib/platform/errors";
import { customerSecurely } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { signedOutCookies } from "../sign-in";

export const listSessions = operation({
  name: "profile.sessions.list",
  summary: "Where one is signed in, the last used first.",
  http: { method: "GET", path: "/api/profile/sessions" },
  message: "Your sessions.",
  input: z.object({}),
  output: z.array(sessionView),
  allow: [customerSecurely],
  limit: "read",
  readOnly: true,
  run: async ({ actor, context, tx }) => {
    const rows = await liveSessions(tx, actor.userId!);
    return rows.map(({ userAgent, createdAt, lastSeenAt, ...row }) => ({
      ...row,
      device: deviceWords(userAgent, context.say),
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: row.id === actor.sessionId,
    }));
  },
});

export const endOneSession = operation({
  name: "profile.sessions.end",
  summary: "Ends a session of one's own; its tokens are dead with the next request.",
  http: { method: "DELETE", path: "/api/profile/sessions/{id}" },
  message: "That session has ended.",
  input: z.object({ id: z.uuid() }),
  output: z.null(),
  allow: [customerSecurely],
  limit: "write",
  run: async ({ input, actor, context, tx }) => {
    const ended = await endOwnSession(tx, actor.userId!, input.id);
    if (!ended) throw new AppError("not_found", context.say("errors.not_found"));
    if (input.id === actor.sessionId) context.cookies.push(...signedOutCookies());
    return null;
  },
});

export const endOtherSessions = operation({
  name: "profile.sessions.endOthers",
  summary: "Ends every session of one's own but this one.",
  http: { method: "DELETE", path: "/api/profile/sessions/others" },
  message: "You are signed in here alone.",
  input: z.object({}),
  output: z.object({
    /** How many there were. */
    ended: z.int(),
  }),
  allow: [customerSecurely],
  limit: "write",
  run: async ({ actor, tx }) => ({ ended: await endSessions(tx, actor.userId!, actor.sessionId) }),
});
