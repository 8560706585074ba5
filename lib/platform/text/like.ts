/** Words in small letters, in which what would be a wildcard of LIKE stands for itself. */
export const likeWords = (words: string): string => words.toLowerCase().replace(/[\\%_]/g, "\\$&");

/** The pattern of LIKE that finds these words anywhere in a text. */
export const likePart = (words: string): string => `%${likeWords(words)}%`;

/** The pattern of LIKE that finds a text which begins with these words. */
export const likeStart = (words: string): string => `${likeWords(words)}%`;
