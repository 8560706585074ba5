"use client";
import { Button } from "@/components/ui/button";

/** Opens the browser's own print; only where there is script for it. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button className="hidden scripted:inline-flex" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
