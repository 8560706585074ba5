"use client";
import { Button } from "@/components/ui/button";
import { Choice, Field, SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";

type Props = {
  /** Where a browser goes on to, and where it comes back to with what was wrong. */
  next: string;
  back: string;
  shops: readonly { id: number; name: string }[];
  words: Record<"shop" | "file" | "hint" | "send" | "empty" | "leave" | "leaveNote" | "clear" | "clearNote", string>;
};

/** Brings a file. A plain form: the file goes straight to the door that takes it as it comes in. */
export function NewUploadForm({ next, back, shops, words }: Props) {
  const [only] = shops;
  return (
    <Form
      action="/api/products/bulk-upload"
      method="post"
      encType="multipart/form-data"
      className="grid max-w-xl gap-5"
    >
      <input type="hidden" name="next" value={`${next} ${back}`} />
      {only && shops.length === 1 ? (
        <input type="hidden" name="retailerId" value={only.id} />
      ) : (
        <SelectField name="retailerId" label={words.shop} required>
          {shops.map(({ id, name }) => (
            <option key={id} value={id} dir="auto">
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <fieldset>
        <legend className="font-semibold">{words.empty}</legend>
        <div className="mt-2 grid gap-3 sm:grid-cols-2">
          <Choice name="emptyCells" value="leave" label={words.leave} note={words.leaveNote} defaultChecked />
          <Choice name="emptyCells" value="clear" label={words.clear} note={words.clearNote} />
        </div>
      </fieldset>
      {/* Last: what comes before it is known before the file is read. */}
      <Field
        type="file"
        name="file"
        label={words.file}
        hint={words.hint}
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        required
      />
      <Button type="submit" className="justify-self-start">
        {words.send}
      </Button>
    </Form>
  );
}
