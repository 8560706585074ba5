/** Words of the editor by key; `{holes}` are filled where they are shown. */
export type Words = Readonly<Record<string, string>>;

/** Fills the holes of a text: `Value {number} of {name}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
