import { Search } from "@/components/ui/icons";

type SearchFormProps = {
  action: string;
  label: string;
  button: string;
  placeholder: string;
  /** One page may hold two of them; only the one in the header is a landmark. */
  landmark?: boolean;
  value?: string;
};

/** A plain GET form: one field, one button. */
export function SearchForm({ action, label, button, placeholder, landmark = false, value }: SearchFormProps) {
  return (
    <form action={action} {...(landmark && { role: "search", "aria-label": label })} className="flex w-full">
      <input
        aria-label={label}
        type="search"
        name="q"
        required
        maxLength={200}
        defaultValue={value}
        placeholder={placeholder}
        autoComplete="off"
        enterKeyHint="search"
        className="min-h-11 w-full min-w-0 rounded-s-md border border-e-0 border-edge bg-surface px-4 text-start text-ink"
      />
      <button
        type="submit"
        className="grid min-h-11 w-13 shrink-0 cursor-pointer place-content-center rounded-e-md bg-saffron text-on-saffron hover:brightness-105"
      >
        <Search className="size-5 mirror" />
        <span className="sr-only">{button}</span>
      </button>
    </form>
  );
}
