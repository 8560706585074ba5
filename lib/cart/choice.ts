type Choice = { id: number; values: readonly string[] };

/** The variants of a form by their options, for a form that is sent before its script runs. */
export const formatChoices = (variants: readonly Choice[]): string =>
  JSON.stringify(variants.map(({ id, values }) => [id, ...values]));

/**
 * The variant that a form means: the one it names, else the one that has the chosen options (`option-0`, `option-1`, …)
 * among its `choices`. Undefined when there is none; whether it is sold is not looked at.
 */
export function chosenVariant(form: FormData): string | undefined {
  const named = form.get("variantId");
  if (typeof named === "string") return named;
  const wanted = Array.from({ length: 10 }, (_, index) => form.get(`option-${index}`)).filter(
    (value) => value !== null,
  );
  const choices = parsed(String(form.get("choices") ?? ""));
  return choices.find(([, ...values]) => values.join("\0") === wanted.join("\0"))?.[0];
}

function parsed(text: string): string[][] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter(Array.isArray).map((each) => each.map(String)) : [];
  } catch {
    return [];
  }
}
