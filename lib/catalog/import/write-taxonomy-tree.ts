import type { TaxonomyEntry } from "./taxonomy";
import { sameName } from "./write-references";

/** A category of a taxonomy with what stands below it. */
export type TaxonomyNode = {
  name: string;
  /** Told apart from those of other taxonomies by what stands before its first colon. */
  externalId: string | null;
  children: TaxonomyNode[];
};

/** The ids of a JSON list come without their source. */
const withSource = (id: string): string => (/^[a-z]+:/.test(id) ? id : `json:${id}`);

/** Which taxonomy an external id is of. */
export const sourceOf = (externalId: string): string => externalId.slice(0, externalId.indexOf(":"));

/** The tree that entries in any order describe; a parent that is only named in paths is a node too. */
export class TaxonomyTree {
  readonly roots: TaxonomyNode[] = [];
  count = 0;
  private readonly byId = new Map<string, TaxonomyNode>();
  private readonly byPath = new Map<string, TaxonomyNode>();

  add({ externalId, path, ids }: TaxonomyEntry): void {
    let above: TaxonomyNode | null = null;
    let key = "";
    for (const [index, name] of path.entries()) {
      key += `\n${sameName(name)}`;
      const own = index === path.length - 1 ? externalId : null;
      const id = ids?.[index] ?? own;
      above =
        id && (ids || own)
          ? this.identified(withSource(id), name, ids ? null : key, above)
          : this.named(key, name, above);
    }
  }

  private identified(id: string, name: string, key: string | null, above: TaxonomyNode | null): TaxonomyNode {
    const known = this.byId.get(id);
    if (known) return known;
    const placeholder = key === null ? undefined : this.byPath.get(key);
    const node = placeholder && placeholder.externalId === null ? placeholder : this.make(name, above);
    node.externalId = id;
    this.byId.set(id, node);
    if (key !== null && !placeholder) this.byPath.set(key, node);
    return node;
  }

  private named(key: string, name: string, above: TaxonomyNode | null): TaxonomyNode {
    const known = this.byPath.get(key);
    if (known) return known;
    const node = this.make(name, above);
    this.byPath.set(key, node);
    return node;
  }

  private make(name: string, above: TaxonomyNode | null): TaxonomyNode {
    const node: TaxonomyNode = { name: name.trim().replace(/\s+/g, " "), externalId: null, children: [] };
    (above?.children ?? this.roots).push(node);
    this.count += 1;
    return node;
  }
}
