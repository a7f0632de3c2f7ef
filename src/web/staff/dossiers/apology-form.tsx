import { Field } from "../field.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { registerPath } from "./register-asked.ts";

/** An apology that was not given: what was written is not lost. */
export interface TriedApology {
  day: string;
  reason: string;
  fault: string;
  isAboutDay: boolean;
}

/** Says sorry for a dossier with its one new date, as `/xinloi` does. */
export function ApologyForm({
  code,
  visit,
  tried,
}: {
  code: string;
  visit: StaffVisit;
  tried: TriedApology | undefined;
}) {
  const { say } = visit;
  return (
    <PostForm visit={visit} action={`${registerPath}/${encodeURIComponent(code)}/xinloi`} className="form">
      <p class="quiet">{say("staff-apology-once")}</p>
      <Field
        name="ngay"
        label={say("staff-apology-day")}
        kind="date"
        value={tried?.day}
        fault={tried?.isAboutDay ? tried.fault : undefined}
        isRequired
      />
      <Field
        name="lydo"
        label={say("staff-field-ground")}
        kind="long"
        value={tried?.reason}
        fault={tried && !tried.isAboutDay ? tried.fault : undefined}
        isRequired
      />
      <button class="button primary">{say("work-button-xinloi")}</button>
    </PostForm>
  );
}
