import { existsSync } from "node:fs";
import { dirname, relative } from "node:path";
import { EnvError, env } from "@/lib/platform/env";

type Coded = Error & { code?: string; port?: number; address?: string; hostname?: string; path?: string };

/** What went wrong, in one line where the cause is known. */
export function explain(error: unknown): string {
  if (error instanceof EnvError) return error.message;
  if (!(error instanceof Error)) return String(error);
  // Of an address with several numbers, each was tried; a query's own words are its statement.
  const [first] = error instanceof AggregateError ? error.errors : [];
  const inner = first ?? (error.message.startsWith("Failed query") ? error.cause : undefined);
  if (inner) return explain(inner);
  return (
    ofPort(error) ?? aboutDatabase(error) ?? ofFile(error) ?? (error.message || ((error as Coded).code ?? error.name))
  );
}

function ofPort({ code, port }: Coded): string | undefined {
  if (code === "EADDRINUSE") return `PORT: ${port} is in use; stop what listens there or start with PORT=<another>`;
  if (code === "EACCES" && port) return `PORT: ${port} may not be used by this user; start with PORT=<above 1023>`;
  return undefined;
}

/** What a failed connection says of DATABASE_URL; undefined when it failed otherwise. Source: PostgreSQL, appendix A. */
function aboutDatabase({ code, message, address, port, hostname }: Coded): string | undefined {
  switch (code) {
    case "ECONNREFUSED":
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `DATABASE_URL: nothing answers at ${address}:${port} (${code}); start the database there, or mend host and port`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `DATABASE_URL: the host ${hostname} is not known (${code}); mend it`;
    case "28P01":
      return isOwner(message)
        ? `DATABASE_URL: ${message}; mend user and password`
        : `AUTH_SECRET: ${message}; the shop's own logins are made by npm start: run it first, with the same AUTH_SECRET`;
    case "28000":
      return `DATABASE_URL: ${message}; let this login in (pg_hba.conf), or name another`;
    case "3D000":
      return `DATABASE_URL: ${message}; make it (createdb), or name another`;
    case "53300":
    case "57P03":
      return `DATABASE_URL: ${message}; try again when the database has room`;
    default:
      return undefined;
  }
}

/** Whether a message of PostgreSQL is about the login that DATABASE_URL names, and not one that was made from it. */
function isOwner(message: string): boolean {
  const { DATABASE_URL } = env;
  return DATABASE_URL !== undefined && message.includes(`"${decodeURIComponent(new URL(DATABASE_URL).username)}"`);
}

function ofFile({ code = "", path }: Coded): string | undefined {
  if (path === undefined) return undefined;
  // What could not be made is its folder's affair.
  const at = existsSync(path) ? path : dirname(path);
  const shown = relative("", at) || at;
  if (["EACCES", "EPERM", "EROFS"].includes(code))
    return `${shown}: this user may not use it (${code}); give it to whoever starts this, or start as who owns it`;
  if (["ENOTDIR", "EEXIST"].includes(code))
    return `${shown}: a file stands where a folder should (${code}); move it away`;
  return undefined;
}
