import encodeQR from "qr";
import * as z from "zod";
import { passwordOf } from "@/lib/accounts/credentials";
import { confirmTwoFactorInput, disableTwoFactorInput } from "@/lib/accounts/input";
import { verifyPassword } from "@/lib/accounts/passwords";
import {
  beginSecondFactor,
  confirmSecondFactor,
  passSecondFactor,
  removeSecondFactor,
  secondFactor,
} from "@/lib/accounts/second-factor";
import { base32, otpauthUri } from "@/lib/accounts/totp";
import { twoFactorSetupView } from "@/lib/accounts/views";
import { AppError, invalidField } from "@/lib/platform/errors";
import { takeAll, triesOfOne } from "@/lib/platform/limits";
import { staffSecurely } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";

export const readTwoFactor = operation({
  name: "profile.twoFactor.read",
  summary: "Whether signing in by password asks for a second factor, and how many recovery codes are left.",
  http: { method: "GET", path: "/api/profile/two-factor" },
  message: "Your second factor.",
  input: z.object({}),
  output: z.object({ on: z.boolean(), recoveryCodes: z.int() }),
  allow: [staffSecurely],
  limit: "read",
  readOnly: true,
  run: ({ actor, tx }) => secondFactor(tx, actor.userId!),
});

/** Begins to set it up; as long as it is not confirmed nothing asks for it, and beginning anew makes another secret. */
export const startTwoFactor = operation({
  name: "profile.twoFactor.start",
  summary: "Makes a secret for an authenticator app, to be confirmed by a code of it.",
  http: { method: "POST", path: "/api/profile/two-factor", errors: ["conflict"] },
  message: "Scan the code with your authenticator app, then confirm it.",
  input: z.object({}),
  output: twoFactorSetupView,
  allow: [staffSecurely],
  limit: "write",
  run: async ({ actor, context, tx }) => {
    const { say } = context;
    const secret = await beginSecondFactor(tx, actor.userId!);
    if (!secret) throw new AppError("conflict", say("errors.second_factor_on"));
    const uri = otpauthUri(secret, say("layout.name"), actor.name);
    return { secret: base32(secret), uri, qr: encodeQR(uri, "svg") };
  },
});

export const confirmTwoFactor = operation({
  name: "profile.twoFactor.confirm",
  summary: "Turns the second factor on with a code of the app, and gives the recovery codes, this once.",
  http: { method: "POST", path: "/api/profile/two-factor/confirm", errors: ["rate_limited"] },
  message: "Your second factor is on. Keep the recovery codes where you find them without your phone.",
  input: confirmTwoFactorInput,
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  allow: [staffSecurely],
  limit: "checkPassword",
  prepare: ({ actor, context }) => takeAll("second-factor", String(actor.userId), triesOfOne, context.say),
  run: async ({ input, actor, context, tx, now }) => {
    const recovery = await confirmSecondFactor(tx, actor.userId!, input.code, now);
    if (!recovery) throw invalidField("code", "second_factor", context.say("fields.second_factor"));
    return { recoveryCodes: recovery };
  },
});

export const disableTwoFactor = operation({
  name: "profile.twoFactor.disable",
  summary: "Turns the second factor off, with the password or with a code of it.",
  http: { method: "POST", path: "/api/profile/two-factor/disable", errors: ["rate_limited", "not_found"] },
  message: "Your second factor is off.",
  input: disableTwoFactorInput,
  output: z.null(),
  allow: [staffSecurely],
  limit: "checkPassword",
  prepare: async ({ input, actor, context }) => {
    const { say } = context;
    if (input.password === undefined) return;
    await takeAll("password", String(actor.userId), triesOfOne, say);
    const known = await passwordOf(actor.userId!);
    if (await verifyPassword(known?.hash, input.password, say)) return;
    throw invalidField("password", "wrong_password", say("fields.password_wrong"));
  },
  run: async ({ input, actor, context, tx, now }) => {
    const { say } = context;
    const userId = actor.userId!;
    if (!(await secondFactor(tx, userId)).on) throw new AppError("not_found", say("errors.not_found"));
    if (input.password === undefined) {
      await takeAll("second-factor", String(userId), triesOfOne, say);
      const passed = input.code !== undefined && (await passSecondFactor(tx, userId, input.code, now));
      if (!passed) throw invalidField("code", "second_factor", say("fields.second_factor"));
    }
    await removeSecondFactor(tx, userId);
    return null;
  },
});
