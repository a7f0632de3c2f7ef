import { indicatorNames } from "../../../domain/statistics/figures.ts";
import type { TargetFault } from "../../../domain/targets/target.ts";
import { Field } from "../field.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffVisit } from "../staff-visit.ts";

/** A target as it was written into its form. */
export interface WrittenTarget {
  indicator: string;
  unit: string;
  value: string;
  from: string;
  to: string;
  source: string;
}

interface TargetFormProps {
  written: WrittenTarget;
  /** Digits of the version that it takes the place of; empty for a new one. */
  id: string;
  units: readonly (readonly [code: string, name: string])[];
  faults: ReadonlySet<TargetFault>;
  /** As somebody else set it meanwhile. */
  theirs?: WrittenTarget | undefined;
  action: string;
  visit: StaffVisit;
}

export function TargetForm({ written, id, units, faults, theirs, action, visit }: TargetFormProps) {
  const { say } = visit;
  const faultOf = (fault: TargetFault) => (faults.has(fault) ? say(`target-fault-${fault}`) : undefined);
  const other = (name: keyof WrittenTarget) =>
    theirs && theirs[name] !== written[name] ? (
      <p class="theirs">{say("settings-theirs", { value: theirs[name] || say("settings-nothing") })}</p>
    ) : null;
  return (
    <PostForm visit={visit} action={action} className="panel settings-form">
      <input type="hidden" name="id" value={id} />
      <Field
        name="indicator"
        label={say("target-indicator")}
        value={written.indicator}
        fault={faultOf("indicator")}
        choices={indicatorNames.map((name) => [name, say(`indicator-${name}`)] as const)}
      />
      <Field
        name="unit"
        label={say("calendar-owner")}
        value={written.unit}
        choices={[["", say("calendar-agency")], ...units]}
      />
      <Field
        name="value"
        label={say("target-value")}
        value={written.value}
        fault={faultOf("value")}
        isRequired
      />
      {other("value")}
      <div class="field-pair">
        <Field
          name="from"
          label={say("calendar-from")}
          kind="date"
          value={written.from}
          fault={faultOf("days")}
          isRequired
        />
        <Field name="to" label={say("target-until")} kind="date" value={written.to} />
      </div>
      {other("to")}
      <Field
        name="source"
        label={say("calendar-basis")}
        value={written.source}
        fault={faultOf("source")}
        isRequired
      />
      {other("source")}
      <div class="buttons">
        <button class="button primary">{say("settings-save")}</button>
      </div>
    </PostForm>
  );
}
