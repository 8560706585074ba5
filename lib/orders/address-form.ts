/** What a form says, without an address that is a country alone: a form has one before anything is typed. */
export function withoutCountryAlone(input: Record<string, unknown>): Record<string, unknown> {
  const { country: _country, ...typed } = (input.address ?? {}) as Record<string, string>;
  const { address, ...rest } = input;
  return Object.keys(typed).length ? { ...rest, address } : rest;
}
