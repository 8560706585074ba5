import type { Metadata } from "next";
import type { ReactNode } from "react";
import { env } from "@/lib/platform/env";
import { direction } from "@/lib/platform/messages";
import "../../globals.css";

export const metadata: Metadata = { title: "Charsu: the primitives", robots: { index: false } };

export default function GalleryLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={env.CHARSU_LOCALE} dir={direction(env.CHARSU_LOCALE)}>
      <body>{children}</body>
    </html>
  );
}
