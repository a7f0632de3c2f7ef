import type { ComponentChildren } from "preact";
import { deedsOn } from "../../../conversation/answers/work-deeds.ts";
import { refusalGrounds } from "../../../domain/feedback/case-action.ts";
import type { FeedbackCase } from "../../../domain/feedback/feedback.ts";
import { longestExtension } from "../../../domain/feedback/officer-actions.ts";
import type { ReplyTemplate } from "../../../domain/feedback/reply-template.ts";
import type { Room } from "../../../domain/work/work-store.ts";
import { Field } from "../field.tsx";
import type { FormFields } from "../form-fields.ts";
import { PostForm } from "../post-form.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { caseDeeds, readDeed, type Asked, type Deed } from "./case-deeds.ts";
import { TemplateLinks } from "./template-links.tsx";

/** A deed that was tried and not done: what was written is not lost. */
export interface Tried {
  deed: Deed;
  fields: FormFields;
}

interface DeedFormsProps {
  matter: FeedbackCase;
  visit: StaffVisit;
  rooms: readonly Room[];
  templates: readonly ReplyTemplate[];
  tried?: Tried | undefined;
}

/** What may be done to a case now: a button where nothing is asked, else a form to open. */
export function DeedForms({ matter, visit, rooms, templates, tried }: DeedFormsProps) {
  const deeds = deedsOn(matter, visit.staff).flatMap((deed) => readDeed(deed) ?? []);
  const simple = deeds.filter((deed) => caseDeeds[deed].asks.length === 0);
  const asking = deeds.filter((deed) => caseDeeds[deed].asks.length > 0);
  return (
    <>
      <div class="buttons">
        {simple.map((deed, index) => (
          <DeedForm deed={deed} matter={matter} visit={visit}>
            <button class={index === 0 ? "button primary" : "button"}>
              {visit.say(`work-button-${deed}`)}
            </button>
          </DeedForm>
        ))}
      </div>
      {asking.map((deed) => (
        <details class="disclosure" id={`viec-${deed}`} open={tried?.deed === deed}>
          <summary>{visit.say(`work-button-${deed}`)}</summary>
          <TemplateLinks deed={deed} matter={matter} templates={templates} visit={visit} />
          <DeedForm deed={deed} matter={matter} visit={visit}>
            {caseDeeds[deed].asks.map((asked) => (
              <DeedField
                asked={asked}
                visit={visit}
                rooms={rooms}
                value={tried?.deed === deed ? tried.fields.text(asked) : firstValue(deed, asked, matter)}
              />
            ))}
            <button class="button primary">{visit.say(`work-button-${deed}`)}</button>
          </DeedForm>
        </details>
      ))}
    </>
  );
}

function DeedForm({
  deed,
  matter,
  visit,
  children,
}: {
  deed: Deed;
  matter: FeedbackCase;
  visit: StaffVisit;
  children: ComponentChildren;
}) {
  return (
    <PostForm
      visit={visit}
      action={`/lamviec/phananh/${matter.code}/${deed}`}
      className={caseDeeds[deed].asks.length > 0 ? "form" : undefined}
    >
      <input type="hidden" name="version" value={matter.version} />
      {children}
    </PostForm>
  );
}

function DeedField({
  asked,
  visit: { say },
  rooms,
  value,
}: {
  asked: Asked;
  visit: StaffVisit;
  rooms: readonly Room[];
  value: string;
}) {
  switch (asked) {
    case "text":
      return <Field name="text" label={say("staff-field-text")} kind="long" value={value} isRequired />;
    case "agency":
      return <Field name="agency" label={say("staff-field-agency")} value={value} isRequired />;
    case "days": {
      const days = Array.from({ length: longestExtension }, (_, index) => String(index + 1));
      const choices = days.map((count) => [count, say("work-button-days", { days: count })] as const);
      return <Field name="days" label={say("staff-field-days")} value={value || "3"} choices={choices} />;
    }
    case "ground": {
      const choices = refusalGrounds.map((ground) => [ground, say(`work-ground-${ground}`)] as const);
      return <Field name="ground" label={say("staff-field-ground")} value={value} choices={choices} />;
    }
    case "unit": {
      const choices = rooms.map(({ code, name }) => [code, name] as const);
      return <Field name="unit" label={say("work-fact-unit")} value={value} choices={choices} />;
    }
  }
}

function firstValue(deed: Deed, asked: Asked, { draft, unitCode }: FeedbackCase): string {
  if (asked === "unit") return unitCode ?? "";
  return deed === "soan" && asked === "text" ? (draft?.text ?? "") : "";
}
