export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isChoice = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");

/** By what it is for: a password that is looked at is a field of plain text. */
const isSecret = ({ name, autocomplete }: Control) => autocomplete.endsWith("-password") || name === "code";

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const chosen = control.selectedOptions[0];
    return chosen !== undefined && !chosen.defaultSelected;
  }
  return isChoice(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
}

const formsOf = (view: Element) => [...view.querySelectorAll<HTMLFormElement>("form[data-profile-form]")];

/** What a person can fill in; hidden fields are the page's own. */
const controlsOf = (form: HTMLFormElement) =>
  ([...form.elements] as Control[]).filter(
    (control) =>
      control.name &&
      control.type !== "hidden" &&
      (control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement ||
        control instanceof HTMLTextAreaElement) &&
      !isSecret(control),
  );

/** Which control it is, in words that hold for the same view fetched again: ids are another page's own. */
export const keyOf = (control: Control): string =>
  [control.form?.dataset.profileForm, control.name, isChoice(control) ? control.value : ""].join(" ");

/** The control of a view that has this key. */
export const controlOf = (view: Element, key: string): Control | undefined =>
  formsOf(view)
    .flatMap(controlsOf)
    .find((control) => keyOf(control) === key);

/**
 * What was typed into a view and not sent (a form that was is marked `data-sent`), by the view's path, for when one comes
 * back. In memory alone, and never what is secret.
 */
export class Drafts {
  readonly #kept = new Map<string, Map<string, string | boolean>>();

  keep(path: string, view: Element): void {
    const kept = this.#kept.get(path) ?? new Map<string, string | boolean>();
    for (const form of formsOf(view)) {
      for (const control of controlsOf(form)) {
        const key = keyOf(control);
        if (!form.dataset.sent && isChanged(control))
          kept.set(key, isChoice(control) ? control.checked : control.value);
        else kept.delete(key);
      }
    }
    if (kept.size) this.#kept.set(path, kept);
    else this.#kept.delete(path);
  }

  restore(path: string, view: Element): void {
    const kept = this.#kept.get(path);
    if (!kept) return;
    for (const form of formsOf(view)) {
      for (const control of controlsOf(form)) {
        const value = kept.get(keyOf(control));
        if (value === undefined) continue;
        if (isChoice(control)) control.checked = value === true;
        else control.value = String(value);
      }
    }
  }

  /**
   * What was typed for a field of a view that is not shown; undefined when nothing was.
   * @param name of its input, or the last part of that
   */
  typed(path: string, name: string): string | undefined {
    for (const [key, value] of this.#kept.get(path) ?? []) {
      if (key.split(" ")[1]?.split(".").at(-1) === name && typeof value === "string") return value;
    }
    return undefined;
  }
}
