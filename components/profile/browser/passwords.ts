const inputOf = (button: HTMLElement) => button.parentElement?.querySelector("input");

/** Uncovers the password beside a button, or covers it again, as React's own field does where React hears of it. */
export function turnPassword($: JQueryStatic, button: HTMLElement): void {
  const input = inputOf(button);
  if (!input) return;
  const { other = "", otherLabel = "" } = button.dataset;
  const shown = input.type === "password";
  // Only text has letters to be changed.
  $(input).attr({ type: shown ? "text" : "password", autocapitalize: shown ? "none" : null });
  Object.assign(button.dataset, { other: button.textContent, otherLabel: button.ariaLabel });
  $(button).attr("aria-label", otherLabel).text(other);
}

/** What browsers keep of a form's plain fields must not hold a password. */
export function coverPasswords($: JQueryStatic, form: HTMLFormElement): void {
  for (const button of form.querySelectorAll<HTMLElement>("[data-password-turn]")) {
    if (inputOf(button)?.type === "text") turnPassword($, button);
  }
}
