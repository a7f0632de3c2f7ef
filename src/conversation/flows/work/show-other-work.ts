import { mayWorkOn } from "../../../domain/feedback/case-access.ts";
import { showDay } from "../../../domain/vietnam-time.ts";
import { showMoment } from "../../../wording/show-deadline.ts";
import type { FlowResult, FlowTools } from "../../flow.ts";
import { paragraph } from "../../reply.ts";
import { reply, type StaffRequest } from "./do-work.ts";

/** A dossier or an assignment as those responsible see it; undefined when there is none in reach. */
export async function showOtherWork(
  code: string,
  { staff, language }: StaffRequest,
  { work, say }: FlowTools,
): Promise<FlowResult | undefined> {
  const dossier = await work.dossier(code, staff);
  if (dossier && mayWorkOn(staff, dossier))
    return reply(
      paragraph(
        say(language, "work-item", {
          code,
          state: say(language, `stage-${dossier.status as "in-progress"}`),
        }),
        "strong",
      ),
      {
        kind: "facts",
        facts: [
          { label: say(language, "work-fact-content"), value: dossier.procedureName },
          { label: say(language, "work-fact-unit"), value: dossier.unitName },
          {
            label: say(language, "work-fact-officer"),
            value: dossier.officerName ?? say(language, "work-nobody"),
          },
          ...(dossier.dueAt
            ? [{ label: say(language, "work-fact-due"), value: showMoment(say, language, dossier.dueAt) }]
            : []),
        ],
      },
      { kind: "buttons", buttons: [{ label: say(language, "work-button-xinloi"), say: `/xinloi ${code}` }] },
    );
  const assignment = await work.assignment(code, staff);
  if (!assignment || !mayWorkOn(staff, assignment)) return undefined;
  const { doneOn } = assignment;
  return reply(
    paragraph(
      doneOn === null
        ? say(language, "work-assignment", { code: assignment.code, due: showDay(assignment.dueOn) })
        : say(language, "work-assignment-done", { code: assignment.code, day: showDay(doneOn) }),
      "strong",
    ),
    paragraph(assignment.content),
    {
      kind: "facts",
      facts: [
        { label: say(language, "work-fact-unit"), value: assignment.unitName },
        {
          label: say(language, "work-fact-officer"),
          value: assignment.officerName ?? say(language, "work-nobody"),
        },
      ],
    },
  );
}
