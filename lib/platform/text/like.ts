/** The pattern of LIKE that finds these words, in small letters, anywhere in a text: what would be a wildcard stands for itself. */
export const likePart = (words: string): string => `%${words.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
