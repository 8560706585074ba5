import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { PageHeading } from "@/components/ui/page-heading";

type Props = { title: string; lead?: ReactNode; wide?: boolean; children: ReactNode };

/** The frame of the pages around signing in: one column, its name and a line below it. */
export function AccountPage({ title, lead, wide = false, children }: Props) {
  return (
    <div className={classNames("page stack-6 py-10", wide ? "max-w-3xl" : "max-w-lg")}>
      <PageHeading below={lead}>{title}</PageHeading>
      {children}
    </div>
  );
}
