export type Problem = { field: string | null; message: string };

/** What an answer tells: its errors, or its message where it has none; nothing of no answer. */
export const toldOf = (state: { errors: readonly Problem[]; message: string } | null): readonly Problem[] =>
  state?.errors.length ? state.errors : state?.message ? [{ field: null, message: state.message }] : [];

/**
 * What a refused form lists: in the order of its fields, each message begun with its field where there are several. What
 * is about no field that the form shows comes last, with nothing to link to.
 * @param asked the fields of the form in the order that they are filled in
 */
export function problemsOf(
  errors: readonly Problem[],
  asked: readonly { name: string; label: string }[],
): readonly Problem[] {
  const names = asked.map(({ name }) => name);
  const placed = errors.map(({ field, message }) => {
    const place = field === null ? -1 : names.indexOf(field);
    const label = asked.length > 1 ? `${asked[place]?.label}: ` : "";
    return place < 0 ? { place: names.length, field: null, message } : { place, field, message: label + message };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ field, message }) => ({ field, message }));
}
