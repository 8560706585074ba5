import { sql } from "drizzle-orm";
import type { ProductDraft } from "./draft";
import type { ProductOutcome } from "./report";
import { type AddressedPlan, applyPlans } from "./write-apply";
import { refusalOf } from "./write-errors";
import { loadProducts } from "./write-load";
import { isEmpty, type ProductPlan, planProduct, refuse, storedFor } from "./write-plan";
import { BrandNames, CategoryPaths } from "./write-references";
import type { WriteSession } from "./write-session";
import { productSlugs } from "./write-slugs";

/** What a draft names and the market does not have, where the session may not make it. */
function missingIn({ draft, references }: ProductPlan): string[] {
  const brand = draft.brand !== null && references.brandId === null ? [draft.brand] : [];
  return draft.category !== null && references.categoryId === null ? [...brand, draft.category.join(" > ")] : brand;
}

const outcomeOf = (plan: ProductPlan, productId: number): ProductOutcome => ({
  draft: plan.draft,
  outcome: isEmpty(plan) ? "unchanged" : plan.stored ? "updated" : "created",
  productId,
  name: plan.fields?.name ?? plan.stored?.name ?? "",
  before: plan.stored,
  missing: missingIn(plan),
});

/** Writes the products of one file, a batch at a time. */
export class ProductWriter {
  readonly categories: CategoryPaths;
  private readonly brands: BrandNames;

  constructor(private readonly session: WriteSession) {
    this.categories = new CategoryPaths(session);
    this.brands = new BrandNames(session);
  }

  /**
   * Says how each draft would end, and writes nothing; of a session that makes no categories and brands.
   * @param made whether those that are missing would be made
   */
  async compare(drafts: readonly ProductDraft[], made: boolean): Promise<ProductOutcome[]> {
    const { plans, outcomes, later } = await this.plan(drafts, false);
    for (const plan of plans) {
      const outcome = outcomeOf(plan, plan.stored?.id ?? 0);
      if (!made || outcome.outcome === "failed" || outcome.missing.length === 0) outcomes.push(outcome);
      else outcomes.push({ ...outcome, outcome: plan.stored ? "updated" : "created", missing: [] });
    }
    return later.length === 0 ? outcomes : [...outcomes, ...(await this.compare(later, made))];
  }

  /** Brings the catalog to what the drafts say; each ends in one outcome. */
  async write(drafts: readonly ProductDraft[]): Promise<ProductOutcome[]> {
    if (drafts.length === 0) return [];
    const { plans, outcomes, later } = await this.plan(drafts, true);
    for (const plan of plans) if (isEmpty(plan)) outcomes.push(outcomeOf(plan, plan.stored?.id ?? 0));
    outcomes.push(...(await this.apply(await this.addressed(plans.filter((plan) => !isEmpty(plan))))));
    return later.length === 0 ? outcomes : [...outcomes, ...(await this.write(later))];
  }

  private async plan(drafts: readonly ProductDraft[], locks: boolean) {
    const stored = await loadProducts(this.session, drafts, locks);
    const outcomes: ProductOutcome[] = [];
    const usable: ProductDraft[] = [];
    const later: ProductDraft[] = [];
    const begun = new Set<string>();
    for (const draft of drafts) {
      const product = storedFor(draft, stored);
      const identity = product ? `id ${product.id}` : `key ${draft.key}`;
      if (begun.has(identity)) {
        // It says more of a product that is being written: it is compared with what comes out.
        later.push(draft);
        continue;
      }
      begun.add(identity);
      const refused = refuse(draft, stored);
      if (refused === null) usable.push(draft);
      else outcomes.push({ draft, outcome: "failed", message: refused });
    }
    await this.brands.prepare(usable.flatMap(({ brand }) => brand ?? []));
    const plans: ProductPlan[] = [];
    for (const draft of usable) {
      const references = {
        brandId: draft.brand === null ? null : this.brands.idOf(draft.brand),
        categoryId: draft.category === null ? null : await this.categories.idOf(draft.category),
      };
      plans.push(planProduct(draft, storedFor(draft, stored) ?? null, references));
    }
    return { plans, outcomes, later };
  }

  private async addressed(plans: readonly ProductPlan[]): Promise<AddressedPlan[]> {
    const fresh = plans.filter(({ stored }) => !stored);
    const slugs = await productSlugs(
      this.session,
      fresh.map(({ draft, fields }) => ({ key: draft.key, name: fields?.name ?? "" })),
    );
    const bySlug = new Map(fresh.map((plan, index) => [plan, slugs[index] ?? null]));
    return plans.map((plan) => ({ ...plan, slug: bySlug.get(plan) ?? null }));
  }

  /** All at once; when the database refuses, the halves by themselves, until the product is found that it means. */
  private async apply(plans: readonly AddressedPlan[]): Promise<ProductOutcome[]> {
    if (plans.length === 0) return [];
    const { tx } = this.session;
    await tx.execute(sql`savepoint products`);
    try {
      const ids = await applyPlans(this.session, plans);
      await tx.execute(sql`release savepoint products`);
      return plans.map((plan, index) => outcomeOf(plan, ids[index] ?? 0));
    } catch (error) {
      const message = refusalOf(error);
      if (message === null) throw error;
      await tx.execute(sql`rollback to savepoint products`);
      const [only] = plans;
      if (only && plans.length === 1) return [{ draft: only.draft, outcome: "failed", message }];
      const half = Math.ceil(plans.length / 2);
      return [...(await this.apply(plans.slice(0, half))), ...(await this.apply(plans.slice(half)))];
    }
  }
}
