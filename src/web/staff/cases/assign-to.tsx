import type { Room } from "../../../domain/work/work-store.ts";
import { Field } from "../field.tsx";
import type { StaffVisit } from "../staff-visit.ts";

/** The room that the chosen cases are handed to, and the button that does it. */
export function AssignTo({ rooms, visit: { say } }: { rooms: readonly Room[]; visit: StaffVisit }) {
  return (
    <div class="bulk">
      <Field
        name="unit"
        label={say("staff-assign-to")}
        choices={rooms.map(({ code, name }) => [code, name] as const)}
      />
      <button class="button">{say("staff-assign")}</button>
    </div>
  );
}
