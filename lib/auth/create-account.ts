import * as z from "zod";
import { transaction } from "@/db/client";
import { userRoles, users } from "@/db/schema";
import { emailAddress, phoneNumber, reachable } from "@/lib/accounts/contact-input";
import { setPassword } from "@/lib/accounts/credentials";
import { personName } from "@/lib/accounts/input";
import { generatePassword, hashPassword } from "@/lib/accounts/passwords";
import { userView } from "@/lib/accounts/views";
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
  input: z
    .object({
      name: personName,
      email: emailAddress.optional(),
      phone: phoneNumber.optional(),
      roles: z.array(z.enum(staffRoles)).max(staffRoles.length).default([]),
    })
    .check(reachable),
  output: z.object({ user: userView, password: z.string() }),
  allow: [admin],
  limit: "write",
  prepare: async ({ context }) => {
    const password = generatePassword();
    return { password, hash: await hashPassword(password, context.say) };
  },
  run: async ({ input, prepared, actor, tx, record }) => {
    const { name, email = null, phone = null } = input;
    const [made] = await tx
      .insert(users)
      .values({ name, email, phone })
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
