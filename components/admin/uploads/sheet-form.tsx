import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { UploadColumnsView } from "@/lib/catalog/uploads/views";
import type { Say } from "@/lib/platform/messages";

type Props = { action: string; asked: UploadColumnsView; say: Say };

/** Which sheet is read and which of its rows names the columns: shown anew by the address alone. */
export function SheetForm({ action, asked: { sheets, sheet, headerRow }, say }: Props) {
  return (
    <Form action={action} method="get" className="flex flex-wrap items-end gap-3">
      {sheets.length > 1 && (
        <div className="min-w-48">
          <SelectField name="sheet" label={say("admin.uploads.sheet")} defaultValue={sheet}>
            {sheets.map((name, index) => (
              <option key={name} value={index} dir="auto">
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      <div className="min-w-48">
        <SelectField name="headerRow" label={say("admin.uploads.header_row")} defaultValue={headerRow}>
          <option value={0}>{say("admin.uploads.no_header")}</option>
          {Array.from({ length: 20 }, (_, index) => index + 1).map((row) => (
            <option key={row} value={row}>
              {say("admin.uploads.row_number", { row })}
            </option>
          ))}
        </SelectField>
      </div>
      <Button type="submit" look="secondary">
        {say("admin.uploads.show")}
      </Button>
    </Form>
  );
}
