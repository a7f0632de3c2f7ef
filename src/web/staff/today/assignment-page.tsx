import type { AssignmentWork } from "../../../domain/work/work-store.ts";
import { showDay } from "../../../domain/vietnam-time.ts";
import { Facts } from "../facts.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";

/** An assignment as those responsible see it. */
export function assignmentPage({
  visit: { say },
  assignment,
}: {
  visit: StaffVisit;
  assignment: AssignmentWork;
}): StaffPage {
  const { code, content, dueOn, doneOn, unitName, officerName } = assignment;
  return {
    title: code,
    children: (
      <Facts
        facts={[
          [say("work-fact-content"), content],
          [say("work-fact-due"), showDay(dueOn)],
          [say("staff-done-on"), doneOn && showDay(doneOn)],
          [say("work-fact-unit"), unitName],
          [say("work-fact-officer"), officerName ?? say("work-nobody")],
        ]}
      />
    ),
  };
}
