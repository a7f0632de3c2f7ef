import type { App } from "./app.ts";
import type { Config } from "./config/config.ts";
import { leaveOffice } from "./domain/staff/leave-office.ts";
import { noteAbsence } from "./domain/staff/note-absence.ts";
import type { StaffRoster } from "./domain/staff/staff-roster.ts";
import { inviteStaff } from "./invite-staff.ts";
import { readAccountEvents, readAccountState } from "./persistence/account-states.ts";
import { countAdministrators } from "./persistence/register-deeds.ts";
import { createSecondStepStore } from "./persistence/second-step-store.ts";
import { createSignInStore } from "./persistence/sign-in-store.ts";
import { lockSettings } from "./persistence/setting-lock.ts";
import { createStaffAccountStore } from "./persistence/staff-account-store.ts";
import { createTurnStores } from "./turn-stores.ts";

class LastAdministrator extends Error {}

/** Accounts of the staff for their pages. */
export function createStaffRoster(app: App, config: Config): StaffRoster {
  const { database } = app;
  return {
    state: (username, now) => readAccountState(username, now, database),
    events: (username, limit) => readAccountEvents(username, limit, database),
    invite: (username, by, now) => inviteStaff(app, config, { username, by: by.username, now }),
    revoke: (username, by, now) =>
      database.transaction((sql) => createStaffAccountStore(sql).revoke(username, by.username, now)),
    async leave(username, by, now) {
      const surroundings = await app.surroundings();
      const outcome = await database
        .transaction(async (sql) => {
          await lockSettings(sql);
          const left = await leaveOffice(
            { username, actor: by.username, now },
            { ...surroundings, ...createTurnStores(sql) },
          );
          if ((await countAdministrators(sql)) === 0) throw new LastAdministrator();
          return left;
        })
        .catch((error: unknown) => {
          if (error instanceof LastAdministrator) return { kind: "last-admin" as const };
          throw error;
        });
      if (outcome.kind === "left") app.onAnswered();
      return outcome;
    },
    endSessions: (username, by, now) =>
      createSignInStore(database).endAll({ username, actor: by.username }, now),
    resetSecondStep: (username, by, now) =>
      createSecondStepStore(database).remove(username, by.username, now),
    putOnDuty: (username, by, now) =>
      database.transaction((sql) => createStaffAccountStore(sql).putOnDuty(username, by.username, now)),
    noteAbsence: (username, away, by, now) =>
      database.transaction((sql) =>
        noteAbsence({ username, away, by: by.username, now }, createStaffAccountStore(sql)),
      ),
  };
}
