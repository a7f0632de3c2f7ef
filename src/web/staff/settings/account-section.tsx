import type { RegisterEntry } from "../../../domain/settings/register.ts";
import type { AccountEvent, AccountState } from "../../../domain/staff/staff-roster.ts";
import { showDay, showInstant } from "../../../domain/vietnam-time.ts";
import { Facts } from "../facts.tsx";
import { Field } from "../field.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { entryPath } from "./settings-paths.ts";

interface AccountSectionProps {
  entry: RegisterEntry;
  state: AccountState;
  events: readonly AccountEvent[];
  /** Who may stand in. */
  colleagues: readonly (readonly [username: string, name: string])[];
  mayAdminister: boolean;
  mayNoteAbsence: boolean;
  visit: StaffVisit;
}

const eventNames = [
  "invited",
  "linked",
  "unlinked",
  "revoked",
  "away",
  "back",
  "left",
  "on-duty",
  "signed-in",
  "signed-out",
  "second-step-set-up",
  "second-step-passed",
  "second-step-locked",
  "second-step-removed",
  "second-step-reset",
  "recovery-code-used",
  "recovery-codes-renewed",
] as const;

/** How somebody is reached, who stands in for them, and what an administrator may do about it. */
export function AccountSection(props: AccountSectionProps) {
  const { entry, state, events, colleagues, mayAdminister, mayNoteAbsence, visit } = props;
  const { say } = visit;
  const nameOf = (username: string | null) =>
    colleagues.find(([known]) => known === username)?.[1] ?? username ?? say("work-nobody");
  const deed = (name: string) => `${entryPath("can-bo", entry.key)}/tai-khoan/${name}`;
  return (
    <section>
      <Facts
        facts={[
          [
            say("account-channels"),
            state.channels.length > 0 ? state.channels.join(", ") : say("account-not-linked"),
          ],
          [say("account-sessions"), String(state.sessions)],
          [say("account-step"), sayStep(state, visit)],
          [say("account-invited-until"), state.invitedUntil && showInstant(state.invitedUntil)],
          [say("account-duty"), state.isOnDuty && say("account-is-on-duty")],
          [
            say("account-away"),
            state.away &&
              say("account-away-words", {
                from: showDay(state.away.from),
                until: showDay(state.away.until),
                name: nameOf(state.away.substitute),
              }),
          ],
          [say("account-open-cases"), String(state.openCases)],
        ]}
      />
      {entry.isActive && mayAdminister && (
        <div class="buttons">
          <PostForm visit={visit} action={deed("moi")}>
            <button class="button primary">{say("account-invite")}</button>
          </PostForm>
          {!state.isOnDuty && (
            <PostForm visit={visit} action={deed("truc")}>
              <button class="button">{say("account-put-on-duty")}</button>
            </PostForm>
          )}
        </div>
      )}
      {entry.isActive && mayNoteAbsence && (
        <details class="disclosure">
          <summary>{say("account-note-absence")}</summary>
          <PostForm visit={visit} action={deed("vang")} className="settings-form">
            <div class="field-pair">
              <Field
                name="from"
                label={say("calendar-from")}
                kind="date"
                value={state.away?.from}
                isRequired
              />
              <Field
                name="until"
                label={say("calendar-until")}
                kind="date"
                value={state.away?.until}
                isRequired
              />
            </div>
            <Field
              name="substitute"
              label={say("account-substitute")}
              value={state.away?.substitute ?? ""}
              choices={colleagues.filter(([username]) => username !== entry.key)}
            />
            <div class="buttons">
              <button class="button primary">{say("account-note-absence")}</button>
            </div>
          </PostForm>
          {state.away && (
            <PostForm visit={visit} action={deed("ve")}>
              <button class="button">{say("account-is-back")}</button>
            </PostForm>
          )}
        </details>
      )}
      {entry.isActive && mayAdminister && (
        <>
          {state.sessions > 0 && (
            <PostForm visit={visit} action={deed("ket-thuc-phien")}>
              <button class="button">{say("account-end-sessions")}</button>
            </PostForm>
          )}
          {state.secondStep && (
            <details class="disclosure">
              <summary>{say("account-step-reset")}</summary>
              <PostForm visit={visit} action={deed("dat-lai-buoc-hai")} className="settings-form">
                <p>{say("account-step-reset-how")}</p>
                <button class="button danger">{say("account-step-reset")}</button>
              </PostForm>
            </details>
          )}
          <details class="disclosure">
            <summary>{say("account-revoke")}</summary>
            <PostForm visit={visit} action={deed("thu-hoi")} className="settings-form">
              <p>{say("account-revoke-how")}</p>
              <button class="button danger">{say("account-revoke")}</button>
            </PostForm>
          </details>
          <details class="disclosure">
            <summary>{say("account-leave")}</summary>
            <PostForm visit={visit} action={deed("nghi-viec")} className="settings-form">
              <p>{say("account-leave-how", { count: state.openCases })}</p>
              <button class="button danger">{say("account-leave")}</button>
            </PostForm>
          </details>
        </>
      )}
      {events.length > 0 && (
        <details class="disclosure">
          <summary>{say("account-events")}</summary>
          <ol class="history">
            {events.map(({ happenedAt, kind, actor }) => (
              <li>
                <p>
                  <strong>{nameOfEvent(kind, visit)}</strong> · {actor}
                </p>
                <p class="quiet">{showInstant(happenedAt)}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function sayStep({ secondStep }: AccountState, { say }: StaffVisit): string {
  if (!secondStep) return say("account-step-none");
  return secondStep.lockedUntil
    ? say("account-step-locked", { until: showInstant(secondStep.lockedUntil) })
    : say("account-step-since", { at: showInstant(secondStep.setUpAt) });
}

function nameOfEvent(kind: string, { say }: StaffVisit): string {
  const known = eventNames.find((name) => name === kind);
  return known ? say(`account-event-${known}`) : kind;
}
