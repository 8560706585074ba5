import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";
import { localeOf } from "../locale";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export default async function ShopLayout({ params, children }: Props) {
  const { locale, say } = await localeOf(params);
  return (
    <Shell locale={locale} say={say}>
      {children}
    </Shell>
  );
}
