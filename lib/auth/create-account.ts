import * as z from "zod";
import { transaction } from "@/db/client";
import { userRoles, users } from "@/db/schema";
import { setPassword } from "@/lib/accounts/credentials";
import { personName, typedEmail, typedPhone } from "@/lib/accounts/input";
import { generatePassword, hashPassword } from "@/lib/accounts/passwords";
import { readContact } from "@/lib/accounts/read-contact";
import { userView } from "@/lib/accounts/views";
import { AppError, type FieldError } from "@/lib/platform/errors";
import { admin, staffRoles } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";

/**
 * An account that staff make, with a password that is shown once and opens nothing but the form that changes it. Person
 * and roles are written as the admin's login, which can reach no password; that one follows by the login which can, once
 * the account is there. Should it not be reached, the account has no password, and a code signs in as ever.
 */
export const createAccount = operation({
  name: "accounts.create",
  summary: "Makes an account with a generated password, shown this once, and with staff roles.",
  http: { method: "POST", path: "/api/accounts", status: 201, errors: ["conflict"] },
  message: "The account is made. Hand the password over; it is shown this once.",
  input: z.object({
    name: personName,
    email: typedEmail.optional(),
    phone: typedPhone.optional(),
    roles: z.array(z.enum(staffRoles)).max(staffRoles.length).default([]),
  }),
  output: z.object({ user: userView, password: z.string() }),
  allow: [admin],
  limit: "write",
  prepare: async ({ context }) => {
    const password = generatePassword();
    return { password, hash: await hashPassword(password, context.say) };
  },
  run: async ({ input, prepared, actor, context, tx, record }) => {
    const errors: FieldError[] = [];
    const contact = readContact(input, "", errors, context.say);
    if (input.email === undefined && input.phone === undefined) {
      errors.push({ field: "email", code: "identifier", message: context.say("fields.identifier") });
    }
    if (errors.length) throw new AppError("invalid", context.say("errors.invalid"), { errors });
    const [made] = await tx
      .insert(users)
      .values({ name: input.name, ...contact })
      .returning({ id: users.id, name: users.name, email: users.email, phone: users.phone });
    const userId = made!.id;
    const roles = [...new Set(input.roles)];
    if (roles.length) await tx.insert(userRoles).values(roles.map((role) => ({ userId, role })));
    await record("account.created", { userId });
    return async () => {
      await transaction({ tier: "auth", userId: actor.userId }, (own) => setPassword(own, userId, prepared.hash, true));
      return { user: { ...made!, roles }, password: prepared.password };
    };
  },
});
