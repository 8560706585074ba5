"use client";
import { Person } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { useCookie } from "./cookie";

type AccountLinkProps = { signIn: { href: string; label: string }; account: { href: string; label: string } };

/** Sign in, or the name of who has: from a cookie that holds the name and nothing else. */
export function AccountLink({ signIn, account }: AccountLinkProps) {
  const name = useCookie("name");
  const { href, label } = name ? account : signIn;
  return (
    <Link href={href} className="flex min-h-11 min-w-11 items-center justify-center gap-2 px-2 hover:text-saffron">
      <Person className="size-6" />
      <span className="max-w-36 truncate max-lg:sr-only" dir="auto">
        {name || label}
      </span>
      {name && <span className="sr-only">{label}</span>}
    </Link>
  );
}
