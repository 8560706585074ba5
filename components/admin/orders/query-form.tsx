import type { ReactNode } from "react";
import { Form } from "@/components/ui/form";

type Props = {
  /** The page's own address. */
  action: string;
  /** What of its query stays. */
  keep: Readonly<Record<string, string | undefined>>;
  className?: string;
  children: ReactNode;
};

/** A form that changes what the page's address says, and nothing else. */
export function QueryForm({ action, keep, className, children }: Props) {
  return (
    <Form action={action} method="get" className={className}>
      {Object.entries(keep).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
    </Form>
  );
}
