import type { App } from "./app.ts";
import { scopeOf, type NewPolicy, type PolicyDesk } from "./domain/feedback/policy-desk.ts";
import { writeLadder, writeOffsets, writeTerm } from "./domain/feedback/policy-words.ts";
import { mayChangeSetting } from "./domain/settings/may-change.ts";
import type { SettingRow } from "./domain/settings/setting-change.ts";
import { dayOf, showDay } from "./domain/vietnam-time.ts";
import { createFeedbackPolicyStore } from "./persistence/feedback-policy-store.ts";
import { createSettingHistory } from "./persistence/setting-history.ts";
import { lockSettings } from "./persistence/setting-lock.ts";

/** Policies for the staff's pages, through the same store as the command line. */
export function createPolicyDesk({ database }: App): PolicyDesk {
  return {
    list: () => createFeedbackPolicyStore(database).list(),
    async add(policy, seenVersion, staff, now) {
      if (!mayChangeSetting(staff, "chinh-sach", null)) return { kind: "not-allowed" };
      return database.transaction(async (sql) => {
        await lockSettings(sql);
        const store = createFeedbackPolicyStore(sql);
        const latest = (await store.list()).find((known) => scopeOf(known) === scopeOf(policy));
        if (latest && latest.version !== seenVersion) return { kind: "changed-meanwhile", latest };
        const added = await store.add(policy);
        if (!added) return { kind: "no-such-field" };
        await createSettingHistory(sql).add({
          area: "chinh-sach",
          subject: scopeOf(policy),
          happenedAt: now,
          actor: staff.username,
          before: latest ? tell(latest) : null,
          after: tell(added),
        });
        return { kind: "saved", policy: added };
      });
    },
  };
}

function tell({ reminders, ...policy }: NewPolicy): SettingRow {
  return {
    accept: writeTerm(policy.acceptTerm),
    answer: writeTerm(policy.answerTerm),
    approval: policy.needsApproval ? "1" : "0",
    extensions: String(policy.maxExtensions),
    pauses: String(policy.maxPauses),
    pauseDays: String(policy.maxPauseWorkingDays),
    ...(reminders?.offsets && { remind: writeOffsets(reminders.offsets) }),
    ...(reminders?.ladder && { escalate: writeLadder(reminders.ladder) }),
    basis: policy.legalBasis,
    from: showDay(dayOf(policy.validFrom)),
  };
}
