import type { App } from "./app.ts";
import type { Config } from "./config/config.ts";
import { createCalendarDesk } from "./calendar-desk.ts";
import { maskPersonal } from "./conversation/answers/mask-personal.ts";
import { createDeliveryDesk } from "./delivery-desk.ts";
import { apologise } from "./domain/dossiers/apologise.ts";
import { changeCase } from "./domain/feedback/change-case.ts";
import { createAuditTrail } from "./persistence/audit/audit-trail.ts";
import { proposeWords, publishCase } from "./domain/feedback/publication.ts";
import { createCaseDesk } from "./case-desk.ts";
import { createCaseQueue } from "./persistence/case-queue.ts";
import { createQueueViewStore } from "./persistence/queue-view-store.ts";
import { createApologyStore } from "./persistence/apology-store.ts";
import { createDossierRegister } from "./persistence/dossier-register.ts";
import { createDossierStore } from "./persistence/dossier-store.ts";
import { createFeedbackStore } from "./persistence/feedback-store.ts";
import { createWorkStore } from "./persistence/work-store.ts";
import { createApprovals } from "./persistence/approval-store.ts";
import { countAdministrators } from "./persistence/register-deeds.ts";
import { createSecondStepStore } from "./persistence/second-step-store.ts";
import { createPublicationStore } from "./persistence/publication-store.ts";
import { readStaffNames } from "./persistence/staff-names.ts";
import type { Platform } from "./platforms.ts";
import { rehearseNotices } from "./rehearse-notices.ts";
import { createFeedbackTools } from "./turn-stores.ts";
import { createSettingsDesk } from "./settings-desk.ts";
import type { Jobs } from "./jobs/jobs.ts";
import { createFigureRunStore } from "./persistence/figure-run-store.ts";
import { createSignedFiguresStore } from "./persistence/signed-figures-store.ts";
import { chartFindings } from "./reports/charts/chart-findings.ts";
import { reportFile } from "./reports/report-file.ts";
import { createStaffImports } from "./staff-imports.ts";
import type { StaffPorts } from "./web/staff/staff-ports.ts";

/** Fills the ports of the staff's pages from the app. */
export function createStaffDesk(
  app: App,
  {
    config,
    platforms,
    jobs,
  }: { config: Config; platforms: readonly Platform[]; jobs: Pick<Jobs, "wakeImports"> },
): StaffPorts {
  const { database, surroundings } = app;
  const publications = createPublicationStore(database);
  return {
    work: createWorkStore(database),
    cases: createCaseQueue(database),
    async findCase(code, staff) {
      const reached = await createCaseQueue(database).reach(code, staff);
      return reached === undefined ? undefined : createFeedbackStore(database).find(reached);
    },
    async changeCase(change) {
      const outcome = await database.transaction(async (sql) =>
        changeCase(change, await createFeedbackTools(sql, surroundings)),
      );
      app.onAnswered();
      return outcome;
    },
    recordAct: createAuditTrail(database).record,
    deliveries: createDeliveryDesk(app, platforms),
    publications: {
      find: (code) => publications.find(code),
      propose: (matter) => proposeWords(matter, maskPersonal),
      publish: (asked) =>
        database.transaction((sql) =>
          publishCase(asked, {
            feedback: createFeedbackStore(sql),
            publications: createPublicationStore(sql),
            mask: maskPersonal,
          }),
        ),
      withdraw: (matter, act) =>
        database.transaction((sql) => createPublicationStore(sql).withdraw(matter, act)),
    },
    async rehearse(span) {
      const [messages, names] = await Promise.all([rehearseNotices(app, span), readStaffNames(database)]);
      return messages.map((message) => ({ ...message, fullName: names.get(message.recipient) ?? null }));
    },
    caseDesk: createCaseDesk(app),
    queueViews: createQueueViewStore(database),
    fields: async () => [...(await surroundings()).fields],
    register: createDossierRegister(database),
    findDossier: (code) => createDossierStore(database).findByCode(code),
    async apologise(asked) {
      const { calendars } = await surroundings();
      return database.transaction((sql) =>
        apologise(asked, { apologies: createApologyStore(sql), calendars }),
      );
    },
    imports: createStaffImports(app, () => {
      jobs
        .wakeImports()
        .catch((err: unknown) => app.log.warn({ err }, "imports not woken, the sweep will find them"));
    }),
    figures: {
      source: app.reports,
      signed: createSignedFiguresStore(database),
      runs: createFigureRunStore(database),
      findings: (figures, question, reader, language) =>
        chartFindings(figures, question, reader, { say: app.say, language }),
      periodBasis: async () => (await surroundings()).settings.periodBasis,
      async report(kind, question, language) {
        const { letterhead } = await app.settings.read();
        return reportFile(kind, question, {
          source: app.reports,
          letterhead,
          speech: { say: app.say, language },
        });
      },
    },
    calendars: async () => (await surroundings()).calendars,
    calendarDesk: createCalendarDesk(app),
    settings: createSettingsDesk(app, config),
    secondStep: createSecondStepStore(database),
    approvals: createApprovals(database),
    safety: {
      read: async () => (await app.settings.read()).identity,
      write: (identity, by, at) =>
        app.settings.write({ identity }, { by: { kind: "staff", name: by.username }, channel: "web", at }),
      countAdministrators: () => countAdministrators(database),
    },
  };
}
