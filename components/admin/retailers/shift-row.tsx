import { errorIn } from "@/components/accounts/form-parts";
import type { FormState } from "@/components/profile/form-shell";
import { Button } from "@/components/ui/button";
import { useFieldId } from "@/components/ui/form";
import { refusalLooks } from "@/components/ui/refusal-looks";
import type { Hours } from "@/lib/retailers/rules";

type Props = {
  /** Its fields are `<name>.opens` and `<name>.closes`. */
  name: string;
  shift: Hours;
  /** As they are read aloud: each says its day and its number. */
  labels: { opens: string; closes: string; remove: string };
  /** The word on the button, and what it sends. */
  remove: { word: string; does: string };
  state: FormState;
};

/** One shift as two times in a line, with its errors below. */
export function ShiftRow({ name, shift, labels, remove, state }: Props) {
  const idOf = useFieldId();
  const errors = (["opens", "closes"] as const).flatMap((end) => {
    const message = errorIn(state, `${name}.${end}`);
    return message ? [{ id: `${idOf(`${name}.${end}`)}-error`, message, end }] : [];
  });
  const time = (end: "opens" | "closes") => {
    const error = errors.find((each) => each.end === end);
    return (
      <input
        key={`${end} ${shift[end]}`}
        id={idOf(`${name}.${end}`)}
        type="time"
        name={`${name}.${end}`}
        aria-label={labels[end]}
        aria-invalid={error ? true : undefined}
        aria-describedby={error?.id}
        defaultValue={shift[end]}
        className={`min-h-11 min-w-0 rounded-md border bg-surface px-1.5 py-1 tabular-nums ${
          error ? refusalLooks.control.wrong : refusalLooks.control.fine
        }`}
      />
    );
  };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-1.5 gap-y-2">
        {time("opens")}
        <span aria-hidden="true">–</span>
        {time("closes")}
        <Button type="submit" name="do" value={remove.does} look="quiet" aria-label={labels.remove}>
          {remove.word}
        </Button>
      </div>
      {errors.map(({ id, message }) => (
        <p key={id} id={id} className={refusalLooks.message}>
          {message}
        </p>
      ))}
    </div>
  );
}
