import { setEnv } from "@/lib/platform/env";

// Imported before everything else: React chooses between its two builds when it is first loaded, and they do not mix.
setEnv({ NODE_ENV: process.argv.includes("--dev") ? "development" : "production" });
