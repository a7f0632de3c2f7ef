import { excerpt } from "../../../conversation/answers/excerpt.ts";
import { maskPersonal } from "../../../conversation/answers/mask-personal.ts";
import { queueStates, type QueuedCase } from "../../../domain/feedback/case-queue.ts";
import { isOpen } from "../../../domain/feedback/case-states.ts";
import type { Room } from "../../../domain/work/work-store.ts";
import { showMoment } from "../../../wording/show-deadline.ts";
import { Empty } from "../empty.tsx";
import { Field } from "../field.tsx";
import { Pager } from "../pager.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { queueAddress, type QueueAsked } from "./queue-asked.ts";

interface QueuePageProps {
  asked: QueueAsked;
  /** One more than fits when there is a next page. */
  found: readonly QueuedCase[];
  rooms: readonly Room[];
  visit: StaffVisit;
}

const longestContent = 160;

/** The queue: searched and filtered by its address, assigned by ticking. */
export function queuePage({ asked, found, rooms, visit }: QueuePageProps): StaffPage {
  const { say } = visit;
  const rows = found.slice(0, asked.limit);
  const last = rows.at(-1);
  const mayAssign = rows.some(({ status }) => isOpen(status));
  return {
    title: say("staff-cases"),
    children: (
      <>
        <form class="search" role="search" action="/lamviec/phananh">
          <Field name="tim" label={say("staff-search")} kind="search" value={asked.text} />
          <Field
            name="trangthai"
            label={say("staff-state")}
            value={asked.state}
            choices={queueStates.map((state) => [state, say(`staff-queue-${state}`)] as const)}
          />
          <Field
            name="cua"
            label={say("staff-whose")}
            value={asked.isOwnOnly ? "toi" : ""}
            choices={[
              ["", say("staff-reach")],
              ["toi", say("staff-mine")],
            ]}
          />
          <button class="button primary">{say("staff-show")}</button>
        </form>
        {rows.length === 0 ? (
          <Empty text={say("staff-queue-empty")} />
        ) : (
          <PostForm visit={visit} action="/lamviec/phananh/giao">
            <ul class="rows">
              {rows.map((row) => (
                <QueueRow row={row} visit={visit} />
              ))}
            </ul>
            {mayAssign && (
              <div class="bulk">
                <Field
                  name="unit"
                  label={say("staff-assign-to")}
                  choices={rooms.map(({ code, name }) => [code, name] as const)}
                />
                <button class="button">{say("staff-assign")}</button>
              </div>
            )}
          </PostForm>
        )}
        <Pager
          visit={visit}
          first={asked.after && queueAddress(asked)}
          next={last && found.length > rows.length ? queueAddress(asked, last) : undefined}
        />
      </>
    ),
  };
}

function QueueRow({ row, visit }: { row: QueuedCase; visit: StaffVisit }) {
  const { say, sayIn, language, now } = visit;
  const isOwed = isOpen(row.status);
  const isLate = isOwed && row.dueAt !== null && row.dueAt < now;
  return (
    <li class={isLate ? "row late" : "row"}>
      <div class="row-head">
        {isOwed && (
          <input
            type="checkbox"
            name="code"
            value={row.code}
            aria-label={say("staff-choose", { code: row.code })}
          />
        )}
        <a href={`/lamviec/phananh/${row.code}`}>{row.code}</a>
        {isLate && <span class="mark late">{say("work-state-late")}</span>}
        <span class="mark">{say(`case-stage-${row.status}`)}</span>
        {row.urgency === "urgent" && <span class="mark late">{say("staff-urgent")}</span>}
      </div>
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
