import type { NextConfig } from "next";
const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: false,
  typedRoutes: true,
  agentRules: false,
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  experimental: { agentUpgrade: false, isrFlushToDisk: false } as never,
  async rewrites() {
    return { beforeFiles: [{ source: "/", destination: "/en" }, { source: "/:path((?!_next/|api/|dev/|en/|en$).*)", destination: "/en/:path" }], afterFiles: [], fallback: [] };
  },
};
export default config;
