import { classNames } from "./class-names";

const sizes = { md: "text-base font-semibold", lg: "text-xl font-bold", sum: "text-lg font-bold" } as const;

/** An amount that the server formatted. Digits keep their width, so that columns of money line up. */
export function Money({ text, className }: { text: string; className?: string }) {
  return <bdi className={classNames("whitespace-nowrap", className)}>{text}</bdi>;
}

/** The price of a thing; `before` is the word for "from" when variants differ. */
export function Price({
  text,
  before,
  size = "md",
}: {
  text: string;
  before?: string | undefined;
  size?: keyof typeof sizes;
}) {
  return (
    <span>
      {before && <span className="text-sm font-normal text-ink-soft">{before} </span>}
      <Money text={text} className={sizes[size]} />
    </span>
  );
}
