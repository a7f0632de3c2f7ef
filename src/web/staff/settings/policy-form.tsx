import { feedbackKinds, urgencies } from "../../../domain/feedback/feedback.ts";
import { Field } from "../field.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { policyFields, type PolicyField, type WrittenPolicy } from "./read-policy.ts";
import { settingsPath } from "./settings-paths.ts";

interface PolicyFormProps {
  written: WrittenPolicy;
  seenVersion: number;
  fieldNames: readonly string[];
  faults: ReadonlySet<PolicyField>;
  /** The version that somebody added meanwhile. */
  theirs?: WrittenPolicy | undefined;
  visit: StaffVisit;
}

type Choices = readonly (readonly [value: string, name: string])[];

/** The form of the next version of a policy. */
export function PolicyForm(props: PolicyFormProps) {
  const { seenVersion, visit } = props;
  const { say } = visit;
  const choices = choicesOf(props);
  const parts = [
    ["policy-part-scope", ["urgency", "field", "kind"]],
    ["policy-part-terms", ["accept", "answer", "approval", "extensions", "pauses", "pauseDays"]],
    ["policy-part-reminders", ["half", "beforeDays", "beforeHours", "atDue"]],
    ["policy-part-ladder", ["head", "leader", "office"]],
    ["policy-part-basis", ["basis", "from"]],
  ] as const;
  return (
    <PostForm visit={visit} action={`${settingsPath}/chinh-sach/them`} className="panel settings-form">
      <input type="hidden" name="seen" value={seenVersion} />
      {parts.map(([title, names]) => (
        <fieldset>
          <legend>{say(title)}</legend>
          {names.map((name) => (
            <Asked name={name} choices={choices} {...props} />
          ))}
        </fieldset>
      ))}
      <div class="buttons">
        <button class="button primary">{say("policy-add-version")}</button>
      </div>
    </PostForm>
  );
}

function choicesOf({ fieldNames, visit: { say } }: PolicyFormProps): Partial<Record<PolicyField, Choices>> {
  const any = ["", say("policy-any")] as const;
  const hoursOrDays = [
    ["h", say("policy-unit-h")],
    ["d", say("policy-unit-d")],
  ] as const;
  const terms = [...hoursOrDays, ["cd", say("policy-unit-cd")] as const];
  const yesOrNo = [
    ["1", say("policy-yes")],
    ["0", say("policy-no")],
  ] as const;
  return {
    field: [any, ...fieldNames.map((name) => [name, name] as const)],
    kind: [any, ...feedbackKinds.map((kind) => [kind, say(`policy-kind-${kind}`)] as const)],
    urgency: urgencies.map((urgency) => [urgency, say(`policy-urgency-${urgency}`)] as const),
    approval: [
      ["0", say("policy-approval-no")],
      ["1", say("policy-approval-yes")],
    ],
    acceptUnit: terms,
    answerUnit: terms,
    half: yesOrNo,
    atDue: yesOrNo,
    headUnit: hoursOrDays,
    leaderUnit: hoursOrDays,
    officeUnit: hoursOrDays,
  };
}

/** One question, with its unit beside it where it has one. */
function Asked({
  name,
  choices,
  written,
  faults,
  theirs,
  visit,
}: PolicyFormProps & { name: PolicyField; choices: Partial<Record<PolicyField, Choices>> }) {
  const { say } = visit;
  const unit = policyFields.find((other) => other === `${name}Unit`);
  const other = theirs && [name, ...(unit ? [unit] : [])].filter((one) => theirs[one] !== written[one]);
  const told = (one: PolicyField) =>
    choices[one]?.find(([value]) => value === theirs![one])?.[1] ?? theirs![one];
  const field = (
    <Field
      name={name}
      label={say(`policy-field-${name as "accept"}`)}
      value={written[name]}
      kind={name === "from" ? "date" : "text"}
      fault={faults.has(name) ? say(`policy-fault-${name as "accept"}`) : undefined}
      {...(choices[name] && { choices: choices[name] })}
    />
  );
  return (
    <div>
      {unit ? (
        <div class="field-pair">
          {field}
          <Field name={unit} label={say("policy-unit")} value={written[unit]} choices={choices[unit] ?? []} />
        </div>
      ) : (
        field
      )}
      {other && other.length > 0 && (
        <p class="theirs">
          {say("settings-theirs", {
            value: [name, ...(unit ? [unit] : [])].map(told).join(" ") || say("settings-nothing"),
          })}
        </p>
      )}
    </div>
  );
}
