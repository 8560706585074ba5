type Person = { name: string; email: string | null; phone: string | null };

/** How a page greets somebody: by name, or by what they signed in with as long as they gave none. */
export function greeting({ name, email, phone }: Person): string {
  return name || email?.split("@")[0] || phone || "";
}
