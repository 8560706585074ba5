import { Button } from "@/components/ui/button";
import { signOut } from "@/lib/auth/actions";

/** Who is signed in here, and the way out. Works without JavaScript. */
export function SignOut({ locale, who, label }: { locale: string; who: string; label: string }) {
  return (
    <form action={signOut} className="flex flex-wrap items-center gap-x-4">
      <input type="hidden" name="locale" value={locale} />
      <span className="text-sm text-ink-soft">{who}</span>
      <Button type="submit" look="quiet">
        {label}
      </Button>
    </form>
  );
}
