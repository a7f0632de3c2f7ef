import { templateOutcomes } from "../../../domain/feedback/reply-template.ts";
import { indicatorNames } from "../../../domain/statistics/figures.ts";
import { readTerm } from "../../../domain/feedback/policy-words.ts";
import { showTerm } from "../../../wording/show-deadline.ts";
import { differencesOf, type SettingChange } from "../../../domain/settings/setting-change.ts";
import { readDay, showDay, showInstant } from "../../../domain/vietnam-time.ts";
import type { MessageKey } from "../../../wording/wording.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { nameOfWord, registerForms } from "./register-columns.ts";

const longestShown = 400;

/** What was changed, the latest first: who, when, from what to what. */
export function SettingHistory({
  changes,
  visit,
  isOfMany,
}: {
  changes: readonly SettingChange[];
  visit: StaffVisit;
  /** Whether each has to say what it is of. */
  isOfMany?: boolean;
}) {
  const { say } = visit;
  if (changes.length === 0) return <p class="empty">{say("settings-history-empty")}</p>;
  return (
    <ol class="history">
      {changes.map((change) => (
        <li>
          <p>
            <strong>
              {change.before === null
                ? say("settings-added")
                : change.after === null
                  ? say("settings-removed")
                  : say("settings-changed")}
            </strong>
            {isOfMany && ` · ${say(`settings-${change.area}`)} ${subjectOf(change, visit)}`}
            {` · ${change.actorName ?? change.actor}`}
          </p>
          <ul class="differences">
            {differencesOf(change.before, change.after).map(({ column, before, after }) => (
              <li>
                {labelOf(column, visit)}: {before !== "" && <s>{shown(column, before, visit)}</s>}{" "}
                {before !== "" && after !== "" && <span aria-hidden="true">→ </span>}
                {after === "" ? say("settings-nothing") : <strong>{shown(column, after, visit)}</strong>}
              </li>
            ))}
          </ul>
          <p class="quiet">
            <time dateTime={change.happenedAt.toISOString()}>{showInstant(change.happenedAt)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Texts are known by their names, targets by what they are for, everything else by its code. */
function subjectOf({ area, subject, before, after }: SettingChange, visit: StaffVisit): string {
  const row = after ?? before;
  if (area === "mau") return `“${row?.name ?? ""}”`;
  if (area !== "chi-tieu") return subject;
  return [nameOf("indicator", row?.indicator ?? "", visit), row?.unit].filter(Boolean).join(", ");
}

const labels = new Map<string, MessageKey>(
  Object.values(registerForms).flatMap(({ columns }) => columns.map(({ name, label }) => [name, label])),
);

/** What a column is called; in the calendar columns are days and weekdays. */
function labelOf(column: string, { say }: Pick<StaffVisit, "say">): string {
  const on = readDay(column);
  if (on) return showDay(on);
  if (/^[1-7]$/.test(column)) return say(`weekday-${column as "1"}`);
  const label = labels.get(column) ?? otherLabels[column];
  return label ? (say as (key: MessageKey) => string)(label) : column;
}

const otherLabels: Readonly<Record<string, MessageKey>> = {
  thu_tu: "setting-column-thu_tu",
  accept: "setting-column-accept",
  answer: "setting-column-answer",
  approval: "setting-column-approval",
  extensions: "setting-column-extensions",
  pauses: "setting-column-pauses",
  pauseDays: "setting-column-pauseDays",
  remind: "setting-column-remind",
  escalate: "setting-column-escalate",
  basis: "setting-column-basis",
  from: "setting-column-from",
  to: "target-until",
  indicator: "target-indicator",
  unit: "calendar-owner",
  value: "target-value",
  name: "template-name",
  outcome: "template-outcome",
  field: "setting-column-linh_vuc",
  text: "template-text",
  dang_dung: "setting-column-dang_dung",
};

function shown(column: string, value: string, visit: StaffVisit): string {
  const term = column === "accept" || column === "answer" ? readTerm(value) : undefined;
  if (term) return showTerm(visit.sayIn, visit.language, term);
  const told = readDay(column) ? tellDay(value, visit) : nameOf(column, value, visit);
  return told.length > longestShown ? `${told.slice(0, longestShown)}…` : told;
}

function nameOf(column: string, value: string, visit: StaffVisit): string {
  const indicator = column === "indicator" && indicatorNames.find((known) => known === value);
  const outcome = column === "outcome" && templateOutcomes.find((known) => known === value);
  if (indicator) return visit.say(`indicator-${indicator}`);
  return outcome ? visit.say(`template-outcome-${outcome}`) : nameOfWord(column, value, visit);
}

const dayKinds: Readonly<Record<string, "off" | "make-up" | "morning-off" | "afternoon-off">> = {
  nghi: "off",
  lam_bu: "make-up",
  nghi_sang: "morning-off",
  nghi_chieu: "afternoon-off",
};

function tellDay(value: string, { say }: Pick<StaffVisit, "say">): string {
  const [kind, ...rest] = value.split(" · ");
  const known = dayKinds[kind!];
  return [known ? say(`calendar-kind-${known}`) : kind, ...rest].join(" · ");
}
