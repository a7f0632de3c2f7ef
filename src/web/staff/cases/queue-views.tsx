import type { QueueView } from "../../../domain/feedback/case-queue.ts";
import { Field } from "../field.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { Tabs } from "../tabs.tsx";
import { queuePath } from "./queue-asked.ts";

interface QueueViewsProps {
  views: readonly QueueView[];
  /** Of the look that is shown. */
  query: string;
  visit: StaffVisit;
}

/** Looks at the queue that somebody keeps: to go to, to keep this one, to forget one. */
export function QueueViews({ views, query, visit }: QueueViewsProps) {
  const { say } = visit;
  const kept = views.find((view) => view.query === query);
  return (
    <>
      {views.length > 0 && (
        <Tabs
          label={say("staff-views")}
          tabs={[
            { to: queuePath, name: say("staff-view-all"), isHere: query === "" && !kept },
            ...views.map((view) => ({
              to: `${queuePath}?${view.query}`,
              name: view.name,
              isHere: view === kept,
            })),
          ]}
        />
      )}
      {kept && (
        <PostForm visit={visit} action={`${queuePath}/xem/${kept.id}/bo`}>
          <button class="link-button">{say("staff-view-forget", { name: kept.name })}</button>
        </PostForm>
      )}
      {!kept && query !== "" && (
        <details class="disclosure">
          <summary>{say("staff-view-keep")}</summary>
          <PostForm visit={visit} action={`${queuePath}/xem`} className="search">
            <input type="hidden" name="query" value={query} />
            <Field name="name" label={say("staff-view-name")} isRequired />
            <button class="button">{say("staff-view-save")}</button>
          </PostForm>
        </details>
      )}
    </>
  );
}
