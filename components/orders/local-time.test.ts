import { describe, expect, it } from "vitest";
import { LocalTime, localDay } from "./local-time";

describe("a moment on a shop's clock", () => {
  const winter = "2026-01-05T23:30:00.000Z";

  it.each([
    ["en-GB", "Europe/Berlin", winter, "6 Jan 2026, 00:30 CET"],
    ["en-GB", "Europe/Berlin", "2026-07-05T22:30:00.000Z", "6 Jul 2026, 00:30 CEST"],
    ["en-US", "America/New_York", winter, "Jan 5, 2026, 6:30 PM EST"],
    ["de", "Europe/Berlin", winter, "6. Jan. 2026, 00:30 MEZ"],
    ["en-GB", "UTC", winter, "5 Jan 2026, 23:30 UTC"],
  ])("%s in %s", (locale, timezone, at, text) => {
    const { type, props } = LocalTime({ at, timezone, locale });
    expect([type, props.dateTime]).toEqual(["time", at]);
    expect(String(props.children).replaceAll("\u202f", " ")).toBe(text);
  });

  it("is on the day that it is there", () => {
    expect(localDay(winter, { timezone: "Europe/Berlin", locale: "en-GB" }, "long")).toBe("6 January 2026");
    expect(localDay(winter, { timezone: "America/New_York", locale: "en-GB" }, "medium")).toBe("5 Jan 2026");
  });
});
