import { deadlineAfter } from "../../../domain/deadlines/deadline.ts";
import type { WorkingCalendars } from "../../../domain/deadlines/working-calendar.ts";
import { urgencies } from "../../../domain/feedback/feedback.ts";
import { choosePolicy, type FeedbackPolicy } from "../../../domain/feedback/policy.ts";
import { dayOf, instantOn, showTime } from "../../../domain/vietnam-time.ts";
import { showDeadlineSteps, showMoment } from "../../../wording/show-deadline.ts";
import { readWrittenDay } from "../calendar/read-days.ts";
import { Field } from "../field.tsx";
import type { FormFields } from "../form-fields.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { settingsPath } from "./settings-paths.ts";

/** When something received at a moment would be due, with its working. */
export function TryPolicy({
  fields,
  policies,
  fieldNames,
  calendars,
  visit,
}: {
  fields: FormFields;
  policies: readonly FeedbackPolicy[];
  fieldNames: readonly string[];
  calendars: WorkingCalendars;
  visit: StaffVisit;
}) {
  const { say, sayIn, language, now } = visit;
  const urgency = urgencies.find((known) => known === fields.text("khan")) ?? "normal";
  const field = fields.text("linhvuc");
  const [dayText, timeText] = [fields.text("ngay") || dayOf(now), fields.text("gio") || showTime(now)];
  const receivedAt = readReceipt(dayText, timeText);
  const isAsked = fields.text("ngay") !== "";
  const policy =
    isAsked && receivedAt
      ? choosePolicy(policies, { field: field || null, kind: "report", urgency, at: now })
      : undefined;
  const deadline = policy && deadlineAfter(receivedAt!, policy.answerTerm, calendars.of());
  return (
    <section class="panel try" id="thu">
      <h2>{say("policy-try")}</h2>
      <form method="get" action={`${settingsPath}/chinh-sach#thu`} class="pick">
        <Field
          name="ngay"
          label={say("policy-try-day")}
          kind="date"
          value={dayText}
          fault={isAsked && !receivedAt ? say("policy-fault-receipt") : undefined}
        />
        <Field name="gio" label={say("policy-try-time")} kind="time" value={timeText} />
        <Field
          name="khan"
          label={say("policy-field-urgency")}
          value={urgency}
          choices={urgencies.map((known) => [known, say(`policy-urgency-${known}`)] as const)}
        />
        <Field
          name="linhvuc"
          label={say("policy-field-field")}
          value={field}
          choices={[["", say("policy-any")], ...fieldNames.map((name) => [name, name] as const)]}
        />
        <button class="button">{say("policy-try-button")}</button>
      </form>
      {policy && deadline && (
        <div role="status">
          <p>
            <strong>{showMoment(sayIn, language, deadline.dueAt)}</strong>{" "}
            {deadline.isExpected && <span class="mark today">{say("calendar-expected")}</span>}
          </p>
          <ol class="steps">
            {showDeadlineSteps(deadline.steps, { say: sayIn, language }).map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          <p class="quiet">{say("policy-try-by", { version: policy.version, basis: policy.legalBasis })}</p>
        </div>
      )}
    </section>
  );
}

function readReceipt(dayText: string, timeText: string): Date | undefined {
  const on = readWrittenDay(dayText);
  const [, hour, minute] = /^(\d{1,2})[:h](\d{2})$/.exec(timeText) ?? [];
  if (!on || !hour || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return instantOn(on, Number(hour) * 60 + Number(minute));
}
