import { letter } from "@/lib/platform/mail/letter";
import { Action, Facts, Soft, Words } from "@/lib/platform/mail/parts";
import type { Notice } from "../notice";

type Finished = {
  name: string;
  upload: number;
  file: string;
  shop: string;
  /** How many rows, or products when it was undone, ended in each way. */
  end:
    | { kind: "done"; created: number; updated: number; unchanged: number; failed: number }
    | { kind: "undone"; removed: number; restored: number; kept: number };
};

const ways = {
  done: ["created", "updated", "unchanged", "failed"],
  undone: ["removed", "restored", "kept"],
} as const;

/** To whoever confirmed an upload or undid one: what came of it. */
export const uploadFinished: Notice<Finished> = {
  mail: ({ name, upload, file, shop, end }, { locale, say, link, hello, inline }) => {
    const words = { file: inline(file) };
    const labels = end.kind === "done" ? "outcomes" : "undone";
    const figures = new Intl.NumberFormat(locale);
    const counts = end as unknown as Record<string, number>;
    return letter({
      locale,
      subject: say(`mails.upload.${end.kind}.subject`, words),
      preview: say(`mails.upload.${end.kind}.text`, words),
      heading: say(`mails.upload.${end.kind}.heading`),
      children: (
        <>
          <Words>{hello(name)}</Words>
          <Words>{say(`mails.upload.${end.kind}.text`, words)}</Words>
          <Facts
            rows={[
              [say("mails.upload.shop"), inline(shop)],
              ...ways[end.kind].map((way): [string, string] => [
                say(`admin.uploads.${labels}.${way}`),
                figures.format(counts[way] ?? 0),
              ]),
            ]}
          />
          {end.kind === "undone" && end.kept > 0 && <Soft>{say("mails.upload.kept_hint")}</Soft>}
          <Action label={say("mails.upload.action")} href={link(`/admin/uploads/${upload}`)} />
        </>
      ),
    });
  },
  sms: ({ upload, end }, { say, link }) =>
    say(`mails.upload.${end.kind}.sms`, { link: link(`/admin/uploads/${upload}`) }),
  samples: {
    "upload-done": {
      name: "Sara Ahmadi",
      upload: 12,
      file: "spring.xlsx",
      shop: "Ahmadi & Töchter, Gewürze",
      end: { kind: "done", created: 12, updated: 1880, unchanged: 3, failed: 2 },
    },
    "upload-undone": {
      name: "Sara Ahmadi",
      upload: 12,
      file: "spring.xlsx",
      shop: "Ahmadi & Töchter, Gewürze",
      end: { kind: "undone", removed: 11, restored: 1879, kept: 2 },
    },
  },
};
