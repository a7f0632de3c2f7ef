import { sayApologyOutcome } from "../../../conversation/answers/apology-outcome.ts";
import { addWorkingDays } from "../../../domain/deadlines/working-time.ts";
import { nearCodes } from "../../../domain/dossiers/near-codes.ts";
import { reckonDossierDeadline } from "../../../domain/dossiers/dossier-deadline.ts";
import { dayOf, readDay } from "../../../domain/vietnam-time.ts";
import { Refusal } from "../../refusal.ts";
import type { StaffPorts } from "../staff-ports.ts";
import { requireReach, type FormOutcome, type StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import type { TriedApology } from "./apology-form.tsx";
import { dossierPage, type DossierPageProps } from "./dossier-page.tsx";
import { filterOf, readRegisterAsked, registerPath, rowsAtOnce } from "./register-asked.ts";
import { mostCounted, registerPage } from "./register-page.tsx";

/** "Hồ sơ": looking for dossiers, one dossier with its timeline, the apology for one that is late. */
export function addDossierRoutes(site: StaffSite, ports: StaffPorts): void {
  const { register, findDossier, apologise, work, calendars } = ports;

  site.page<{ Querystring: unknown }>(registerPath, async (visit, { query }) => {
    const { staff, now } = visit;
    const asked = readRegisterAsked(query);
    const today = dayOf(now);
    const days = { today, until: addWorkingDays(today, 3, (await calendars()).of(staff.unitCode)) };
    const { code, filter } = filterOf(asked);
    const seen = { ...filter, staff, days };
    const [found, count, units] = await Promise.all([
      register.list(seen, { after: asked.after, limit: rowsAtOnce + 1 }),
      register.count(seen, mostCounted + 1),
      register.units(staff),
    ]);
    const near =
      code !== undefined && found.length === 0
        ? await register.list({ ...seen, codes: nearCodes(code) }, { after: undefined, limit: rowsAtOnce })
        : [];
    return registerPage({ asked, found, near, count, units, days, visit });
  });

  site.page<{ Params: { code: string } }>(`${registerPath}/:code`, async (visit, { params }) =>
    show(params.code, visit),
  );

  site.form<{ Params: { code: string } }>(
    `${registerPath}/:code/xinloi`,
    async (visit, fields, { params }): Promise<FormOutcome> => {
      const { staff, now, say, sayIn, language } = visit;
      const [code, reason] = [params.code.toUpperCase(), fields.text("lydo")];
      const newDueOn = readDay(fields.text("ngay"));
      const again = (tried: Pick<TriedApology, "fault" | "isAboutDay">) =>
        show(code, visit, { tried: { day: fields.text("ngay"), reason, ...tried }, status: 422 });
      if (!newDueOn) return again({ fault: say("staff-apology-no-day"), isAboutDay: true });
      const outcome = await apologise({ code, reason, newDueOn, staff, now });
      if (outcome.kind === "not-found") throw new Refusal(404, { key: "web-error-not-found" });
      const text = sayApologyOutcome(outcome, { code, reason, newDueOn }, { say: sayIn, language });
      const to = `${registerPath}/${encodeURIComponent(code)}`;
      switch (outcome.kind) {
        case "given":
          return { to, flash: { tone: "done", text } };
        case "no-reason":
          return again({ fault: say("staff-apology-no-reason"), isAboutDay: false });
        case "bad-day":
          return again({ fault: text, isAboutDay: true });
        case "given-before":
        case "not-open":
          return show(code, visit, { status: 409, flash: { tone: "warning", text } });
      }
    },
  );

  async function show(text: string, visit: StaffVisit, more: Partial<DossierPageProps> = {}) {
    const code = text.toUpperCase();
    const handled = requireReach(visit.staff, await work.dossier(code, visit.staff));
    const [dossier, followers] = await Promise.all([findDossier(code), register.followers(code)]);
    if (!dossier) throw new Refusal(404, { key: "web-error-not-found" });
    const reckoned = reckonDossierDeadline(dossier, (await calendars()).of(handled.unitCode));
    return dossierPage({ dossier, work: handled, reckoned, followers, visit, ...more });
  }
}
