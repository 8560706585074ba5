import type { Say } from "@/lib/platform/messages";

/** For the fields that say where a shop is, on the map and on the clock. */
export const positionWords = (say: Say) => ({
  position: say("apply.position"),
  latitude: say("apply.latitude"),
  longitude: say("apply.longitude"),
  locate: say("apply.locate"),
  locating: say("apply.locating"),
  located: say("apply.located"),
  notLocated: say("apply.not_located"),
  timezone: say("apply.timezone"),
  timezoneHint: say("apply.timezone_hint"),
  choose: say("apply.choose"),
});
