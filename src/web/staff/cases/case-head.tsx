import type { ComponentChildren } from "preact";
import type { QueuedCase } from "../../../domain/feedback/case-queue.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { queuePath } from "./queue-asked.ts";

interface CaseHeadProps {
  row: Pick<QueuedCase, "code" | "urgency">;
  /** Its answer is still owed, so it can be chosen for handing on. */
  isOwed: boolean;
  isLate: boolean;
  visit: StaffVisit;
  /** Further marks. */
  children?: ComponentChildren;
}

/** The first line of a case in a list: the box that chooses it, its code, and what presses. */
export function CaseHead({ row, isOwed, isLate, visit: { say }, children }: CaseHeadProps) {
  return (
    <div class="row-head">
      {isOwed && (
        <input
          type="checkbox"
          name="code"
          value={row.code}
          aria-label={say("staff-choose", { code: row.code })}
        />
      )}
      <a href={`${queuePath}/${row.code}`}>{row.code}</a>
      {isLate && <span class="mark late">{say("work-state-late")}</span>}
      {children}
      {row.urgency === "urgent" && <span class="mark late">{say("staff-urgent")}</span>}
    </div>
  );
}
