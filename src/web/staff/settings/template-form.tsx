import {
  templateOutcomes,
  templateSlots,
  type ReplyTemplate,
  type TemplateFault,
} from "../../../domain/feedback/reply-template.ts";
import { Field } from "../field.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffVisit } from "../staff-visit.ts";

/** A template as it was written into its form. */
export interface WrittenTemplate {
  outcome: string;
  field: string;
  name: string;
  text: string;
  /** The code of the case to try it with. */
  tryWith: string;
}

interface TemplateFormProps {
  written: WrittenTemplate;
  /** Digits of the version that it was shown with; empty for a new one. */
  seen: string;
  fieldNames: readonly string[];
  faults: readonly TemplateFault[];
  /** As somebody else left it meanwhile. */
  theirs?: ReplyTemplate | undefined;
  action: string;
  visit: StaffVisit;
}

/** The form of a template; its second button tries it with a case and keeps nothing. */
export function TemplateForm(props: TemplateFormProps) {
  const { written, seen, fieldNames, faults, theirs, action, visit } = props;
  const { say } = visit;
  const faultOf = (part: "name" | "text") => {
    const fault = faults.find(({ because }) => (part === "name") === because.startsWith("name"));
    if (!fault) return undefined;
    return fault.because === "unknown-slots"
      ? say("template-fault-unknown-slots", { slots: fault.slots.map((slot) => `{${slot}}`).join(", ") })
      : say(`template-fault-${fault.because}`);
  };
  const other = (name: "name" | "text") =>
    theirs && theirs[name] !== written[name] ? (
      <p class="theirs">{say("settings-theirs", { value: theirs[name] })}</p>
    ) : null;
  return (
    <PostForm visit={visit} action={action} className="panel settings-form">
      <input type="hidden" name="seen" value={seen} />
      <Field
        name="outcome"
        label={say("template-outcome")}
        value={written.outcome}
        choices={templateOutcomes.map((outcome) => [outcome, say(`template-outcome-${outcome}`)] as const)}
      />
      <Field
        name="field"
        label={say("setting-column-linh_vuc")}
        value={written.field}
        choices={[["", say("policy-any")], ...fieldNames.map((name) => [name, name] as const)]}
      />
      <Field
        name="name"
        label={say("template-name")}
        hint={say("template-name-hint")}
        value={written.name}
        fault={faultOf("name")}
        isRequired
      />
      {other("name")}
      <Field
        name="text"
        label={say("template-text")}
        hint={say("template-text-hint")}
        kind="long"
        rows={10}
        value={written.text}
        fault={faultOf("text")}
        isRequired
      />
      {other("text")}
      <details class="deed">
        <summary>{say("template-slots")}</summary>
        <dl class="facts">
          {templateSlots.map((slot) => (
            <div>
              <dt>
                <code>{`{${slot}}`}</code>
              </dt>
              <dd>{say(`template-slot-${slot}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Field
        name="thu"
        label={say("template-try-with")}
        hint={say("template-try-hint")}
        value={written.tryWith}
      />
      <div class="buttons">
        <button class="button primary" name="viec" value="luu">
          {say(seen === "" ? "settings-add" : "settings-save")}
        </button>
        <button class="button" name="viec" value="thu">
          {say("settings-try")}
        </button>
      </div>
    </PostForm>
  );
}
