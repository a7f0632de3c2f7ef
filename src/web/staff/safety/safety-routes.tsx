import { fourEyesKinds } from "../../../domain/staff/approval.ts";
import { secondStepDemands, type SecondStepStore } from "../../../domain/staff/second-step.ts";
import type { IdentityRules } from "../../../domain/settings/settings.ts";
import type { StaffMember } from "../../../domain/staff/staff-member.ts";
import { Field } from "../field.tsx";
import type { FormFields } from "../form-fields.ts";
import { PostForm } from "../post-form.tsx";
import { requireFreshStep } from "../second-step/fresh-step.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { FormOutcome, StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";

export const safetyPath = "/lamviec/an-toan";

/** How sure the service wants to be of who acts. */
export interface SafetyPorts {
  read(): Promise<IdentityRules>;
  write(rules: IdentityRules, by: StaffMember, now: Date): Promise<void>;
  countAdministrators(): Promise<number>;
}

interface Tools {
  safety: SafetyPorts;
  secondStep: Pick<SecondStepStore, "isAvailable">;
}

const mostMonths = 36;

/** Second step, four eyes and messenger accounts, decided by administrators. */
export function addSafetyRoutes(site: StaffSite, { safety, secondStep }: Tools): void {
  site.page(safetyPath, async (visit) => safetyPage(await safety.read(), visit), "admin");

  site.form(
    safetyPath,
    async (visit, fields): Promise<FormOutcome> => {
      const { say, staff, now } = visit;
      const rules = readRules(fields);
      const fault =
        rules.secondStep !== "nobody" && !secondStep.isAvailable
          ? say("safety-fault-key")
          : (rules.fourEyes.length > 0 || rules.approvesBindings) && (await safety.countAdministrators()) < 2
            ? say("safety-fault-alone")
            : undefined;
      if (fault !== undefined)
        return { ...safetyPage(rules, visit), status: 422, flash: { tone: "warning", text: fault } };
      requireFreshStep(visit);
      await visit.awaitSecond("policy", say("safety-title"));
      await safety.write(rules, staff, now);
      return { to: safetyPath, flash: { tone: "done", text: say("settings-saved") } };
    },
    "admin",
  );
}

function readRules(fields: FormFields): IdentityRules {
  const months = Number(fields.text("thang"));
  return {
    secondStep: secondStepDemands.find((known) => known === fields.text("buoc-hai")) ?? "nobody",
    approvesBindings: fields.text("duyet-lien-ket") === "1",
    bindingMonths: Number.isInteger(months) && months >= 0 ? Math.min(months, mostMonths) : 12,
    fourEyes: fourEyesKinds.filter((kind) => fields.all("bon-mat").includes(kind)),
  };
}

function safetyPage(rules: IdentityRules, visit: StaffVisit): StaffPage {
  const { say } = visit;
  return {
    title: say("safety-title"),
    children: (
      <PostForm visit={visit} action={safetyPath} className="settings-form">
        <Field
          name="buoc-hai"
          label={say("safety-second-step")}
          value={rules.secondStep}
          choices={secondStepDemands.map((one) => [one, say(`safety-step-${one}`)] as const)}
        />
        <fieldset>
          <legend>{say("safety-four-eyes")}</legend>
          <p class="hint">{say("safety-four-eyes-hint")}</p>
          {fourEyesKinds.map((kind) => (
            <label class="tick">
              <input type="checkbox" name="bon-mat" value={kind} checked={rules.fourEyes.includes(kind)} />{" "}
              {say(`approval-kind-${kind}`)}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{say("safety-bindings")}</legend>
          <label class="tick">
            <input type="checkbox" name="duyet-lien-ket" value="1" checked={rules.approvesBindings} />{" "}
            {say("safety-approve-bindings")}
          </label>
          <Field
            name="thang"
            label={say("safety-months")}
            hint={say("safety-months-hint")}
            kind="number"
            min={0}
            max={mostMonths}
            value={String(rules.bindingMonths)}
          />
        </fieldset>
        <div class="buttons">
          <button class="button primary">{say("safety-save")}</button>
        </div>
      </PostForm>
    ),
  };
}
