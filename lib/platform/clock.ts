/** The only place that reads the time, so that rules take it as an argument and tests can set it. */
export const clock = { now: (): Date => new Date() };
