import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/next-auth";

type Props = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own paths: session, csrf, callback/code, signout. Ours beside it (`verify-otp` …) are routes of their own. */
async function handler(request: NextRequest, props: Props): Promise<Response> {
  return NextAuth(authOptions())(request, props);
}

export { handler as GET, handler as POST };
