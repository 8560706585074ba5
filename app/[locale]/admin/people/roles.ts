import { roles } from "@/lib/accounts/people/rules";
import type { Say } from "@/lib/platform/messages";

/** The staff roles as boxes to tick; those that are held are ticked. */
export const roleOptions = (say: Say, held: readonly string[] = []) =>
  roles.map((value) => ({
    value,
    label: say(`admin.people.roles.${value}`),
    note: say(`admin.people.role_notes.${value}`),
    checked: held.includes(value),
  }));
