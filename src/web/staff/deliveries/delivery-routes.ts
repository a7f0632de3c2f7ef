import { callOutcomes, type CallOutcome } from "../../../conversation/delivery/call-list.ts";
import { Refusal } from "../../refusal.ts";
import { readFields } from "../form-fields.ts";
import type { StaffPorts } from "../staff-ports.ts";
import type { FormOutcome, StaffSite } from "../staff-site.ts";
import { actOf, type StaffVisit } from "../staff-visit.ts";
import { addBroadcastRoutes } from "./broadcast-routes.ts";
import { callListPage } from "./call-list-page.tsx";
import { deliveriesPath } from "./delivery-tabs.tsx";
import { peoplePage, shows } from "./people-page.tsx";
import { personPage } from "./person-page.tsx";
import { standingPage } from "./standing-page.tsx";

const rowsAtOnce = 50;
const farthestPage = 2_000;
const deliveriesShown = 50;
const longestSearch = 100;

/** Who is reached where, what was not, whom to call: through the same doors as `motcua deliveries`. */
export function addDeliveryRoutes(site: StaffSite, ports: StaffPorts): void {
  const { board, callList, access, wake } = ports.deliveries;

  site.page(
    deliveriesPath,
    async (visit) => {
      const [health, channels, quotas, untold] = await Promise.all([
        access(),
        board.channels(visit.now),
        board.quotas(),
        callList.read(),
      ]);
      return standingPage({ access: health, channels, quotas, untold: untold.length }, visit);
    },
    "admin",
  );

  site.page(
    `${deliveriesPath}/can-goi`,
    async (visit) => callListPage(await callList.read(), visit),
    "admin",
  );

  site.form<{ Params: { id: string } }>(
    `${deliveriesPath}/can-goi/:id/da-goi`,
    async (visit, fields, { params }) => {
      const outcome = callOutcomes.find((known) => known === fields.text("outcome"));
      if (!outcome) throw new Refusal(400, { key: "web-error-bad-request" });
      const isDone = await callList.called(readId(params.id), outcome, actOf(visit));
      return dealtWith(isDone, `deliveries-called-${outcome}-done`, visit);
    },
    "admin",
  );

  site.form<{ Params: { id: string } }>(
    `${deliveriesPath}/can-goi/:id/gui-lai`,
    async (visit, _fields, { params }) => {
      const isDone = await callList.retry(readId(params.id), actOf(visit));
      if (isDone) wake();
      return dealtWith(isDone, "deliveries-retry-done", visit);
    },
    "admin",
  );

  site.page<{ Querystring: unknown }>(
    `${deliveriesPath}/nguoi`,
    async (visit, { query }) => {
      const fields = readFields(query);
      const text = fields.text("tim").slice(0, longestSearch);
      const show = shows.find((one) => one === fields.text("xem")) ?? "all";
      const page = Math.min(farthestPage, Math.max(1, Math.trunc(Number(fields.text("trang"))) || 1));
      const found = await board.people(
        { words: text.split(/\s+/).filter(Boolean), show },
        { limit: rowsAtOnce + 1, offset: (page - 1) * rowsAtOnce },
      );
      return peoplePage(found, { text, show, page, rowsAtOnce }, visit);
    },
    "admin",
  );

  site.page<{ Params: { person: string } }>(
    `${deliveriesPath}/nguoi/:person`,
    async (visit, { params: { person } }) => {
      const channels = await board.channelsOf(person);
      if (channels.length === 0) throw new Refusal(404, { key: "web-error-not-found" });
      return personPage(channels, await board.deliveriesOf(person, deliveriesShown), visit);
    },
    "admin",
  );

  addBroadcastRoutes(site, ports);
}

function readId(id: string): string {
  if (!/^n?\d{1,18}$/.test(id)) throw new Refusal(404, { key: "web-error-not-found" });
  return id;
}

function dealtWith(
  isDone: boolean,
  done: "deliveries-retry-done" | `deliveries-called-${CallOutcome}-done`,
  { say }: StaffVisit,
): FormOutcome {
  return {
    to: `${deliveriesPath}/can-goi`,
    flash: { tone: isDone ? "done" : "warning", text: say(isDone ? done : "deliveries-not-listed") },
  };
}
