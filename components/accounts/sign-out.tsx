import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { signOut } from "@/lib/auth/actions";

/** Who is signed in here, and the way out. Works without JavaScript. */
export function SignOut({ locale, who, label }: { locale: string; who: ReactNode; label: string }) {
  return (
    <form action={signOut} className="flex flex-wrap items-center gap-x-4">
      <input type="hidden" name="locale" value={locale} />
      <span className="min-w-0 text-sm wrap-anywhere text-ink-soft">{who}</span>
      <Button type="submit" look="quiet" className="-mx-1">
        {label}
      </Button>
    </form>
  );
}
