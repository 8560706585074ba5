import { eq } from "drizzle-orm";
import * as z from "zod";
import { users } from "@/db/schema";
import { updateProfileInput } from "@/lib/accounts/profile/input";
import { profileOf } from "@/lib/accounts/profile/queries";
import { profileView } from "@/lib/accounts/profile/views";
import { greeting } from "@/lib/accounts/rules";
import { AppError } from "@/lib/platform/errors";
import { locales } from "@/lib/platform/messages";
import { customer, customerSecurely } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { nameCookie } from "../cookies";
import { sessionLife } from "../tokens";

/** Whom the browser greets. */
export const greet = (user: Parameters<typeof greeting>[0]) => ({
  name: nameCookie,
  value: greeting(user),
  httpOnly: false,
  maxAge: sessionLife,
});

export const readProfile = operation({
  name: "profile.read",
  summary: "Who is asking: name, contact, how the account is protected, shops and roles.",
  http: { method: "GET", path: "/api/profile" },
  message: "Your profile.",
  input: z.object({}),
  output: profileView,
  allow: [customerSecurely],
  limit: "none",
  readOnly: true,
  run: ({ actor, tx }) => profileOf(tx, actor.userId!),
});

export const updateProfile = operation({
  name: "profile.update",
  summary: "Changes name and language.",
  http: { method: "PATCH", path: "/api/profile" },
  message: "Your details are saved.",
  input: updateProfileInput,
  output: profileView.pick({ locale: true }).extend({ name: z.string() }),
  allow: [customer],
  limit: "write",
  run: async ({ input, actor, context, tx }) => {
    const { say } = context;
    if (input.locale !== undefined && !locales().includes(input.locale)) {
      const errors = [{ field: "locale", code: "unknown", message: say("fields.wrong") }];
      throw new AppError("invalid", say("errors.invalid"), { errors });
    }
    const mine = eq(users.id, actor.userId!);
    if (Object.values(input).some((value) => value !== undefined)) await tx.update(users).set(input).where(mine);
    const [row] = await tx
      .select({ name: users.name, locale: users.locale, email: users.email, phone: users.phone })
      .from(users)
      .where(mine);
    const { name, locale } = row!;
    context.cookies.push(greet(row!));
    return { name, locale };
  },
});
