import { env } from "@/lib/platform/env";
import { formatMoney } from "@/lib/platform/money";

/** Writes minor units of the market's currency in a locale. */
export const amountIn = (locale: string) => (minor: number) => formatMoney(minor, env.CHARSU_CURRENCY, locale);
