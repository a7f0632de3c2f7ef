import { queueStates, type QueuedCase, type QueueView } from "../../../domain/feedback/case-queue.ts";
import { isOpen } from "../../../domain/feedback/case-states.ts";
import type { Room } from "../../../domain/work/work-store.ts";
import { Empty } from "../empty.tsx";
import { Field } from "../field.tsx";
import { Pager } from "../pager.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { queueAddress, queuePath, queueQuery, type QueueAsked } from "./queue-asked.ts";
import { QueueRow } from "./queue-row.tsx";
import { QueueViews } from "./queue-views.tsx";

interface QueuePageProps {
  asked: QueueAsked;
  /** One more than fits when there is a next page. */
  found: readonly QueuedCase[];
  rooms: readonly Room[];
  fields: readonly string[];
  views: readonly QueueView[];
  visit: StaffVisit;
}

/** The queue: searched and filtered by its address, assigned by ticking. What changes meanwhile is told, and moves nothing. */
export function queuePage({ asked, found, rooms, fields, views, visit }: QueuePageProps): StaffPage {
  const { say } = visit;
  const rows = found.slice(0, asked.limit);
  const last = rows.at(-1);
  return {
    title: say("staff-cases"),
    scripts: ["htmx.js", "queue-live.js"],
    children: (
      <>
        <QueueViews views={views} query={queueQuery(asked)} visit={visit} />
        <QueueSearch asked={asked} fields={fields} visit={visit} />
        <div role="status">
          <p class="flash warning" data-lost hidden>
            {say("staff-live-lost")}
          </p>
          <a
            class="button news"
            id="news"
            hidden
            href={queueAddress(asked)}
            hx-get={queueAddress(asked)}
            hx-target="#queue"
            hx-select="#queue"
            hx-swap="outerMorph"
            data-live={asked.after ? undefined : queueAddress(asked).replace(queuePath, `${queuePath}/moi`)}
          >
            <span data-count /> {say("staff-queue-news")}
          </a>
        </div>
        <div id="queue" tabIndex={-1}>
          {rows.length === 0 ? (
            <Empty text={say("staff-queue-empty")} />
          ) : (
            <PostForm visit={visit} action={`${queuePath}/giao`}>
              <ul class="rows">
                {rows.map((row) => (
                  <QueueRow row={row} visit={visit} />
                ))}
              </ul>
              {rows.some(({ status }) => isOpen(status)) && (
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
        </div>
      </>
    ),
  };
}

interface QueueSearchProps {
  asked: QueueAsked;
  fields: readonly string[];
  visit: StaffVisit;
}

function QueueSearch({ asked, fields, visit: { say } }: QueueSearchProps) {
  return (
    <form class="search" role="search" action={queuePath}>
      <Field name="tim" label={say("staff-search")} kind="search" value={asked.text} />
      <Field
        name="trangthai"
        label={say("staff-state")}
        value={asked.state}
        choices={queueStates.map((state) => [state, say(`staff-queue-${state}`)] as const)}
      />
      <Field
        name="linhvuc"
        label={say("work-fact-field")}
        value={asked.field}
        choices={[["", say("staff-field-any")], ...fields.map((field) => [field, field] as const)]}
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
  );
}
