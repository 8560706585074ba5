"use client";
import { type ReactNode, useActionState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { FormField } from "./fields";
import { type FormDoor, FormShell } from "./form-shell";
import { groupsOfFour } from "./groups-of-four";

type Words = Record<
  | "problem"
  | "pending"
  | "start"
  | "scan"
  | "qr"
  | "type"
  | "here"
  | "code"
  | "codeHint"
  | "confirm"
  | "codes"
  | "codesHint"
  | "continue",
  string
>;

type Props = {
  start: FormDoor;
  confirm: FormDoor;
  locale: string;
  words: Words;
  /** What can be done once it is on. The page that shows the recovery codes is rendered when it is. */
  on: ReactNode | null;
  children: ReactNode;
};

type Setup = { secret: string; uri: string; qr: string } | undefined;
type Codes = { recoveryCodes: string[] } | undefined;

/**
 * Two steps, each of which shows something once: the secret, then the recovery codes. What a step shows stands in the
 * page from the beginning, hidden; without script React fills it in, with it what the REST door answers.
 */
export function TwoFactorSetup({ start, confirm, locale, words, on, children }: Props) {
  const [begun, begin, beginning] = useActionState(start.action, null);
  const [proven, prove, proving] = useActionState(confirm.action, null);
  const setup = (begun?.data ?? undefined) as Setup;
  const codes = (proven?.data ?? undefined) as Codes;
  // A wrong code comes back without what was to be scanned; the form to type another one stays.
  const asking = setup !== undefined || (proven !== null && !codes);
  if (on && !codes) return on;
  const refused = (state: typeof begun) => (state?.data ? null : state);
  return (
    <div className="stack-5">
      <div hidden={asking || codes !== undefined} data-step={start.id}>
        {children}
        <FormShell
          door={start}
          act={begin}
          state={refused(begun)}
          problem={words.problem}
          asked={[]}
          locale={locale}
          className="mt-4 gap-3"
        >
          <Button
            type="submit"
            className="justify-self-start"
            look="secondary"
            disabled={beginning}
            data-pending={words.pending}
          >
            {words.start}
          </Button>
        </FormShell>
      </div>
      <div hidden={!asking} data-step={confirm.id} data-after={start.id} tabIndex={-1} className="stack-4 outline-none">
        <div hidden={!setup && asking} className="stack-4">
          <p>{words.scan}</p>
          <div
            role="img"
            aria-label={words.qr}
            data-slot="qr"
            className="size-52 cut-12 border border-line bg-white p-3 [&_svg]:size-full"
            dangerouslySetInnerHTML={{ __html: setup?.qr ?? "" }}
          />
          <p className="pointer-fine:hidden">
            <a data-slot="uri" href={setup?.uri} className={classNames(buttonClass({ look: "quiet" }), "-mx-1")}>
              {words.here}
            </a>
          </p>
          <p>
            {words.type}{" "}
            <code data-slot="secret" dir="ltr" className="block font-semibold">
              {setup && groupsOfFour(setup.secret)}
            </code>
          </p>
        </div>
        <FormShell
          door={confirm}
          act={prove}
          state={refused(proven)}
          problem={words.problem}
          asked={[{ name: "code", label: words.code }]}
          locale={locale}
          className="max-w-xl gap-5"
        >
          <FormField
            field={{
              kind: "text",
              name: "code",
              label: words.code,
              hint: words.codeHint,
              autoComplete: "one-time-code",
              inputMode: "numeric",
              dir: "ltr",
              required: true,
            }}
            state={refused(proven)}
          />
          <Button type="submit" className="justify-self-start" disabled={proving} data-pending={words.pending}>
            {words.confirm}
          </Button>
        </FormShell>
      </div>
      <div hidden={!codes} data-after={confirm.id} tabIndex={-1} className="stack-4 outline-none">
        <p className="font-semibold">{words.codes}</p>
        <p>{words.codesHint}</p>
        <ul
          data-slot="recoveryCodes"
          dir="ltr"
          className="grid max-w-md grid-cols-2 gap-2 cut-12 bg-sunken p-4 font-mono"
        >
          {codes?.recoveryCodes.map((code) => (
            <li key={code}>
              <bdi>{code}</bdi>
            </li>
          ))}
        </ul>
        <p>
          <a href={confirm.next} className={buttonClass({})}>
            {words.continue}
          </a>
        </p>
      </div>
    </div>
  );
}
