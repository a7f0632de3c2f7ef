import type { ComponentChildren } from "preact";
import type { RegisterEntry, RegisterFault, RegisterName } from "../../../domain/settings/register.ts";
import type { SettingChange, SettingRow } from "../../../domain/settings/setting-change.ts";
import { Facts } from "../facts.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { nameOfWord, registerForms } from "./register-columns.ts";
import { RegisterRowForm, type RegisterChoices } from "./register-form.tsx";
import { SettingHistory } from "./setting-history.tsx";
import { entryPath, registerPath } from "./settings-paths.ts";

export interface EntryPageParts {
  register: RegisterName;
  entry: RegisterEntry;
  row: SettingRow;
  seen: SettingRow;
  faults: readonly RegisterFault[];
  choices: RegisterChoices;
  changes: readonly SettingChange[];
  mayChange: boolean;
  visit: StaffVisit;
  beside?: ComponentChildren;
  /** As somebody else left it, and what is said about that. */
  current?: SettingRow | null;
  warning?: string;
}

/** One row of a register: as it is, its form for those who may change it, what was changed. */
export function entryPage(parts: EntryPageParts): StaffPage {
  const { register, entry, row, seen, faults, choices, changes, mayChange, visit, beside, current, warning } =
    parts;
  const { say } = visit;
  const form = registerForms[register];
  return {
    title: form.nameOf(entry) || entry.key,
    ...(warning !== undefined && { status: 409, flash: { tone: "warning" as const, text: warning } }),
    ...faulty(faults, visit),
    children: (
      <>
        <p>
          <a href={registerPath(register)}>← {say(form.title)}</a>
        </p>
        <p class="row-head">
          <span class="mark">{entry.key}</span>
          {!entry.isActive && <span class="mark late">{say(`settings-inactive-${register}`)}</span>}
        </p>
        {beside}
        {mayChange ? (
          <section>
            <h2>{say("settings-change")}</h2>
            <RegisterRowForm
              register={register}
              entryKey={entry.key}
              row={row}
              seen={seen}
              action={entryPath(register, entry.key)}
              choices={choices}
              faults={faults}
              current={current}
              visit={visit}
            />
            {register !== "can-bo" && (
              <PostForm
                visit={visit}
                action={`${entryPath(register, entry.key)}/${entry.isActive ? "withdraw" : "restore"}`}
              >
                <p class="quiet">{say(`settings-withdraw-how-${register}`)}</p>
                <button class="button">
                  {say(entry.isActive ? `settings-withdraw-${register}` : `settings-restore-${register}`)}
                </button>
              </PostForm>
            )}
          </section>
        ) : (
          <Facts
            facts={form.columns.map(
              ({ name, label }) => [say(label), nameOfWord(name, entry.row[name] ?? "", visit)] as const,
            )}
          />
        )}
        <h2>{say("settings-history")}</h2>
        <SettingHistory changes={changes} visit={visit} />
      </>
    ),
  };
}

/** The form of a new row. */
export function newEntryPage(parts: {
  register: RegisterName;
  row: SettingRow;
  faults: readonly RegisterFault[];
  choices: RegisterChoices;
  visit: StaffVisit;
}): StaffPage {
  const { register, row, faults, choices, visit } = parts;
  const form = registerForms[register];
  return {
    title: visit.say(form.add),
    ...faulty(faults, visit),
    children: (
      <>
        <p>
          <a href={registerPath(register)}>← {visit.say(form.title)}</a>
        </p>
        <RegisterRowForm
          register={register}
          entryKey={undefined}
          row={row}
          seen={null}
          action={`${registerPath(register)}/moi`}
          choices={choices}
          faults={faults}
          visit={visit}
        />
      </>
    ),
  };
}

function faulty(faults: readonly RegisterFault[], { say }: StaffVisit): Partial<StaffPage> {
  if (faults.length === 0) return {};
  const untold = faults.find(({ column }) => column === undefined);
  return { status: 422, flash: { tone: "warning", text: untold?.text ?? say("settings-faulty") } };
}
