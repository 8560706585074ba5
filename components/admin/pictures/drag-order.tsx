"use client";
import { type ReactNode, startTransition, useActionState, useRef, useState } from "react";
import type { FormAction } from "@/components/profile/form-shell";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";

type Props = {
  items: readonly { id: number; node: ReactNode }[];
  /** Saves an order; the same that the buttons do. */
  action: FormAction;
  locale: string;
  id: string;
  next: string;
  /** Said where scripts run; none for whoever may not move them. */
  hint: string | null;
};

/** A list whose items are dragged into their order by a mouse; the buttons within do the same for everybody else. */
export function DragOrder({ items, action, locale, id, next, hint }: Props) {
  const [state, act] = useActionState(action, null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [order, setOrder] = useState<readonly number[] | null>(null);
  // Let go before the last change is rendered, it counts all the same.
  const latest = useRef(order);
  const arrange = (next: readonly number[]) => {
    latest.current = next;
    setOrder(next);
  };
  const nodes = new Map(items.map(({ id: each, node }) => [each, node]));
  const given = items.map((item) => item.id);
  // What was refused is not how they stand.
  const shown = order && (dragged !== null || !state?.message) ? order : given;
  const over = (target: number) => {
    if (dragged === null || dragged === target) return;
    const without = shown.filter((each) => each !== dragged);
    const place = shown.indexOf(target);
    arrange([...without.slice(0, place), dragged, ...without.slice(place)]);
  };
  const drop = () => {
    setDragged(null);
    const wanted = latest.current?.join(",");
    if (!wanted || wanted === given.join(",")) return;
    const form = new FormData();
    for (const [name, value] of Object.entries({ locale, id, next, order: wanted })) form.set(name, value);
    startTransition(() => act(form));
  };
  return (
    <div className="stack-3">
      {hint && <p className="text-sm text-ink-soft pointer-coarse:hidden">{hint}</p>}
      {state?.message && (
        <Notice tone="bad" live="alert">
          {state.message}
        </Notice>
      )}
      <ol className="grid items-start gap-5 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
        {shown.map((each) => (
          <li
            key={each}
            draggable={hint !== null}
            onPointerDown={(event) => {
              // Text in a field is marked and not dragged away.
              event.currentTarget.draggable =
                hint !== null && !(event.target as HTMLElement).closest("input, textarea, button");
            }}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              arrange(shown);
              setDragged(each);
            }}
            onDragEnter={() => over(each)}
            onDragOver={(event) => {
              if (dragged !== null) event.preventDefault();
            }}
            onDrop={(event) => event.preventDefault()}
            onDragEnd={drop}
            className={classNames("min-w-0", hint && "cursor-grab", dragged === each && "opacity-50")}
          >
            {nodes.get(each)}
          </li>
        ))}
      </ol>
    </div>
  );
}
