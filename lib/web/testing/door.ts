import "next/dist/server/node-environment-baseline";
import { NextRequest } from "next/server";
import * as z from "zod";
import { anyone } from "../actor";
import { rest } from "../endpoint";
import { type Http, type Method, operation, type Run } from "../operation";
import { withinRequest } from "./route";

const thing = z.object({
  id: z.int().optional(),
  name: z.string().max(20).optional(),
  count: z.int().optional(),
  key: z.string().optional(),
  cart: z.string().optional(),
});
export type RunThing = Run<z.output<typeof thing>, unknown>;

const echo: RunThing = async ({ input }) => input;

/** The REST doors of a tiny operation; left to itself it answers with its input, to POST. */
export const thingDoors = (run: RunThing = echo, http: Partial<Http> = {}, over: object = {}) =>
  rest(
    operation({
      name: "test.thing",
      summary: "",
      message: "Done.",
      input: thing,
      output: z.unknown(),
      allow: [anyone],
      limit: "none",
      http: { method: "POST", path: "/api/things", ...http },
      run,
      ...over,
    }),
  );

export type Asked = {
  method?: Method | "HEAD" | "OPTIONS";
  path?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
  /** What Next found in the path. */
  params?: Record<string, string>;
};

/** Calls a door as Next does: HEAD is answered by GET. `expired` are the cache tags that the call expired. */
export async function ask(
  doors: ReturnType<typeof rest>,
  { method = "POST", path = "/api/things", headers = {}, body, params }: Asked = {},
) {
  const request = new NextRequest(new URL(path, "http://localhost:3000"), {
    method,
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body, duplex: "half" }),
  });
  const door = doors[method === "HEAD" ? "GET" : method];
  const { result, expired } = await withinRequest(request, () => door(request, { params: Promise.resolve(params) }));
  const text = await result.text();
  return { status: result.status, headers: result.headers, text, json: text ? JSON.parse(text) : null, expired };
}
