import type { JSX } from "preact";
import type { StaffMember, StaffRole } from "../../domain/staff/staff-member.ts";
import type { PageSay } from "../page-language.ts";

export interface SpeakerChoice {
  /** `citizen` or a staff username. */
  current: string;
  staff: StaffMember[];
}

const roleKeys = {
  officer: "web-role-officer",
  leader: "web-role-leader",
  admin: "web-role-admin",
} as const satisfies Record<StaffRole, string>;

/** Says that the data are made up, and lets one try each role. */
export function DemonstrationBar({ speaker, say }: { speaker: SpeakerChoice; say: PageSay }): JSX.Element {
  return (
    <aside class="demonstration" aria-label={say("web-demonstration")}>
      <p>
        <strong>{say("web-demonstration")}</strong> <span>{say("web-demonstration-note")}</span>
      </p>
      <form method="post" action="/chat/speaker">
        <label for="speaker">{say("web-speak-as")}</label>
        <select id="speaker" name="speaker" autocomplete="off">
          <option value="citizen" selected={speaker.current === "citizen"}>
            {say("web-speak-as-citizen")}
          </option>
          {speaker.staff.map(({ username, fullName, role }) => (
            <option value={username} selected={speaker.current === username}>
              {say("web-speak-as-staff", { role: say(roleKeys[role]), name: fullName })}
            </option>
          ))}
        </select>
        <button class="button">{say("web-speak-as-change")}</button>
      </form>
    </aside>
  );
}
