"use client";
import { type ClipboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldGroup, SelectField } from "@/components/ui/field";
import { Pin } from "@/components/ui/icons";
import { errorIn, type FormState } from "./form-parts";

export type PlaceWords = {
  position: string;
  positionHint: string;
  latitude: string;
  longitude: string;
  locate: string;
  locating: string;
  located: string;
  notLocated: string;
  timezone: string;
  timezoneHint: string;
  choose: string;
};

type Props = { words: PlaceWords; state: FormState };

const [latitude, longitude] = ["shop.latitude", "shop.longitude"] as const;
/** Two numbers as maps give them to be copied. */
const pair = /^\s*\(?\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*\)?\s*$/;

function put(form: HTMLFormElement | null | undefined, name: string, value: string): void {
  const input = form?.elements.namedItem(name);
  if (input instanceof HTMLInputElement) input.value = value;
}

/**
 * Where a shop stands on the map, in degrees. Where scripts run, both numbers may come from the device or be pasted at
 * once.
 */
export function PositionFields({ words, state }: Props) {
  const [said, setSaid] = useState<"" | "locating" | "located" | "notLocated">("");
  const box = useRef<HTMLFieldSetElement>(null);
  const fill = (north: string, east: string) => {
    put(box.current?.form, latitude, north);
    put(box.current?.form, longitude, east);
  };
  const paste = (event: ClipboardEvent) => {
    const found = pair.exec(event.clipboardData.getData("text"));
    if (!found) return;
    event.preventDefault();
    fill(found[1]!, found[2]!);
  };
  const locate = () => {
    setSaid("locating");
    // Five places are a metre: closer than any door is wide.
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        fill(coords.latitude.toFixed(5), coords.longitude.toFixed(5));
        setSaid("located");
      },
      () => setSaid("notLocated"),
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  };
  const field = (name: typeof latitude | typeof longitude, label: string) => (
    <Field
      key={`${name} ${state?.values[name]}`}
      name={name}
      label={label}
      error={errorIn(state, name)}
      defaultValue={state?.values[name]}
      onPaste={paste}
      autoComplete="off"
      spellCheck={false}
      dir="ltr"
      className="tabular-nums"
      required
    />
  );
  return (
    <FieldGroup ref={box} legend={words.position} hint={words.positionHint}>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 scriptless:hidden">
        <Button look="secondary" onClick={locate} disabled={said === "locating"}>
          <Pin className="size-5" />
          {words.locate}
        </Button>
        <p role="status" className="text-sm">
          {said && words[said]}
        </p>
      </div>
      <div className="grid grid-cols-1 items-end gap-5 sm:grid-cols-2">
        {field(latitude, words.latitude)}
        {field(longitude, words.longitude)}
      </div>
    </FieldGroup>
  );
}

/** The IANA zone that a shop's hours are told in; begins with the browser's, as long as nobody has chosen. */
export function ZoneField({ words, state, zones }: Props & { zones: string[] }) {
  const name = "shop.timezone";
  const kept = state?.values[name];
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (select.current?.value === "" && zones.includes(here)) select.current.value = here;
  }, [zones]);
  return (
    <SelectField
      key={kept}
      ref={select}
      name={name}
      label={words.timezone}
      hint={words.timezoneHint}
      error={errorIn(state, name)}
      defaultValue={kept ?? ""}
      dir="auto"
      required
    >
      <option value="">{words.choose}</option>
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll("_", " ")}
        </option>
      ))}
    </SelectField>
  );
}
