import { addWorkingDays } from "../../../domain/deadlines/working-time.ts";
import { dayOf } from "../../../domain/vietnam-time.ts";
import { readFields } from "../form-fields.ts";
import type { StaffPorts } from "../staff-ports.ts";
import { requireReach, type StaffSite } from "../staff-site.ts";
import { assignmentPage } from "./assignment-page.tsx";
import { WorkRows } from "./work-rows.tsx";

const rowsAtOnce = 50;
const farthestPage = 1_000;

/** "Hôm nay": what is late, due today and due within three working days, one's own or one's unit's. */
export function addTodayRoutes(site: StaffSite, { work, calendars }: StaffPorts): void {
  site.page<{ Querystring: unknown }>("/lamviec", async (visit, { query }) => {
    const { staff, say, now } = visit;
    const fields = readFields(query);
    const today = dayOf(now);
    const until = addWorkingDays(today, 3, (await calendars()).of(staff.unitCode));
    const led = [staff, ...(staff.standsInFor ?? [])].find(({ role }) => role !== "officer");
    const isUnit = fields.text("cua") === "donvi" && led !== undefined;
    const page = Math.min(farthestPage, Math.max(1, Math.trunc(Number(fields.text("trang"))) || 1));
    const isAll = fields.text("xem") === "tatca";
    const list = await work.list(
      isUnit ? { kind: "unit", unitCode: led.unitCode } : { kind: "own", username: staff.username },
      { today, until },
      { limit: rowsAtOnce, offset: (page - 1) * rowsAtOnce, isAll },
    );
    return {
      title: say("staff-today"),
      children: (
        <>
          <p class="quiet">{say("staff-home-title", { name: staff.fullName })}</p>
          <WorkRows
            list={list}
            visit={visit}
            days={{ today, until }}
            shown={{ isUnit, isAll, page, rowsAtOnce }}
            led={led}
          />
        </>
      ),
    };
  });

  site.page<{ Params: { code: string } }>("/lamviec/viec/:code", async (visit, { params }) => {
    const assignment = requireReach(visit.staff, await work.assignment(params.code, visit.staff));
    return assignmentPage({ visit, assignment });
  });
}
