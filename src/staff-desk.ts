import type { App } from "./app.ts";
import { createCalendarDesk } from "./calendar-desk.ts";
import { changeCase } from "./domain/feedback/change-case.ts";
import { createAuditTrail } from "./persistence/audit/audit-trail.ts";
import { createCaseQueue } from "./persistence/case-queue.ts";
import { createFeedbackStore } from "./persistence/feedback-store.ts";
import { createWorkStore } from "./persistence/work-store.ts";
import { createFeedbackTools } from "./turn-stores.ts";
import type { StaffPorts } from "./web/staff/staff-ports.ts";

/** Fills the ports of the staff's pages from the app. */
export function createStaffDesk(app: App): StaffPorts {
  const { database, surroundings } = app;
  return {
    work: createWorkStore(database),
    cases: createCaseQueue(database),
    findCase: (code) => createFeedbackStore(database).find(code),
    async changeCase(change) {
      const outcome = await database.transaction(async (sql) =>
        changeCase(change, await createFeedbackTools(sql, surroundings)),
      );
      app.onAnswered();
      return outcome;
    },
    recordAct: createAuditTrail(database).record,
    calendars: async () => (await surroundings()).calendars,
    calendarDesk: createCalendarDesk(app),
  };
}
