import { Money } from "@/components/ui/price";
import type { MoneyView } from "@/lib/catalog/views";

type Line = { name: string; options: string; quantity: number; total: MoneyView };

/** The lines of one retailer in few words. */
export function SummaryLines({ name, lines }: { name: string; lines: readonly Line[] }) {
  return (
    <section>
      <h3 dir="auto" className="font-semibold">
        {name}
      </h3>
      <ul className="mt-1 stack-1 text-sm">
        {lines.map((line) => (
          <li key={`${line.name} ${line.options}`} className="flex justify-between gap-4">
            <span dir="auto" className="min-w-0">
              <bdi>{line.quantity} ×</bdi> {line.name}
              {line.options && <span className="text-ink-soft"> · {line.options}</span>}
            </span>
            <Money text={line.total.formatted} />
          </li>
        ))}
      </ul>
    </section>
  );
}
