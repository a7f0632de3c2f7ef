import type { App } from "./app.ts";
import { handOverNotices } from "./conversation/notices/hand-over.ts";
import { tellFollowers } from "./domain/dossiers/tell-followers.ts";
import { calendarReminderNeeded } from "./domain/deadlines/calendar-reminder.ts";
import { isDigestMissing, planAlarms, silentJobs } from "./domain/reminders/alarms.ts";
import { planDueWork, planMorningDigest, type PlanningTools } from "./domain/reminders/plan-due-work.ts";
import { dayOf } from "./domain/vietnam-time.ts";
import { schedule } from "./jobs/schedule.ts";
import type { Sql } from "./persistence/database.ts";
import { createFollowerStore } from "./persistence/follower-store.ts";
import { createJobRunStore } from "./persistence/job-run-store.ts";
import { createNoticeDesk } from "./persistence/notice-desk.ts";
import { createNoticeStore } from "./persistence/notice-store.ts";
import { createReminderStore } from "./persistence/reminder-store.ts";
import { createStaffDirectory } from "./persistence/staff-directory.ts";

/** What the service does unasked: plans reminders and digests, hands notices over, watches over itself. */
export interface Reminding {
  /** Hands over what is due; returns how many notices were looked at. */
  readonly handOver: () => Promise<number>;
  readonly planDueWork: () => Promise<void>;
  readonly planMorningDigest: () => Promise<void>;
  /** Plans what those who follow dossiers are to be told. */
  readonly tellFollowers: () => Promise<void>;
  /** Tells the administrators of what has stopped; returns of how many things. `watchedSince`: since when jobs should have run. */
  raiseAlarms(watchedSince: Date): Promise<number>;
  /** Jobs that have not worked for longer than they should, or to no end. */
  silentJobs(watchedSince: Date): Promise<string[]>;
}

export function createReminding(app: App): Reminding {
  const { database, clock, log, say } = app;
  const runs = createJobRunStore(database);

  async function inTransaction<Result>(work: (tools: PlanningTools) => Promise<Result>): Promise<Result> {
    const { calendars } = await app.surroundings();
    return database.transaction((sql) => work({ ...planningStores(sql), calendars }));
  }

  async function lookOver(watchedSince: Date) {
    const now = clock();
    const { calendars } = await app.surroundings();
    const successes = await runs.lastSuccesses();
    const expected = Object.entries(schedule).map(([job, { everyMs }]) => ({
      job,
      everyMs,
      succeededAt: successes.get(job) ?? null,
    }));
    const digests = await createReminderStore(database).digestsOf(dayOf(now), now);
    const jobSucceededAt = successes.get("morning-digest") ?? null;
    return {
      silent: silentJobs(expected, watchedSince, now),
      isDigestMissing: isDigestMissing({ jobSucceededAt, digests }, now, calendars),
      yearWithoutCalendar: calendarReminderNeeded(now, calendars),
    };
  }

  return {
    async handOver() {
      const { calendars } = await app.surroundings();
      return handOverNotices({
        desk: createNoticeDesk(database),
        calendars,
        say,
        clock,
        onTrouble: (trouble) => log.warn(trouble, "notice could not be said"),
      });
    },
    async planDueWork() {
      let isAll = false;
      while (!isAll) ({ isAll } = await inTransaction((tools) => planDueWork(clock(), tools)));
    },
    async planMorningDigest() {
      await inTransaction((tools) => planMorningDigest(clock(), tools));
    },
    async tellFollowers() {
      const { calendars } = await app.surroundings();
      let isAll = false;
      while (!isAll)
        ({ isAll } = await database.transaction((sql) =>
          tellFollowers(clock(), {
            followers: createFollowerStore(sql),
            notices: createNoticeStore(sql),
            calendars,
          }),
        ));
    },
    async raiseAlarms(watchedSince) {
      const now = clock();
      const found = await lookOver(watchedSince);
      for (const { job, since } of found.silent) log.error({ job, since }, "recurring job is silent");
      if (found.isDigestMissing) log.error({}, "no digest went out this morning");
      const alarms = planAlarms(found, now);
      await createNoticeStore(database).plan(alarms, now);
      return alarms.length;
    },
    async silentJobs(watchedSince) {
      const { silent, isDigestMissing } = await lookOver(watchedSince);
      return [...new Set([...silent.map(({ job }) => job), ...(isDigestMissing ? ["morning-digest"] : [])])];
    },
  };
}

function planningStores(sql: Sql): Omit<PlanningTools, "calendars"> {
  return {
    reminders: createReminderStore(sql),
    notices: createNoticeStore(sql),
    staffDirectory: createStaffDirectory(sql),
  };
}
