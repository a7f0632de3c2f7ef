import type { App } from "./app.ts";
import type { SettingRow } from "./domain/settings/setting-change.ts";
import type { StaffMember } from "./domain/staff/staff-member.ts";
import type { Target, TargetChange, TargetEnd } from "./domain/targets/target.ts";
import type { TargetDesk } from "./domain/targets/target-desk.ts";
import { showDay } from "./domain/vietnam-time.ts";
import type { Sql } from "./persistence/database.ts";
import { createSettingHistory } from "./persistence/setting-history.ts";
import { createTargetStore } from "./persistence/target-store.ts";
import { showRate } from "./wording/numbers.ts";

/** Targets for the staff's pages: what is changed is in the history of the settings and in the audit. */
export function createTargetDesk({ database }: Pick<App, "database">): TargetDesk {
  const changed = <Change>(
    staff: StaffMember,
    now: Date,
    change: (
      sql: Sql,
    ) => Promise<{ outcome: Change; before?: Target | undefined; after?: Target | undefined }>,
  ): Promise<Change> =>
    database.transaction(async (sql) => {
      const { outcome, before, after } = await change(sql);
      const subject = after ?? before;
      if (subject)
        await createSettingHistory(sql).add({
          area: "chi-tieu",
          subject: subject.id,
          happenedAt: now,
          actor: staff.username,
          before: before ? tell(before) : null,
          after: after ? tell(after) : null,
        });
      return outcome;
    });

  return {
    list: (query) => createTargetStore(database).list(query),
    find: (id) => createTargetStore(database).find(id),
    save: (terms, id, staff, now) =>
      changed<TargetChange>(staff, now, async (sql) => {
        const targets = createTargetStore(sql);
        const changer = { by: staff.fullName, now };
        const outcome =
          id === undefined ? await targets.set(terms, changer) : await targets.revise(id, terms, changer);
        return outcome.kind === "set"
          ? { outcome, before: outcome.replaced, after: outcome.target }
          : { outcome };
      }),
    end: (id, on, staff, now) =>
      changed<TargetEnd>(staff, now, async (sql) => {
        const targets = createTargetStore(sql);
        const before = await targets.find(id);
        const outcome = await targets.end(id, on, { by: staff.fullName, now });
        return outcome.kind === "ended" ? { outcome, before } : { outcome };
      }),
  };
}

function tell({ indicator, unitName, value, validFrom, validTo, source }: Target): SettingRow {
  return {
    indicator,
    ...(unitName !== null && { unit: unitName }),
    value: showRate(value, "vi"),
    from: showDay(validFrom),
    ...(validTo !== null && { to: showDay(validTo) }),
    basis: source,
  };
}
