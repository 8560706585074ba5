import { groupsOfFour } from "../groups-of-four";

function fill($: JQueryStatic, slot: HTMLElement, value: unknown): void {
  if (Array.isArray(value))
    $(slot)
      .empty()
      .append(value.map((each) => $("<li>").append($("<bdi>", { text: each }))));
  else if (slot.dataset.slot === "qr") $(slot).html(String(value));
  else if (slot.dataset.slot === "secret") $(slot).text(groupsOfFour(String(value)));
  else if (slot.dataset.slot === "uri") $(slot).attr("href", String(value));
  else $(slot).text(String(value));
}

/**
 * What a form's answer shows once, in the place that the server left for it, which takes the focus.
 * @returns false for a form that leads on instead
 */
export function reveal($: JQueryStatic, form: HTMLFormElement, data: Record<string, unknown>): boolean {
  const place = document.querySelector<HTMLElement>(`[data-after="${form.dataset.profileForm}"]`);
  if (!place) return false;
  for (const slot of place.querySelectorAll<HTMLElement>("[data-slot]")) {
    const value = data[slot.dataset.slot ?? ""];
    if (value !== undefined) fill($, slot, value);
  }
  form.closest<HTMLElement>("[data-step]")?.setAttribute("hidden", "");
  place.hidden = false;
  place.focus();
  return true;
}
