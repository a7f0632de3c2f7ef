import {
  templateOutcomes,
  type ReplyTemplate,
  type TemplateOutcome,
} from "../../../domain/feedback/reply-template.ts";
import { excerpt } from "../../../conversation/answers/excerpt.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { settingsPath } from "./settings-paths.ts";

export const templatesPath = `${settingsPath}/mau`;

const longestExcerpt = 220;

interface TemplateListProps {
  templates: readonly ReplyTemplate[];
  ended: readonly ReplyTemplate[];
  mayChange: boolean;
  visit: StaffVisit;
}

/** The texts in force by what they are a beginning for, and those that are not offered any more. */
export function TemplateList({ templates, ended, mayChange, visit }: TemplateListProps) {
  const { say } = visit;
  return (
    <>
      {templateOutcomes.map((outcome) => (
        <section>
          <h2>{say(`template-outcome-${outcome}`)}</h2>
          <OfOutcome
            templates={templates.filter((template) => template.outcome === outcome)}
            visit={visit}
            outcome={outcome}
            mayChange={mayChange}
          />
        </section>
      ))}
      {ended.length > 0 && (
        <details class="deed">
          <summary>{say("template-ended-list", { count: ended.length })}</summary>
          <Rows templates={ended} visit={visit} />
        </details>
      )}
    </>
  );
}

function OfOutcome({
  templates,
  outcome,
  mayChange,
  visit,
}: Omit<TemplateListProps, "ended"> & { outcome: TemplateOutcome }) {
  const { say } = visit;
  return (
    <>
      {templates.length === 0 ? (
        <p class="empty">{say("template-none")}</p>
      ) : (
        <Rows templates={templates} visit={visit} />
      )}
      {mayChange && (
        <p class="buttons">
          <a
            class="button small"
            href={`${templatesPath}/moi?ketqua=${outcome}`}
            aria-label={say("template-add-for", { outcome: say(`template-outcome-${outcome}`) })}
          >
            {say("template-add")}
          </a>
        </p>
      )}
    </>
  );
}

function Rows({ templates, visit: { say } }: { templates: readonly ReplyTemplate[]; visit: StaffVisit }) {
  return (
    <ul class="rows">
      {templates.map(({ line, name, field, text, writtenAt, writtenBy, endedAt }) => (
        <li class="row">
          <div class="row-head">
            <a href={`${templatesPath}/muc/${line}`}>{name}</a>
            <span class="mark">{field ?? say("policy-any")}</span>
            {endedAt && <span class="mark late">{say("template-is-ended")}</span>}
          </div>
          <p>{excerpt(text, longestExcerpt)}</p>
          <p class="quiet">{say("template-written", { name: writtenBy, at: showInstant(writtenAt) })}</p>
        </li>
      ))}
    </ul>
  );
}
