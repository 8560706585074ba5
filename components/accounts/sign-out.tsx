import { Button } from "@/components/ui/button";
import { signOut } from "@/lib/auth/actions";

/** Who is signed in here, and the way out. */
export function SignOut({ locale, greeting, label }: { locale: string; greeting: string; label: string }) {
  return (
    <form action={signOut} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <input type="hidden" name="locale" value={locale} />
      <span dir="auto">{greeting}</span>
      <Button type="submit" look="quiet">
        {label}
      </Button>
    </form>
  );
}
