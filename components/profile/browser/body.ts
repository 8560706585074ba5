/** Fields that are for the form's action alone; the REST door takes them from the address, or not at all. */
const ofTheForm = (control: Element | RadioNodeList | null, name: string) =>
  name.startsWith("$") ||
  (control instanceof HTMLInputElement && control.type === "hidden" && ["locale", "next", "id"].includes(name));

/**
 * A form as the JSON that its REST door takes: names with dots become objects, a box that is ticked is true, and an amount
 * (`data-amount`) is a number by the name that it has there.
 */
export function bodyOf(form: HTMLFormElement): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, text] of new FormData(form)) {
    const control = form.elements.namedItem(name);
    if (typeof text !== "string" || ofTheForm(control, name)) continue;
    const input = control instanceof HTMLInputElement ? control : null;
    const { amount } = input?.dataset ?? {};
    const value = input?.type === "checkbox" ? true : text;
    const [head, ...rest] = name.split(".");
    if (amount) body[amount] = Number(text);
    else if (rest.length) body[head!] = { ...(body[head!] as object | undefined), [rest.join(".")]: value };
    else body[name] = value;
  }
  return body;
}
