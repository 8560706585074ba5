import type { Instrumentation } from "next";
import { log } from "@/lib/platform/log";

/** A page that could not be rendered says nothing to its visitor; here is what happened. */
export const onRequestError: Instrumentation.onRequestError = (error, request, { routePath, routeType }) => {
  const requestId = request.headers["x-request-id"];
  log.error({ err: error, route: routePath, kind: routeType, requestId }, "page failed");
};
