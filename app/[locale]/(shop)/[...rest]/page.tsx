import { notFound } from "next/navigation";
import { placeholder } from "../../locale";

export const ensureStatic = "navigation";
export const generateStaticParams = () => [{ rest: [placeholder] }];

/** Every address below a locale that is no page: not found, in the market's own clothes. */
export default function NoPage() {
  notFound();
}
