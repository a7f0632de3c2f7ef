import type { StepTry } from "../../../domain/staff/second-step.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import type { PageSay } from "../../page-language.ts";
import { Field } from "../field.tsx";
import type { FormFields } from "../form-fields.ts";

const codeName = "ma-xac-thuc";
const recoveryName = "ma-du-phong";

/** Names of the fields that ask for a code. */
export const stepFieldNames: readonly string[] = [codeName, recoveryName];

/** What was entered, of the authenticator or of the recovery codes; empty: nothing. */
export function readStepCode(fields: FormFields): string {
  return fields.text(codeName) || fields.text(recoveryName);
}

/** Why a code did not pass. */
export function sayTry(say: PageSay, tried: Exclude<StepTry, { kind: "passed" }>): string {
  return tried.kind === "locked"
    ? say("step-locked", { until: showInstant(tried.until) })
    : say("step-wrong", { left: tried.triesLeft });
}

/** The fields by which a second step is passed. */
export function StepFields({ say, fault }: { say: PageSay; fault?: string | undefined }) {
  return (
    <>
      <Field
        name={codeName}
        label={say("step-code")}
        hint={say("step-code-hint")}
        fault={fault}
        inputMode="numeric"
        autocomplete="one-time-code"
      />
      <details class="disclosure">
        <summary>{say("step-use-recovery")}</summary>
        <Field name={recoveryName} label={say("step-recovery-code")} autocomplete="off" />
      </details>
    </>
  );
}
