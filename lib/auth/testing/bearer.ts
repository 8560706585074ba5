import type { Context } from "@/lib/web/context";
import { stranger } from "@/lib/web/testing/context";
import { actorOf } from "../session";

/** The context of a request with this access token: whoever its session is, by now. */
export const bearer = (token: string, over: Partial<Context> = {}): Context =>
  stranger({ actor: () => actorOf({ authorization: `Bearer ${token}`, cookie: () => undefined }), ...over });
