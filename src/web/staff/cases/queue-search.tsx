import { queueStates } from "../../../domain/feedback/case-queue.ts";
import { Field } from "../field.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { queuePath, type boardPath, type QueueAsked } from "./queue-asked.ts";

interface QueueSearchProps {
  asked: QueueAsked;
  fields: readonly string[];
  /** Where it is asked. */
  action: typeof queuePath | typeof boardPath;
  visit: StaffVisit;
}

/** What the queue and the board are searched and filtered by; the board has all states. */
export function QueueSearch({ asked, fields, action, visit: { say } }: QueueSearchProps) {
  return (
    <form class="search" role="search" action={action}>
      <Field name="tim" label={say("staff-search")} kind="search" value={asked.text} />
      {action === queuePath && (
        <Field
          name="trangthai"
          label={say("staff-state")}
          value={asked.state}
          choices={queueStates.map((state) => [state, say(`staff-queue-${state}`)] as const)}
        />
      )}
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
