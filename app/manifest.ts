import type { MetadataRoute } from "next";
import { env } from "@/lib/platform/env";
import { translator } from "@/lib/platform/messages";

/** What a phone needs to keep the market among its apps. */
export default function manifest(): MetadataRoute.Manifest {
  const say = translator(env.CHARSU_LOCALE);
  return {
    name: say("home.title"),
    short_name: say("layout.name"),
    start_url: "/",
    display: "standalone",
    background_color: "#0f3140",
    theme_color: "#0f3140",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
