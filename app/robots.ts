import type { MetadataRoute } from "next";

/** Everything that is the same for everybody may be read by machines. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/checkout", "/orders", "/profile", "/dev/"] } };
}
