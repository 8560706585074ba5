import type { IncomingMessage, ServerResponse } from "node:http";

/** Answers what the front lets through. */
export type Upstream = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** True for a request for a page of the shop as a whole document. */
export const isDocument = (request: IncomingMessage): boolean =>
  request.method === "GET" &&
  request.headers.rsc === undefined &&
  !/^\/(api|dev|pictures|_next)\b/.test(request.url ?? "");
