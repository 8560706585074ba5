import { classNames } from "./class-names";
import { Link } from "./link";

type CardLinkProps = { href: string; name: string; className?: string };

/** The name of a thing in a list, leading to it. The whole of the nearest `group relative` around it can be clicked. */
export function CardLink({ href, name, className }: CardLinkProps) {
  return (
    <Link
      href={href}
      dir="auto"
      className={classNames(
        "decoration-1 underline-offset-4 after:absolute after:inset-0 group-hover:underline",
        className,
      )}
    >
      {name}
    </Link>
  );
}
