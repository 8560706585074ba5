/** One opening on a weekday, local to the shop. `day` 0 is Sunday; `closes` before `opens` means after midnight. */
export interface OpeningInterval {
  day: number;
  opens: string;
  closes: string;
}

/** Hours from text: `"1-5 09:00-13:00 15:00-19:00; 6 10:00-14:00"`, days 0 (Sunday) to 6. */
export function weekly(text: string): OpeningInterval[] {
  return text.split(";").flatMap((part) => {
    const [days = "", ...spans] = part.trim().split(" ");
    const [from = 0, to = from] = days.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap((day) =>
      spans.map((span) => {
        const [opens = "", closes = ""] = span.split("-");
        return { day, opens, closes };
      }),
    );
  });
}
