import { excerpt } from "../../../conversation/answers/excerpt.ts";
import { maskPersonal } from "../../../conversation/answers/mask-personal.ts";
import type { QueuedCase } from "../../../domain/feedback/case-queue.ts";
import { isOpen } from "../../../domain/feedback/case-states.ts";
import { showMoment } from "../../../wording/show-deadline.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { CaseHead } from "./case-head.tsx";

const longestContent = 160;

/** One case in the queue, with the box that chooses it. */
export function QueueRow({ row, visit }: { row: QueuedCase; visit: StaffVisit }) {
  const { say, sayIn, language, now } = visit;
  const isOwed = isOpen(row.status);
  const isLate = isOwed && row.dueAt !== null && row.dueAt < now;
  return (
    <li class={isLate ? "row late" : "row"} id={row.code} data-version={row.version}>
      <CaseHead row={row} isOwed={isOwed} isLate={isLate} visit={visit}>
        <span class="mark">{say(`case-stage-${row.status}`)}</span>
      </CaseHead>
      <p>{excerpt(maskPersonal(row.content), longestContent)}</p>
      <p class="quiet">
        {[
          row.dueAt && say("work-due", { due: showMoment(sayIn, language, row.dueAt) }),
          row.field,
          row.unitName,
          row.officerName ?? say("work-nobody"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </li>
  );
}
