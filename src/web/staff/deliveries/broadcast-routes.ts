import { Refusal } from "../../refusal.ts";
import type { FormFields } from "../form-fields.ts";
import type { StaffPorts } from "../staff-ports.ts";
import type { FormOutcome, StaffSite } from "../staff-site.ts";
import { actOf, type StaffVisit } from "../staff-visit.ts";
import {
  checkBroadcast,
  nothingAsked,
  readBroadcastAsked,
  type BroadcastAsked,
  type Faults,
} from "./broadcast-asked.ts";
import { broadcastPreview } from "./broadcast-preview.tsx";
import { broadcastsPage } from "./broadcasts-page.tsx";
import { deliveriesPath } from "./delivery-tabs.tsx";

const path = `${deliveriesPath}/hang-loat`;
const deeds = ["pause", "resume", "cancel"] as const;

/** Messages to very many: written, looked at, sent, held back; through the same doors as `motcua broadcast`. */
export function addBroadcastRoutes(site: StaffSite, { deliveries, work }: StaffPorts): void {
  const { broadcasts, previewBroadcast, wake } = deliveries;

  site.page(path, (visit) => show(visit, nothingAsked), "admin");
  site.form(`${path}/sua`, (visit, fields) => show(visit, readBroadcastAsked(fields)), "admin");

  site.form(
    `${path}/xem-truoc`,
    async (visit, fields): Promise<FormOutcome> => {
      const asked = readBroadcastAsked(fields);
      const checked = checkBroadcast(asked, visit.now);
      if ("faults" in checked) return show(visit, asked, checked.faults);
      const { broadcast } = checked;
      const [reply, count, rooms] = await Promise.all([
        previewBroadcast(broadcast, "vi"),
        broadcasts.count(broadcast.audience),
        work.rooms(),
      ]);
      return broadcastPreview({ broadcast, asked, reply, count, rooms }, visit);
    },
    "admin",
  );

  site.form(
    `${path}/gui`,
    async (visit, fields): Promise<FormOutcome> => {
      const asked = readBroadcastAsked(fields);
      const checked = checkBroadcast(asked, visit.now);
      if ("faults" in checked) return show(visit, asked, checked.faults);
      const started = await broadcasts.start(checked.broadcast, actOf(visit), readKey(fields));
      if (started.kind === "nobody")
        return { to: path, flash: { tone: "warning", text: visit.say("broadcasts-nobody") } };
      wake();
      const text = visit.say("broadcasts-started", { id: String(started.id), count: String(started.total) });
      return { to: path, flash: { tone: "done", text } };
    },
    "admin",
  );

  for (const deed of deeds)
    site.form<{ Params: { id: string } }>(
      `${path}/:id/${deed}`,
      async (visit, _fields, { params }) => {
        if (!/^\d{1,9}$/.test(params.id)) throw new Refusal(404, { key: "web-error-not-found" });
        const isDone = await broadcasts[deed](Number(params.id), actOf(visit));
        const text = visit.say(isDone ? `broadcasts-done-${deed}` : "broadcasts-not-now", { id: params.id });
        return { to: path, flash: { tone: isDone ? "done" : "warning", text } };
      },
      "admin",
    );

  async function show(visit: StaffVisit, asked: BroadcastAsked, faults: Faults = {}) {
    const [all, rooms] = await Promise.all([broadcasts.list(), work.rooms()]);
    return broadcastsPage({ broadcasts: all, rooms, asked, faults }, visit);
  }
}

/** Names the order, so that the same form sent twice is one broadcast. */
function readKey(fields: FormFields): string {
  const key = fields.text("key");
  if (!/^[0-9a-f-]{36}$/.test(key)) throw new Refusal(400, { key: "web-error-bad-request" });
  return key;
}
