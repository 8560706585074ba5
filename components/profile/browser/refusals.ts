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
    $(control).parent().removeClass(looks.frame);
  });
}

/** The one control of this name that a label names; what is chosen or sent along unseen has none of its own. */
function fieldOf(form: HTMLFormElement, name: string): Element | null {
  const control = form.elements.namedItem(name);
  return control instanceof Element && control.id ? control : null;
}

function markField($: JQueryStatic, control: Element, message: string): void {
  const error = `${control.id}-error`;
  const described = [...without($(control).attr("aria-describedby"), error), error];
  $(control)
    .attr({ "aria-invalid": "true", "aria-describedby": described.join(" ") })
    .removeClass(looks.control.fine)
    .addClass(looks.control.wrong)
    .before($("<p>", { id: error, class: looks.message, text: message }));
  $(control).parent().addClass(looks.frame);
}

/** Shows a refusal as the server's own form would: a summary that takes the focus, and each error beside its field. */
export function showRefusal($: JQueryStatic, form: HTMLFormElement, { message, errors }: Refusal): void {
  clearRefusal($, form);
  const list = $("<ul>", { class: looks.summary.list });
  for (const error of errors.length ? errors : [{ field: null, message }]) {
    const control = error.field === null ? null : fieldOf(form, error.field);
    const item = $("<li>", { class: looks.summary.item }).appendTo(list);
    if (!control) item.text(error.message);
    else {
      $("<a>", { href: `#${control.id}`, class: looks.summary.link, text: error.message }).appendTo(item);
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
