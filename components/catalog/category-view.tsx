import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import type { CategoryView, ProductView } from "@/lib/catalog/views";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { LaneList } from "./lane-list";
import { ListEnd, ProductGrid } from "./product-grid";

type CategoryPageProps = {
  found: {
    category: CategoryView;
    trail: CategoryView[];
    children: CategoryView[];
    items: ProductView[];
    next: string | null;
  };
  locale: string;
  say: Say;
  /** A later page of the list: only the products. */
  later?: boolean;
};

/** A category: the way here, its parts, its products. */
export function CategoryPageView({ found, locale, say, later = false }: CategoryPageProps) {
  const { category, trail, children, items, next } = found;
  const to = pathIn(locale);
  const parent = trail.at(-1);
  return (
    <div className="page stack-10 py-6 pb-20">
      <div className="stack-4">
        <Breadcrumb
          label={say("layout.trail")}
          steps={[
            { name: say("layout.home"), href: to("/") },
            { name: say("layout.categories"), href: to("/categories") },
            ...trail.map(({ name, path }) => ({ name, href: to(`/categories/${path}`) })),
            { name: category.name },
          ]}
        />
        <PageHeading below={<p>{say("catalog.count", { count: category.products })}</p>}>{category.name}</PageHeading>
      </div>
      {children.length > 0 && !later && (
        <nav aria-label={say("catalog.children")}>
          <LaneList categories={children} locale={locale} say={say} />
        </nav>
      )}
      {items.length > 0 ? (
        <section aria-label={say("catalog.products", { name: category.name })}>
          <ProductGrid
            items={items}
            locale={locale}
            say={say}
            eager={later || children.length === 0 ? 2 : 1}
            level="h2"
          />
          <ListEnd path={to(`/categories/${category.path}`)} next={next} later={later} say={say} />
        </section>
      ) : (
        <EmptyState title={say("catalog.empty", { name: category.name })} text={say("catalog.empty_hint")}>
          {parent && (
            <ButtonLink href={to(`/categories/${parent.path}`)}>{say("catalog.up", { name: parent.name })}</ButtonLink>
          )}
          <ButtonLink href={to("/categories")} look={parent ? "secondary" : "primary"}>
            {say("catalog.all")}
          </ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}
