import { resolve } from "node:path";
import type { NextConfig } from "next";
import { env } from "./lib/platform/env";
import { direction, locales, translator } from "./lib/platform/messages";
import { problemWords } from "./lib/platform/messages/problem-words";

const own = env.CHARSU_LOCALE;
const prefixed = locales().filter((locale) => locale !== own);
// What is not a page of the shop: Next's own files, doors of other kinds, and whatever ends like a file.
const elsewhere = ["_next/", "api/", "api$", "dev/", "dev$", "pictures/", "swagger", "redoc", ".*\\.[a-z0-9]+$"];
const named = locales().flatMap((locale) => [`${locale}/`, `${locale}$`]);
const page = `(?!${[...elsewhere, ...named].join("|")})`;

/** For app/global-error.tsx, which runs in the browser without anything around it. */
const say = translator(own);
const globalProblem = {
  locale: own,
  direction: direction(own),
  name: say("layout.name"),
  words: problemWords(own, say),
};

const config: NextConfig = {
  distDir: env.DIST_DIR,
  cacheComponents: true,
  cacheHandler: resolve("lib/web/page-cache.mjs"),
  partialPrefetching: false,
  typedRoutes: true,
  compiler: { define: { globalProblem: JSON.stringify(globalProblem) } },
  agentRules: false,
  poweredByHeader: false,
  // The front compresses.
  compress: false,
  // `tsc` checks the types, apart from the build.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    agentUpgrade: false,
    globalNotFound: true,
    // Visited pages stay in memory, bounded: a flat disk, and nothing stale after a restart.
    isrFlushToDisk: false,
  } as NextConfig["experimental"],
  async redirects() {
    return [
      { source: `/${own}`, destination: "/", permanent: true },
      { source: `/${own}/:path*`, destination: "/:path*", permanent: true },
    ];
  },
  async rewrites() {
    return {
      beforeFiles: [
        // The default locale has no prefix.
        { source: "/", destination: `/${own}` },
        { source: `/:path(${page}.*)`, destination: `/${own}/:path` },
        // The first page of a list is static and cannot read the query; what comes after it is rendered when asked for.
        {
          source: `/:locale(${[own, ...prefixed].join("|")})/:list(categories|retailers)/:path+`,
          has: [{ type: "query", key: "after" }],
          destination: "/:locale/more/:list/:path+",
        },
      ],
      afterFiles: [],
      fallback: [],
    };
  },
  async headers() {
    return [
      {
        source: "/(fonts|patterns)/:file*",
        headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
      },
    ];
  },
};
export default config;
