import type { AssignmentWork, DossierWork } from "../../../domain/work/work-store.ts";
import { showDay } from "../../../domain/vietnam-time.ts";
import { showMoment } from "../../../wording/show-deadline.ts";
import { Facts } from "../facts.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";

type OtherWorkProps = { visit: StaffVisit } & ({ dossier: DossierWork } | { assignment: AssignmentWork });

/** A dossier or an assignment as those responsible see it. */
export function OtherWork({ visit, ...work }: OtherWorkProps): StaffPage {
  const { say, sayIn, language } = visit;
  const facts =
    "dossier" in work
      ? ([
          [say("work-fact-content"), work.dossier.procedureName],
          [say("staff-state"), say(`stage-${work.dossier.status as "in-progress"}`)],
          [say("work-fact-due"), work.dossier.dueAt && showMoment(sayIn, language, work.dossier.dueAt)],
        ] as const)
      : ([
          [say("work-fact-content"), work.assignment.content],
          [say("work-fact-due"), showDay(work.assignment.dueOn)],
          [say("staff-done-on"), work.assignment.doneOn && showDay(work.assignment.doneOn)],
        ] as const);
  const { code, unitName, officerName } = "dossier" in work ? work.dossier : work.assignment;
  return {
    title: code,
    children: (
      <Facts
        facts={[
          ...facts,
          [say("work-fact-unit"), unitName],
          [say("work-fact-officer"), officerName ?? say("work-nobody")],
        ]}
      />
    ),
  };
}
