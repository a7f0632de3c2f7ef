import { dayKinds } from "../../../domain/deadlines/calendar-change.ts";
import { Field } from "../field.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { calendarPath, nameOfDayKind } from "./calendar-words.ts";

/** The fields of a change of days, as they were written. */
export interface WrittenDays {
  from: string;
  until: string;
  kind: string;
  note: string;
  basis: string;
  unit: string;
}

/** The form for a change of days; it leads to what the change would move, not to the change. */
export function DayForm({
  written,
  owners,
  visit,
  fault,
}: {
  written: WrittenDays;
  owners: readonly (readonly [code: string, name: string])[];
  visit: StaffVisit;
  fault?: { field: keyof WrittenDays; text: string } | undefined;
}) {
  const { say } = visit;
  const faultOf = (field: keyof WrittenDays) => (fault?.field === field ? fault.text : undefined);
  return (
    <PostForm visit={visit} action={`${calendarPath}/xem-truoc`} className="panel settings-form">
      <div class="field-pair">
        <Field
          name="from"
          label={say("calendar-from")}
          kind="date"
          value={written.from}
          fault={faultOf("from")}
          isRequired
        />
        <Field
          name="until"
          label={say("calendar-until")}
          kind="date"
          value={written.until}
          fault={faultOf("until")}
        />
      </div>
      <Field
        name="kind"
        label={say("calendar-kind")}
        value={written.kind}
        fault={faultOf("kind")}
        choices={dayKinds.map((kind) => [kind, nameOfDayKind(kind, visit)] as const)}
      />
      <Field name="unit" label={say("calendar-owner")} value={written.unit} choices={owners} />
      <Field name="note" label={say("calendar-note")} value={written.note} />
      <Field
        name="basis"
        label={say("calendar-basis")}
        value={written.basis}
        fault={faultOf("basis")}
        isRequired
      />
      <div class="buttons">
        <button class="button primary">{say("calendar-preview")}</button>
      </div>
    </PostForm>
  );
}
