/** Remembers, for the second step of signing in, whom the code was sent to; an address has no place in a URL. */
export const identifierCookie = "charsu.identifier";

/** Readable by the page's script: whom to greet. Says nothing about rights. */
export const nameCookie = "name";
