import { foldWords } from "../../../conversation/understanding/text/fold-words.ts";
import { mayChangeSetting } from "../../../domain/settings/may-change.ts";
import {
  registerNames,
  type Register,
  type RegisterDeed,
  type RegisterEntry,
  type RegisterName,
} from "../../../domain/settings/register.ts";
import type { SettingRow } from "../../../domain/settings/setting-change.ts";
import { Refusal } from "../../refusal.ts";
import { readFields, type FormFields } from "../form-fields.ts";
import type { StaffPage } from "../staff-page.tsx";
import type { FormOutcome, StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { entryPage, newEntryPage, type EntryPageParts } from "./entry-page.tsx";
import { registerForms } from "./register-columns.ts";
import type { RegisterChoices } from "./register-form.tsx";
import { RegisterList } from "./register-list.tsx";
import { entryPath, registerPath } from "./settings-paths.ts";
import { SettingTabs } from "./setting-tabs.tsx";

/** What stands before or beside the rows of some registers. */
export interface RegisterExtras {
  above?: (register: RegisterName, visit: StaffVisit, fields: FormFields) => Promise<StaffPage["children"]>;
  beside?: (
    entry: RegisterEntry,
    register: RegisterName,
    visit: StaffVisit,
  ) => Promise<StaffPage["children"]>;
}

const historyShown = 20;
const deeds: readonly RegisterDeed[] = ["up", "down", "withdraw", "restore"];

/** The registers: look, search, add, change, withdraw; each change with its history. */
export function addRegisterRoutes(site: StaffSite, desk: Register, extras: RegisterExtras): void {
  for (const register of registerNames) {
    const path = registerPath(register);

    site.page<{ Querystring: unknown }>(path, async (visit, { query }) => {
      const fields = readFields(query);
      const text = fields.text("tim");
      const words = foldWords(text).split(" ").filter(Boolean);
      const all = await desk.list(register);
      const found = all.filter(({ row }) => {
        const told = foldWords(Object.values(row).join(" "));
        return words.every((word) => told.includes(word));
      });
      const [unitNames, staffNames] = [await namesOf("don-vi"), await namesOf("can-bo")];
      return {
        title: visit.say(registerForms[register].title),
        children: (
          <>
            <SettingTabs current={register} visit={visit} />
            {await extras.above?.(register, visit, fields)}
            <RegisterList
              register={register}
              entries={found}
              asked={{
                text,
                page: Math.min(1_000, Math.max(1, Math.trunc(Number(fields.text("trang"))) || 1)),
              }}
              unitNames={unitNames}
              staffNames={staffNames}
              mayChange={mayChange(visit, register)}
              visit={visit}
            />
          </>
        ),
      };
    });

    site.page(`${path}/moi`, async (visit) => {
      if (!mayChange(visit, register)) throw new Refusal(403, { key: "web-error-not-yours-to-change" });
      return newEntryPage({ register, row: {}, faults: [], choices: await choicesOf(visit), visit });
    });

    site.form(`${path}/moi`, async (visit, fields): Promise<FormOutcome> => {
      const row = rowOf(register, fields);
      await awaitSecond(register, visit);
      const outcome = await desk.save({ register, row, seen: null }, visit.staff, visit.now);
      switch (outcome.kind) {
        case "saved":
        case "unchanged":
          return saved(visit, register, outcome.key);
        case "faulty":
          return newEntryPage({
            register,
            row,
            faults: outcome.faults,
            choices: await choicesOf(visit),
            visit,
          });
        case "not-allowed":
        case "changed-meanwhile":
          throw new Refusal(403, { key: "web-error-not-yours-to-change" });
      }
    });

    site.page<{ Params: { key: string } }>(`${path}/muc/:key`, async (visit, { params }) =>
      show(register, await reach(register, params.key), visit),
    );

    site.form<{ Params: { key: string } }>(
      `${path}/muc/:key`,
      async (visit, fields, { params }): Promise<FormOutcome> => {
        const entry = await reach(register, params.key);
        // What the form did not ask for stays as it was shown.
        const seen = readSeen(fields.text("seen"));
        const row = { ...seen, ...rowOf(register, fields) };
        await awaitSecond(register, visit);
        const outcome = await desk.save({ register, key: entry.key, row, seen }, visit.staff, visit.now);
        switch (outcome.kind) {
          case "saved":
            return saved(visit, register, outcome.key);
          case "unchanged":
            return {
              to: entryPath(register, entry.key),
              flash: { tone: "done", text: visit.say("settings-unchanged") },
            };
          case "faulty":
            return show(register, entry, visit, { row, seen: seen ?? {}, faults: outcome.faults });
          case "changed-meanwhile": {
            if (!outcome.current) throw new Refusal(404, { key: "web-error-not-found" });
            const who = outcome.by
              ? (outcome.by.actorName ?? outcome.by.actor)
              : visit.say("settings-somebody");
            return show(register, await reach(register, entry.key), visit, {
              row,
              seen: outcome.current,
              current: outcome.current,
              warning: visit.say("settings-changed-meanwhile", { who }),
            });
          }
          case "not-allowed":
            throw new Refusal(403, { key: "web-error-not-yours-to-change" });
        }
      },
    );

    site.form<{ Params: { key: string; deed: string } }>(
      `${path}/muc/:key/:deed`,
      async (visit, _fields, { params }): Promise<FormOutcome> => {
        const deed = deeds.find((known) => known === params.deed);
        if (!deed) throw new Refusal(404, { key: "web-error-not-found" });
        await awaitSecond(register, visit);
        const outcome = await desk.does(deed, { register, key: params.key }, visit.staff, visit.now);
        const isMove = deed === "up" || deed === "down";
        const to = isMove ? path : entryPath(register, params.key);
        switch (outcome.kind) {
          case "done":
            return { to, flash: { tone: "done", text: visit.say("settings-saved") } };
          case "in-use":
            return {
              to,
              flash: {
                tone: "warning",
                text: visit.say(isMove ? "settings-rule-at-end" : `settings-in-use-${register}`),
              },
            };
          case "not-found":
            throw new Refusal(404, { key: "web-error-not-found" });
          case "not-allowed":
            throw new Refusal(403, { key: "web-error-not-yours-to-change" });
        }
      },
    );
  }

  async function reach(register: RegisterName, key: string): Promise<RegisterEntry> {
    const entry = await desk.find(register, key);
    if (!entry) throw new Refusal(404, { key: "web-error-not-found" });
    return entry;
  }

  async function show(
    register: RegisterName,
    entry: RegisterEntry,
    visit: StaffVisit,
    tried: Partial<EntryPageParts> = {},
  ): Promise<StaffPage> {
    return entryPage({
      register,
      entry,
      row: entry.row,
      seen: entry.row,
      faults: [],
      choices: await choicesOf(visit),
      changes: await desk.historyOf({ area: register, subject: entry.key }, historyShown),
      mayChange: mayChange(visit, register),
      beside: await extras.beside?.(entry, register, visit),
      visit,
      ...tried,
    });
  }

  async function namesOf(register: RegisterName): Promise<Map<string, string>> {
    const entries = await desk.list(register);
    return new Map(entries.map((entry) => [entry.key, registerForms[register].nameOf(entry)]));
  }

  async function choicesOf({ say }: StaffVisit): Promise<RegisterChoices> {
    const [fields, units, staff] = [
      await desk.fields(),
      await desk.list("don-vi"),
      await desk.list("can-bo"),
    ];
    return {
      fields: fields.map((name) => [name, name] as const),
      units: units
        .filter(({ isActive }) => isActive)
        .map((unit) => [unit.key, registerForms["don-vi"].nameOf(unit)] as const),
      staff: staff
        .filter(({ isActive }) => isActive)
        .map(
          ({ key, row }) =>
            [key, say("settings-staff-choice", { name: row.ho_ten ?? "", username: key })] as const,
        ),
    };
  }
}

/** Who gets which feedback is a policy; other lists are not. */
async function awaitSecond(register: RegisterName, visit: StaffVisit): Promise<void> {
  if (register === "phan-cong" && mayChange(visit, register))
    await visit.awaitSecond("policy", visit.say("settings-phan-cong"));
}

function saved(visit: StaffVisit, register: RegisterName, key: string): FormOutcome {
  return { to: entryPath(register, key), flash: { tone: "done", text: visit.say("settings-saved") } };
}

function mayChange({ staff }: StaffVisit, register: RegisterName): boolean {
  return mayChangeSetting(staff, register, null);
}

/** What the form asked for; a column it did not send is left out. */
function rowOf(register: RegisterName, fields: FormFields): SettingRow {
  return Object.fromEntries(
    registerForms[register].columns
      .filter(({ name }) => fields.all(name).length > 0)
      .map(({ name }) => [name, fields.text(name).replaceAll("\r\n", "\n")]),
  );
}

/** The row that the form was shown with; a form that somebody made up has seen nothing. */
function readSeen(text: string): SettingRow | null {
  try {
    const seen: unknown = JSON.parse(text);
    if (typeof seen !== "object" || seen === null) return null;
    return Object.fromEntries(Object.entries(seen).map(([column, value]) => [column, String(value)]));
  } catch {
    return null;
  }
}
