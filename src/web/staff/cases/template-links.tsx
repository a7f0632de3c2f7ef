import {
  templatesFor,
  type ReplyTemplate,
  type TemplateOutcome,
} from "../../../domain/feedback/reply-template.ts";
import type { FeedbackCase } from "../../../domain/feedback/feedback.ts";
import type { StaffVisit } from "../staff-visit.ts";
import type { Deed } from "./case-deeds.ts";
import { queuePath } from "./queue-asked.ts";

/** The deeds whose text may begin with a template, and of which outcome. */
const outcomeOfDeed: Partial<Record<Deed, TemplateOutcome>> = {
  soan: "answer",
  tuchoi: "refuse",
  chuyenngoai: "forward",
  hoi: "ask-citizen",
};

interface TemplateLinksProps {
  deed: Deed;
  matter: FeedbackCase;
  templates: readonly ReplyTemplate[];
  visit: StaffVisit;
}

/** Texts to begin with: each opens the page again with the text in its place. */
export function TemplateLinks({ deed, matter, templates, visit: { say } }: TemplateLinksProps) {
  const outcome = outcomeOfDeed[deed];
  const suiting = outcome ? templatesFor(matter, outcome, templates) : [];
  if (suiting.length === 0) return null;
  return (
    <div>
      <p class="hint">{say("staff-templates")}</p>
      <ul class="buttons templates">
        {suiting.map(({ id, name }) => (
          <li>
            <a class="button" href={`${queuePath}/${matter.code}?viec=${deed}&mau=${id}#viec-${deed}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
