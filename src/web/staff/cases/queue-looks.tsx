import type { StaffVisit } from "../staff-visit.ts";
import { Tabs } from "../tabs.tsx";
import { boardAddress, queueAddress, type QueueAsked } from "./queue-asked.ts";

/** The same search as a list or as a board. */
export function QueueLooks({
  at,
  asked,
  visit: { say },
}: {
  at: "list" | "board";
  asked: QueueAsked;
  visit: StaffVisit;
}) {
  return (
    <Tabs
      label={say("board-looks")}
      tabs={[
        {
          to: queueAddress({ ...asked, after: undefined }),
          name: say("board-look-list"),
          isHere: at === "list",
        },
        { to: boardAddress(asked), name: say("board-look-board"), isHere: at === "board" },
      ]}
    />
  );
}
