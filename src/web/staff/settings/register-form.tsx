import type { RegisterFault, RegisterName } from "../../../domain/settings/register.ts";
import type { SettingRow } from "../../../domain/settings/setting-change.ts";
import { Field } from "../field.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { nameOfWord, registerForms, type RegisterColumn } from "./register-columns.ts";

type Choices = readonly (readonly [value: string, name: string])[];

/** What can be chosen from what the registers hold. */
export interface RegisterChoices {
  fields: Choices;
  units: Choices;
  staff: Choices;
}

interface RegisterFormProps {
  register: RegisterName;
  /** Undefined for a new row. */
  entryKey: string | undefined;
  /** As it is in the fields. */
  row: SettingRow;
  seen: SettingRow | null;
  action: string;
  choices: RegisterChoices;
  faults: readonly RegisterFault[];
  /** As somebody else left it meanwhile: shown beside what was written. */
  current?: SettingRow | null | undefined;
  visit: StaffVisit;
}

/** The form of one row of a register. */
export function RegisterRowForm(props: RegisterFormProps) {
  const { register, entryKey, row, seen, action, choices, faults, current, visit } = props;
  const { say } = visit;
  const form = registerForms[register];
  const asked = form.columns.filter(({ name }) => entryKey === undefined || name !== form.key);
  return (
    <PostForm visit={visit} action={action} className="panel settings-form">
      <input type="hidden" name="seen" value={seen ? JSON.stringify(seen) : ""} />
      {asked.map((column) => {
        const value = row[column.name] ?? "";
        const theirs = current?.[column.name];
        return (
          <div>
            <Field
              name={column.name}
              label={say(column.label)}
              value={value}
              kind={column.isLong ? "long" : "text"}
              isRequired={column.isRequired === true && !column.choice}
              fault={faults.find((fault) => fault.column === column.name)?.text}
              {...choicesOf(column, value, choices, visit)}
            />
            {current && theirs !== undefined && theirs !== value && (
              <p class="theirs">
                {say("settings-theirs", {
                  value: nameOfWord(column.name, theirs, visit) || say("settings-nothing"),
                })}
              </p>
            )}
          </div>
        );
      })}
      <div class="buttons">
        <button class="button primary">
          {say(current ? "settings-save-anyway" : entryKey === undefined ? "settings-add" : "settings-save")}
        </button>
      </div>
    </PostForm>
  );
}

function choicesOf(
  { name, choice, isOptionalChoice }: RegisterColumn,
  value: string,
  choices: RegisterChoices,
  visit: StaffVisit,
): { choices?: Choices } {
  if (!choice) return {};
  const known: Choices =
    typeof choice === "string"
      ? choices[choice]
      : choice.map((word) => [word, nameOfWord(name, word, visit)] as const);
  // What stands there stays choosable, even when nobody may choose it anew.
  const isKnown = value === "" || known.some(([word]) => word === value);
  return {
    choices: [
      ...(isOptionalChoice ? [["", visit.say("settings-nothing")] as const] : []),
      ...known,
      ...(isKnown ? [] : [[value, value] as const]),
    ],
  };
}
