import type { App } from "./app.ts";
import { faultsOf, type ReplyTemplate, type TemplateDraft } from "./domain/feedback/reply-template.ts";
import type { TemplateDesk } from "./domain/feedback/template-desk.ts";
import { mayChangeSetting } from "./domain/settings/may-change.ts";
import { isSameSetting, type SettingRow } from "./domain/settings/setting-change.ts";
import type { Sql } from "./persistence/database.ts";
import { createReplyTemplateStore } from "./persistence/reply-template-store.ts";
import { createSettingHistory } from "./persistence/setting-history.ts";
import { lockSettings } from "./persistence/setting-lock.ts";

const endedShown = 50;

/** Texts to begin answers with, for the staff's pages: each change is in the history of the settings. */
export function createTemplateDesk({ database }: Pick<App, "database">): TemplateDesk {
  const note = (
    sql: Sql,
    { line, by, now }: { line: string; by: string; now: Date },
    before: ReplyTemplate | undefined,
    after: ReplyTemplate | undefined,
  ) =>
    createSettingHistory(sql).add({
      area: "mau",
      subject: line,
      happenedAt: now,
      actor: by,
      before: before ? tell(before) : null,
      after: after ? tell(after) : null,
    });

  return {
    list: () => createReplyTemplateStore(database).list(),
    ended: () => createReplyTemplateStore(database).ended(endedShown),
    history: (line) => createReplyTemplateStore(database).history(line),
    async save(draft, seen, staff, now) {
      if (!mayChangeSetting(staff, "mau", null)) return { kind: "not-allowed" };
      const faults = faultsOf(draft);
      if (faults.length > 0) return { kind: "faulty", faults };
      return database.transaction(async (sql) => {
        await lockSettings(sql);
        const store = createReplyTemplateStore(sql);
        const [latest] = seen ? await store.history(seen.line) : [];
        if (seen && !latest) return { kind: "not-found" };
        if (latest && (latest.id !== seen!.id || latest.endedAt !== null))
          return { kind: "changed-meanwhile", latest };
        if (latest && isSameSetting(tell(latest), tell(draft)))
          return { kind: "unchanged", template: latest };
        const by = staff.username;
        const template = (await store.keep({ ...draft, ...(seen && { line: seen.line }) }, by, now))!;
        await note(sql, { line: template.line, by, now }, latest, template);
        return { kind: "saved", template };
      });
    },
    end: (line, staff, now) =>
      database.transaction(async (sql) => {
        await lockSettings(sql);
        const store = createReplyTemplateStore(sql);
        const [latest] = await store.history(line);
        const by = staff.username;
        if (!mayChangeSetting(staff, "mau", null) || !(await store.end(line, by, now))) return false;
        await note(sql, { line, by, now }, latest, undefined);
        return true;
      }),
  };
}

function tell({ outcome, field, name, text }: TemplateDraft): SettingRow {
  return { name: name.trim(), outcome, field: field ?? "", text: text.trim() };
}
