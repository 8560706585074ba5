/** The shop's colours by day and by night, as app/globals.css has them; mail programs know no `oklch()`. */
export const day = {
  ground: "#f4fafa",
  surface: "#ffffff",
  sunken: "#e6f2f2",
  ink: "#0c222d",
  "ink-soft": "#445962",
  line: "#cedcde",
  tile: "#005c67",
  "on-tile": "#f8fdfd",
  vault: "#01303c",
  "on-vault": "#ebf6f6",
  saffron: "#f9b434",
  "warn-soft": "#feedc9",
} as const;

/** What stays away is as by day. */
export const night = {
  ground: "#08171d",
  surface: "#0f2229",
  sunken: "#051016",
  ink: "#e6efef",
  "ink-soft": "#a2b5b8",
  line: "#24383e",
  tile: "#65d2d4",
  "on-tile": "#011a21",
  vault: "#010e16",
  "warn-soft": "#382810",
} as const;
