import { excerpt } from "../../../conversation/answers/excerpt.ts";
import { maskPersonal } from "../../../conversation/answers/mask-personal.ts";
import { deedsOn } from "../../../conversation/answers/work-deeds.ts";
import type { BoardCase, BoardColumn } from "../../../domain/feedback/case-queue.ts";
import { isOpen } from "../../../domain/feedback/case-states.ts";
import { showMoment } from "../../../wording/show-deadline.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { caseDeeds, readDeed, type Deed } from "./case-deeds.ts";
import { CaseHead } from "./case-head.tsx";
import { queuePath } from "./queue-asked.ts";

const longestContent = 100;

/** Where a deed brings a case; what leads nowhere else is left out. */
const leadsTo: Partial<Record<Deed, BoardColumn>> = {
  nhan: "in-work",
  tiep: "in-work",
  tralai: "in-work",
  dongygiahan: "in-work",
  tuchoigiahan: "in-work",
  hoi: "waiting",
  coquan: "waiting",
  trinh: "to-decide",
  giahan: "to-decide",
  gui: "ended",
  soan: "ended",
  tuchoi: "ended",
  chuyenngoai: "ended",
  khongmolai: "ended",
  molai: "to-accept",
  saiphong: "to-accept",
  chuyen: "to-accept",
};

/** One case on the board: what it is about, how long there is left, and what may be done to it. */
export function BoardCard({
  row,
  column,
  visit,
}: {
  row: BoardCase;
  column: BoardColumn;
  visit: StaffVisit;
}) {
  const { say, sayIn, language, now } = visit;
  const isOwed = isOpen(row.status);
  const isLate = isOwed && row.dueAt !== null && row.dueAt < now;
  const deeds = deedsOn(row, visit.staff).flatMap((deed) => readDeed(deed) ?? []);
  return (
    <li class={isLate ? "row late" : "row"} id={row.code} data-version={row.version}>
      <CaseHead row={row} isOwed={isOwed} isLate={isLate} visit={visit} />
      <p>{excerpt(maskPersonal(row.content), longestContent)}</p>
      <p class="quiet">
        {[
          isOwed && row.dueAt && say("work-due", { due: showMoment(sayIn, language, row.dueAt) }),
          !isOwed && say(`case-stage-${row.status}`),
          row.officerName ?? row.unitName ?? say("work-nobody"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <details class="board-deeds">
        <summary aria-label={say("board-deeds-of", { code: row.code })}>{say("board-deeds")}</summary>
        <div class="buttons">
          {deeds.map((deed) => (
            <DeedButton
              deed={deed}
              row={row}
              to={leadsTo[deed] === column ? undefined : leadsTo[deed]}
              visit={visit}
            />
          ))}
        </div>
      </details>
    </li>
  );
}

/** What asks for nothing is done at once; everything else is a form on the case's page. */
function DeedButton({
  deed,
  row: { code, version },
  to,
  visit: { say },
}: {
  deed: Deed;
  row: BoardCase;
  to: BoardColumn | undefined;
  visit: StaffVisit;
}) {
  const name = say(`work-button-${deed}`);
  return caseDeeds[deed].asks.length === 0 ? (
    <button
      class="button small"
      formAction={`${queuePath}/${code}/${deed}`}
      name="version"
      value={version}
      data-to={to}
      aria-label={`${name}: ${code}`}
    >
      {name}
    </button>
  ) : (
    <a
      class="button small"
      href={`${queuePath}/${code}?viec=${deed}#viec-${deed}`}
      data-to={to}
      aria-label={`${name}: ${code}`}
    >
      {name}
    </a>
  );
}
