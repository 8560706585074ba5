import { Crossing } from "@/components/ui/crossing";
import { Link } from "@/components/ui/link";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";

export function Footer({ locale, say }: { locale: string; say: Say }) {
  const columns = [
    {
      title: say("layout.footer_market"),
      links: [
        ["/", say("layout.home")],
        ["/categories", say("layout.categories")],
        ["/retailers", say("layout.retailers")],
        ["/sign-up/shop", say("apply.link")],
      ],
    },
    {
      title: say("layout.footer_you"),
      links: [
        ["/cart", say("layout.cart")],
        ["/profile/orders", say("layout.orders")],
      ],
    },
  ] as const;
  return (
    <footer className="mt-auto bg-vault text-on-vault-soft">
      <div className="page grid gap-x-12 gap-y-8 py-12 sm:grid-cols-[1.6fr_1fr_1fr]">
        <div className="stack-3">
          <Crossing className="size-10 text-saffron" />
          <p className="display max-w-[24ch] text-xl text-on-vault">{say("layout.footer_line")}</p>
          <p className="text-sm">{say("layout.footer_small")}</p>
        </div>
        {columns.map(({ title, links }) => (
          <div key={title}>
            <h2 className="text-sm font-semibold text-on-vault">{title}</h2>
            <ul className="mt-1 text-sm">
              {links.map(([path, name]) => (
                <li key={path}>
                  <Link
                    href={pathIn(locale)(path)}
                    className="inline-flex min-h-11 items-center underline-offset-4 hover:text-on-vault hover:underline"
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </footer>
  );
}
