import { authDoor } from "@/lib/auth/next-auth";

/** next-auth's own paths: session, csrf, callback/code, signout. Ours beside it (`verify-otp` …) are routes of their own. */
export { authDoor as GET, authDoor as POST };
