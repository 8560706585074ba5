import { refusalLooks as looks } from "@/components/ui/refusal-looks";

type Refusal = { message: string; errors: { field: string | null; message: string }[] };

const without = (list: string | undefined, one: string) =>
  (list ?? "").split(" ").filter((each) => each && each !== one);

/** The button that a form ends with, which sends it as it is. */
const ownButton = ($: JQueryStatic, form: HTMLFormElement) => $(form).find("button[type=submit]").last();

/** Takes away what the last refusal put into a form. */
export function clearRefusal($: JQueryStatic, form: HTMLFormElement): void {
  const inside = $(form);
  if (inside.find("[data-changed]").prop("hidden", true).length) ownButton($, form).prop("hidden", false);
  inside.children("[role=alert]").remove();
  inside.find("[aria-invalid]").each((_, control) => {
    const error = `${control.id}-error`;
    const described = without($(control).attr("aria-describedby"), error);
    $(control).removeAttr("aria-invalid").removeClass(looks.control.wrong).addClass(looks.control.fine);
    if (described.length) $(control).attr("aria-describedby", described.join(" "));
    else $(control).removeAttr("aria-describedby");
    $(document.getElementById(error) ?? []).remove();
    $(control).closest("[data-field]").removeClass(looks.frame);
  });
}

/** The one control of this name that a label names; what is chosen or sent along unseen has none of its own. */
function fieldOf(form: HTMLFormElement, name: string): Element | null {
  const control = form.elements.namedItem(name);
  return control instanceof Element && control.id ? control : null;
}

/** What a control is called, without the word that it may be left empty. */
const nameOf = (control: Element) => ((control as HTMLInputElement).labels?.[0]?.firstChild?.textContent ?? "").trim();

/** How many things a form asks for by a label of their own. */
const askedIn = (form: HTMLFormElement) => [...form.elements].filter((each) => each.id && nameOf(each)).length;

function markField($: JQueryStatic, control: Element, message: string): void {
  const error = `${control.id}-error`;
  const described = [...without($(control).attr("aria-describedby"), error), error];
  $(control)
    .attr({ "aria-invalid": "true", "aria-describedby": described.join(" ") })
    .removeClass(looks.control.fine)
    .addClass(looks.control.wrong);
  const frame = $(control).closest("[data-field]").addClass(looks.frame);
  frame
    .children()
    .last()
    .before($("<p>", { id: error, class: looks.message, text: message }));
}

/** Shows a refusal as the server's own form would: a summary that takes the focus, and each error beside its field. */
export function showRefusal($: JQueryStatic, form: HTMLFormElement, { message, errors }: Refusal): void {
  clearRefusal($, form);
  const several = askedIn(form) > 1;
  const list = $("<ul>", { class: looks.summary.list });
  const placed = (errors.length ? errors : [{ field: null, message }]).map((error) => ({
    error,
    control: error.field === null ? null : fieldOf(form, error.field),
  }));
  const order = [...form.elements];
  const place = ({ control }: (typeof placed)[number]) => (control ? order.indexOf(control) : order.length);
  for (const { error, control } of placed.sort((a, b) => place(a) - place(b))) {
    const item = $("<li>", { class: looks.summary.item }).appendTo(list);
    if (!control) item.text(error.message);
    else {
      const text = several ? `${nameOf(control)}: ${error.message}` : error.message;
      $("<a>", { href: `#${control.id}`, class: looks.summary.link, text }).appendTo(item);
      markField($, control, error.message);
    }
  }
  const title = form.dataset.problem ?? "";
  $("<div>", { role: "alert", tabindex: -1, "aria-label": title, class: looks.summary.box })
    .append($("<h2>", { class: looks.summary.title, text: title }), list)
    .prependTo(form)
    .trigger("focus");
}

/**
 * Shows that what is sent would cost something else now, with the button that accepts it: the amount that is sent next is
 * that one.
 * @param amount minor units
 * @returns false for a form that has no place for it
 */
export function showChange($: JQueryStatic, form: HTMLFormElement, message: string, amount: number): boolean {
  const place = $(form).find("[data-changed]");
  if (!place.length) return false;
  clearRefusal($, form);
  place.find("[data-slot=message]").text(message);
  $(form).find("[data-amount]:enabled").val(amount);
  ownButton($, form).prop("hidden", true);
  place.prop("hidden", false).trigger("focus");
  return true;
}
