"use client";
import type { Route } from "next";
import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

type LinkProps = Omit<ComponentProps<"a">, "href"> & { href: string };

/** A link inside the market. The next page is fetched when the pointer or the focus reaches the link, not before. */
export function Link({ href, ...rest }: LinkProps) {
  const [near, setNear] = useState(false);
  const approach = () => setNear(true);
  return (
    <NextLink
      href={href as Route}
      prefetch={near ? null : false}
      onPointerEnter={approach}
      onTouchStart={approach}
      onFocus={approach}
      {...rest}
    />
  );
}
