/** A key as people type it off a screen: four letters at a time. */
export const groupsOfFour = (key: string): string => key.match(/.{1,4}/g)?.join(" ") ?? "";
