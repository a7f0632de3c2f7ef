import { Refusal } from "../../refusal.ts";
import { readFields } from "../form-fields.ts";
import type { StaffPorts } from "../staff-ports.ts";
import type { StaffSite } from "../staff-site.ts";
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
const callDeeds = {
  "da-goi": { deed: "clear", done: "deliveries-called-done" },
  "gui-lai": { deed: "retry", done: "deliveries-retry-done" },
} as const;

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

  for (const [name, { deed, done }] of Object.entries(callDeeds))
    site.form<{ Params: { id: string } }>(
      `${deliveriesPath}/can-goi/:id/${name}`,
      async ({ say, now }, _fields, { params }) => {
        if (!/^n?\d{1,18}$/.test(params.id)) throw new Refusal(404, { key: "web-error-not-found" });
        const isDone = await callList[deed](params.id, now);
        if (isDone) wake();
        return {
          to: `${deliveriesPath}/can-goi`,
          flash: { tone: isDone ? "done" : "warning", text: say(isDone ? done : "deliveries-not-listed") },
        };
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
