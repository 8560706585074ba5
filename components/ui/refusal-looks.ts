/** Class names of what a refused form shows, for those who draw it in the browser as well. */
export const refusalLooks = {
  /** Around a field with an error. */
  frame: "border-s-4 border-bad ps-4",
  message: "text-sm font-semibold text-bad",
  control: { wrong: "border-bad border-2", fine: "border-edge hover:border-tile" },
  summary: {
    box: "cut-12 border-2 border-bad bg-surface p-5",
    title: "text-lg font-bold",
    list: "mt-2 stack-1",
    item: "font-semibold text-bad",
    link: "inline-flex items-center underline underline-offset-4 pointer-coarse:min-h-11",
  },
} as const;
