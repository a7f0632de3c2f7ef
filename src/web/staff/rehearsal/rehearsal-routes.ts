import { addDays, dayOf, daysBetween, instantOn, readDay, type Day } from "../../../domain/vietnam-time.ts";
import { readFields } from "../form-fields.ts";
import type { StaffPorts } from "../staff-ports.ts";
import type { StaffSite } from "../staff-site.ts";
import { rehearsalPage, type RehearsalAsked } from "./rehearsal-page.tsx";

export const rehearsalPath = "/lamviec/dienthu";

/** Days in one look: each is worked through as it would be lived. */
const mostDays = 14;
const usualDays = 3;

/** Every message that would go out in the days chosen, as `motcua simulate` shows it. */
export function addRehearsalRoutes(site: StaffSite, { rehearse }: Pick<StaffPorts, "rehearse">): void {
  site.page<{ Querystring: unknown }>(
    rehearsalPath,
    async (visit, { query }) => {
      const fields = readFields(query);
      const today = dayOf(visit.now);
      const asked: RehearsalAsked = {
        from: fields.text("tu") || today,
        until: fields.text("den") || addDays(today, usualDays - 1),
        who: fields.text("nguoi").slice(0, 100),
      };
      if (fields.text("tu") === "") return rehearsalPage({ asked }, visit);
      const span = readSpan(asked, today);
      if (typeof span === "string") return rehearsalPage({ asked, fault: span }, visit);
      const from = span.from === today ? visit.now : instantOn(span.from);
      const until = new Date(instantOn(addDays(span.until, 1)).getTime() - 1);
      return rehearsalPage({ asked, messages: await rehearse({ from, until }) }, visit);
    },
    "admin",
    "leader",
  );
}

function readSpan(asked: RehearsalAsked, today: Day) {
  const [from, until] = [readDay(asked.from), readDay(asked.until)];
  if (!from || !until) return "rehearsal-fault-day";
  if (until < from) return "rehearsal-fault-order";
  if (from < today) return "rehearsal-fault-past";
  if (daysBetween(from, until) >= mostDays) return "rehearsal-fault-long";
  return { from, until };
}
