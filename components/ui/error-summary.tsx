"use client";
import { useFieldId } from "./form";
import { useNewsFocus } from "./news-focus";
import { refusalLooks } from "./refusal-looks";

const looks = refusalLooks.summary;

type Props = {
  title: string;
  /** `field` is the name of a field of the form around it, to link to. */
  items: readonly { field: string | null; message: string }[];
  /** The answer that told them. */
  news: object;
};

/** Stands in a form that was refused: what is wrong, each line a link to its field. Each answer gives it the focus. */
export function ErrorSummary({ title, items, news }: Props) {
  const idOf = useFieldId();
  return (
    <div
      ref={useNewsFocus(news)}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript too, reading begins at what went wrong
      autoFocus
      aria-label={title}
      className={looks.box}
    >
      <h2 className={looks.title}>{title}</h2>
      <ul className={looks.list}>
        {items.map(({ field, message }) => (
          <li key={`${field} ${message}`} className={looks.item}>
            {field ? (
              <a href={`#${idOf(field)}`} className={looks.link}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
