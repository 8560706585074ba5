import { classNames } from "@/components/ui/class-names";
import { Price } from "@/components/ui/price";
import type { BuyVariant } from "./buy-form";

type ChoiceProps = { variants: BuyVariant[]; chosen: BuyVariant; choose: (variant: BuyVariant) => void };

const pill = classNames(
  "relative flex min-h-11 min-w-11 cursor-pointer items-center justify-center rounded-md border border-edge bg-surface px-3.5 py-1.5",
  "has-checked:border-tile has-checked:bg-tile-soft has-checked:ring-1 has-checked:ring-tile hover:border-tile",
  "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-saffron",
);
const gone = "border-dashed text-ink-soft line-through";

/** The variants of a single option as radio buttons: the same with and without the script. */
export function VariantList({
  legend,
  variants,
  chosen,
  choose,
  priceVaries,
}: ChoiceProps & { legend: string; priceVaries: boolean }) {
  return (
    <fieldset>
      <legend dir="auto" className="mb-1.5 text-sm font-semibold">
        {legend}
      </legend>
      <div className="flex flex-wrap gap-2">
        {variants.map((variant) => (
          <label key={variant.id} className={classNames(pill, "flex-col leading-tight")}>
            <input
              type="radio"
              name="variantId"
              value={variant.id}
              checked={variant === chosen}
              onChange={() => choose(variant)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            <span
              dir="auto"
              className={classNames("font-semibold", !variant.available && "text-ink-soft line-through")}
            >
              {variant.values.join(" · ")}
            </span>
            {priceVaries && <Price text={variant.price} />}
            {variant.stock.tone !== "good" && <span className="text-xs text-ink-soft">{variant.stock.text}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Many variants in one list, each with its price and stock. */
export function VariantSelect({ label, variants, chosen, choose }: ChoiceProps & { label: string }) {
  return (
    <label className="block">
      <span dir="auto" className="mb-1.5 block text-sm font-semibold">
        {label}
      </span>
      <select
        name="variantId"
        value={chosen.id}
        onChange={(event) => {
          const found = variants.find(({ id }) => id === Number(event.target.value));
          if (found) choose(found);
        }}
        className="arrow-inside min-h-11 w-full rounded-md border border-edge bg-surface ps-3 pe-9 hover:border-tile"
      >
        {variants.map((variant) => (
          <option key={variant.id} value={variant.id}>
            {[variant.values.join(" / "), variant.price, variant.stock.text].join(" – ")}
          </option>
        ))}
      </select>
    </label>
  );
}

const matches = (variant: BuyVariant, values: readonly string[]) =>
  values.every((value, index) => variant.values[index] === value);

/**
 * One row of radio buttons for each option; together they point at a variant. Shown only where scripts run: the list of
 * all variants stands in for it elsewhere.
 */
export function OptionGroups({
  names,
  variants,
  chosen,
  choose,
  unavailable,
}: ChoiceProps & { names: string[]; unavailable: string }) {
  const pick = (index: number, value: string) => {
    const wanted = chosen.values.map((own, at) => (at === index ? value : own));
    const fits = variants.filter((variant) => variant.values[index] === value);
    // A combination that the shop does not have: the nearest one with this value that can be bought.
    const best = fits.find((variant) => matches(variant, wanted)) ?? fits.find(({ available }) => available) ?? fits[0];
    if (best) choose(best);
  };
  return (
    <div className="scriptless:hidden stack-4">
      {names.map((name, index) => {
        const values = [...new Set(variants.map((variant) => variant.values[index] ?? ""))];
        return (
          <fieldset key={name}>
            <legend dir="auto" className="mb-1.5 text-sm font-semibold">
              {name}
            </legend>
            <div className="flex flex-wrap gap-2">
              {values.map((value) => {
                const wanted = chosen.values.map((own, at) => (at === index ? value : own));
                const there = variants.find((variant) => matches(variant, wanted));
                return (
                  <label
                    key={value}
                    title={there ? undefined : unavailable}
                    className={classNames(pill, !there?.available && gone)}
                  >
                    <input
                      type="radio"
                      name={`option-${index}`}
                      value={value}
                      checked={chosen.values[index] === value}
                      onChange={() => pick(index, value)}
                      className="absolute inset-0 cursor-pointer appearance-none outline-none"
                    />
                    <span dir="auto">{value}</span>
                  </label>
                );
              })}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
