import type { StaffPorts } from "../staff-ports.ts";
import type { StaffSite } from "../staff-site.ts";
import { queuePath, queueQuery, readQueueAsked } from "./queue-asked.ts";

const longestName = 60;

/** Keeping a look at the queue under a name, and forgetting it. */
export function addQueueViewRoutes(site: StaffSite, { queueViews }: Pick<StaffPorts, "queueViews">): void {
  site.form(`${queuePath}/xem`, async ({ staff, say, now }, fields) => {
    // Read and written again: nothing is kept but what the queue understands.
    const query = queueQuery(readQueueAsked(Object.fromEntries(new URLSearchParams(fields.text("query")))));
    const name = fields.text("name").slice(0, longestName);
    const to = query ? `${queuePath}?${query}` : queuePath;
    if (!name) return { to, flash: { tone: "warning", text: say("staff-view-nameless") } };
    const isKept = await queueViews.keep(staff.username, { name, query }, now);
    return isKept
      ? { to, flash: { tone: "done", text: say("staff-view-kept", { name }) } }
      : { to, flash: { tone: "warning", text: say("staff-view-too-many") } };
  });

  site.form<{ Params: { id: string } }>(
    `${queuePath}/xem/:id/bo`,
    async ({ staff, say }, _fields, { params }) => {
      if (/^\d{1,18}$/.test(params.id)) await queueViews.forget(staff.username, params.id);
      return { to: queuePath, flash: { tone: "done", text: say("staff-view-forgotten") } };
    },
  );
}
