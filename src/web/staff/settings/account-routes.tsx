import { mayDecideOn } from "../../../domain/feedback/case-access.ts";
import { mayChangeSetting } from "../../../domain/settings/may-change.ts";
import type { Register, RegisterEntry } from "../../../domain/settings/register.ts";
import type { Absence } from "../../../domain/staff/note-absence.ts";
import type { AccountState, StaffRoster } from "../../../domain/staff/staff-roster.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import { Refusal } from "../../refusal.ts";
import { readWrittenDay } from "../calendar/read-days.ts";
import type { Flash } from "../flash.ts";
import type { FormFields } from "../form-fields.ts";
import { QrPicture } from "../qr-picture.tsx";
import type { FormOutcome, StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { requireFreshStep } from "../second-step/fresh-step.tsx";
import { AccountSection } from "./account-section.tsx";
import { entryPath } from "./settings-paths.ts";

interface AccountPorts {
  roster: StaffRoster;
  register: Pick<Register, "find" | "list">;
}

const eventsShown = 30;

/** Whether somebody may note when another is away: they themselves, their leaders, administrators. */
function mayNoteAbsence({ staff }: StaffVisit, username: string, { unitPath }: AccountState): boolean {
  const post = { officer: username, unitCode: unitPath.at(-1) ?? null, unitPath };
  return staff.username === username || mayDecideOn(staff, { ...post, officer: null });
}

/** What stands on the page of a member of staff beside their row. */
export async function showAccount(
  entry: RegisterEntry,
  visit: StaffVisit,
  { roster, register }: AccountPorts,
) {
  const state = await roster.state(entry.key, visit.now);
  if (!state) return null;
  const mayAdminister = mayChangeSetting(visit.staff, "can-bo", null);
  return (
    <AccountSection
      entry={entry}
      state={state}
      events={mayAdminister ? await roster.events(entry.key, eventsShown) : []}
      colleagues={(await register.list("can-bo"))
        .filter(({ isActive }) => isActive)
        .map(({ key, row }) => [key, row.ho_ten ?? key] as const)}
      mayAdminister={mayAdminister}
      mayNoteAbsence={mayNoteAbsence(visit, entry.key, state)}
      visit={visit}
    />
  );
}

const deeds = [
  "moi",
  "truc",
  "vang",
  "ve",
  "thu-hoi",
  "nghi-viec",
  "dat-lai-buoc-hai",
  "ket-thuc-phien",
] as const;
type Deed = (typeof deeds)[number];

/** Inviting, duty, absence, revoking, leaving. */
export function addAccountRoutes(site: StaffSite, ports: AccountPorts): void {
  const { roster, register } = ports;

  site.form<{ Params: { key: string; deed: string } }>(
    `${entryPath("can-bo", "")}:key/tai-khoan/:deed`,
    async (visit, fields, { params }): Promise<FormOutcome> => {
      const deed = deeds.find((known) => known === params.deed);
      const [entry, state] = [
        await register.find("can-bo", params.key),
        await roster.state(params.key, visit.now),
      ];
      if (!deed || !entry?.isActive || !state) throw new Refusal(404, { key: "web-error-not-found" });
      const isAllowed =
        deed === "vang" || deed === "ve"
          ? mayNoteAbsence(visit, entry.key, state)
          : mayChangeSetting(visit.staff, "can-bo", null);
      if (!isAllowed) throw new Refusal(403, { key: "web-error-not-yours-to-change" });
      if (deed !== "vang" && deed !== "ve") requireFreshStep(visit);
      if (deed === "moi") return invite(entry, visit);
      return { to: entryPath("can-bo", entry.key), flash: await perform(deed, entry.key, visit, fields) };
    },
  );

  /** The code is in this answer alone, so it comes at once and not after a redirect. */
  async function invite(entry: RegisterEntry, visit: StaffVisit): Promise<FormOutcome> {
    const { say } = visit;
    const invitation = await roster.invite(entry.key, visit.staff, visit.now);
    if (!invitation) throw new Refusal(404, { key: "web-error-not-found" });
    return {
      title: say("account-invitation", { name: entry.row.ho_ten ?? entry.key }),
      children: (
        <>
          <p>{say("account-invitation-how", { until: showInstant(invitation.expiresAt) })}</p>
          <p class="code">
            <strong>{invitation.code}</strong>
          </p>
          <p>{say("account-invitation-type", { code: invitation.code })}</p>
          <ul class="links">
            {invitation.links.map((link) => (
              <li>
                <a href={link}>{link}</a>
                <p>
                  <QrPicture content={link} alt={say("account-invitation-picture", { link })} />
                </p>
              </li>
            ))}
          </ul>
          <p class="buttons">
            <a class="button" href={entryPath("can-bo", entry.key)}>
              {say("account-invitation-done")}
            </a>
          </p>
        </>
      ),
    };
  }

  async function perform(
    deed: Exclude<Deed, "moi">,
    username: string,
    visit: StaffVisit,
    fields: FormFields,
  ): Promise<Flash> {
    const { say, staff, now } = visit;
    switch (deed) {
      case "truc":
        await roster.putOnDuty(username, staff, now);
        return { tone: "done", text: say("account-on-duty-now") };
      case "ket-thuc-phien":
        await roster.endSessions(username, staff, now);
        return { tone: "done", text: say("account-sessions-ended") };
      case "dat-lai-buoc-hai":
        await roster.resetSecondStep(username, staff, now);
        return { tone: "done", text: say("account-step-was-reset") };
      case "thu-hoi": {
        const count = await roster.revoke(username, staff, now);
        return { tone: "done", text: say("account-revoked", { count: count ?? 0 }) };
      }
      case "nghi-viec": {
        const outcome = await roster.leave(username, staff, now);
        if (outcome.kind === "last-admin") return { tone: "warning", text: say("setting-fault-last-admin") };
        const codes = outcome.kind === "left" ? outcome.codes : [];
        return { tone: "done", text: say("account-left", { count: codes.length }) };
      }
      case "ve":
        await roster.noteAbsence(username, null, staff, now);
        return { tone: "done", text: say("account-back-now") };
      case "vang":
        return noted(username, visit, fields);
    }
  }

  async function noted(username: string, visit: StaffVisit, fields: FormFields): Promise<Flash> {
    const { say, staff, now } = visit;
    const [from, until] = [readWrittenDay(fields.text("from")), readWrittenDay(fields.text("until"))];
    if (!from || !until) return { tone: "warning", text: say("calendar-fault-day") };
    const away: Absence = { from, until, substitute: fields.text("substitute") };
    const { kind } = await roster.noteAbsence(username, away, staff, now);
    return kind === "away"
      ? { tone: "done", text: say("account-away-noted") }
      : { tone: "warning", text: say(`account-absence-${kind}`) };
  }
}
