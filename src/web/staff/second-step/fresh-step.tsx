import { isStepFresh, type SecondStepStore } from "../../../domain/staff/second-step.ts";
import type { FormFields } from "../form-fields.ts";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { readStepCode, sayTry, stepFieldNames, StepFields } from "./step-fields.tsx";

/** The second step was passed too long ago for what is asked. */
export class FreshStepNeeded extends Error {
  override name = "FreshStepNeeded";
}

/** Called before a sensitive deed: whoever has a second step must have passed it lately. Throws FreshStepNeeded. */
export function requireFreshStep({ secondStep, now }: StaffVisit): void {
  if (secondStep.kind === "passed" && !isStepFresh(secondStep.at, now)) throw new FreshStepNeeded();
}

interface Sent {
  action: string;
  body: unknown;
  fields: FormFields;
}

/**
 * Lets a form do its deed; where that needs a fresh second step, answers with a page that asks for it and sends all that was
 * written once more.
 */
export async function takeWithStep<Outcome>(
  visit: StaffVisit,
  sent: Sent,
  secondStep: Pick<SecondStepStore, "pass">,
  take: (visit: StaffVisit) => Promise<Outcome>,
): Promise<Outcome | StaffPage> {
  let current = visit;
  const code = readStepCode(sent.fields);
  if (code !== "" && visit.secondStep.kind === "passed") {
    const who = { username: visit.staff.username, sessionId: visit.sessionId };
    const tried = await secondStep.pass(who, code, visit.now);
    if (tried.kind !== "passed") return askingPage(visit, sent, sayTry(visit.say, tried));
    current = { ...visit, secondStep: { kind: "passed", at: visit.now } };
  }
  try {
    return await take(current);
  } catch (error) {
    if (error instanceof FreshStepNeeded) return askingPage(visit, sent);
    throw error;
  }
}

/** What a form sent, but for what belongs to the session and its second step. */
export function carriedFields(body: unknown): (readonly [name: string, value: string])[] {
  return Object.entries(typeof body === "object" && body !== null ? body : {})
    .filter(([name]) => name !== "token" && !stepFieldNames.includes(name))
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
    .filter((pair): pair is readonly [string, string] => typeof pair[1] === "string");
}

function askingPage(visit: StaffVisit, { action, body }: Sent, fault?: string): StaffPage {
  const { say } = visit;
  return {
    title: say("step-again"),
    ...(fault !== undefined && { status: 422 }),
    children: (
      <PostForm visit={visit} action={action} className="settings-form">
        <p>{say("step-again-why")}</p>
        {carriedFields(body).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <StepFields say={say} fault={fault} />
        <div class="buttons">
          <button class="button primary">{say("step-go-on")}</button>
        </div>
      </PostForm>
    ),
  };
}
