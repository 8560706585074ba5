import { Crossing } from "@/components/ui/crossing";
import { Link } from "@/components/ui/link";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { AccountLink } from "./account-link";
import { CartLink } from "./cart-link";
import { SearchForm } from "./search-form";
import { searchWords } from "./search-words";

/** The same bytes for everybody; cart and account fill themselves in. */
export function Header({ locale, say }: { locale: string; say: Say }) {
  const to = pathIn(locale);
  return (
    <header className="bg-vault text-on-vault">
      <div className="page grid grid-cols-[auto_1fr] items-center gap-x-6 py-2 md:grid-cols-[auto_minmax(12rem,30rem)_1fr]">
        <Link href={to("/")} className="flex min-h-11 items-center gap-2.5">
          <Crossing className="size-8 text-saffron" />
          <span className="display text-2xl leading-none tracking-tight">{say("layout.name")}</span>
        </Link>
        <div className="order-last col-span-full pb-2 md:order-none md:col-span-1 md:pb-0">
          <SearchForm {...searchWords(locale, say)} landmark />
        </div>
        <nav
          aria-label={say("layout.main_nav")}
          className="flex items-center justify-end gap-x-1 text-sm font-semibold lg:gap-x-3"
        >
          <Link href={to("/categories")} className="hidden min-h-11 items-center px-2 hover:text-saffron sm:flex">
            {say("layout.categories")}
          </Link>
          <Link href={to("/retailers")} className="hidden min-h-11 items-center px-2 hover:text-saffron sm:flex">
            {say("layout.retailers")}
          </Link>
          <AccountLink
            signIn={{ href: to("/sign-in"), label: say("layout.account") }}
            account={{ href: to("/profile"), label: say("layout.account_of") }}
          />
          <CartLink
            href={to("/cart")}
            label={say("layout.cart")}
            plural={locale}
            counts={{
              zero: say("layout.in_cart", { count: 0 }),
              one: say("layout.in_cart", { count: 1 }),
              // The script puts the number in place of the sign.
              other: say("layout.in_cart", { count: 2 }).replace(new Intl.NumberFormat(locale).format(2), "#"),
            }}
          />
        </nav>
      </div>
    </header>
  );
}
