import type { QueuedCase, QueueView } from "../../../domain/feedback/case-queue.ts";
import { isOpen } from "../../../domain/feedback/case-states.ts";
import type { Room } from "../../../domain/work/work-store.ts";
import { Empty } from "../empty.tsx";
import { Pager } from "../pager.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { AssignTo } from "./assign-to.tsx";
import { queueAddress, queuePath, queueQuery, type QueueAsked } from "./queue-asked.ts";
import { QueueLooks } from "./queue-looks.tsx";
import { QueueNews } from "./queue-news.tsx";
import { QueueRow } from "./queue-row.tsx";
import { QueueSearch } from "./queue-search.tsx";
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
        <QueueLooks at="list" asked={asked} visit={visit} />
        <QueueViews views={views} query={queueQuery(asked)} visit={visit} />
        <QueueSearch asked={asked} fields={fields} action={queuePath} visit={visit} />
        <QueueNews
          address={queueAddress(asked)}
          live={asked.after ? undefined : queueAddress(asked).replace(queuePath, `${queuePath}/moi`)}
          visit={visit}
        />
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
              {rows.some(({ status }) => isOpen(status)) && <AssignTo rooms={rooms} visit={visit} />}
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
