import type { MessageKey } from "../../../wording/wording.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { settingsPath } from "./settings-paths.ts";

/** The parts of the settings, in the order in which they stand everywhere. */
export const settingParts = [
  "chinh-sach",
  "phan-cong",
  "mau",
  "thu-tuc",
  "chi-tieu",
  "don-vi",
  "can-bo",
  "lich-su",
] as const;
export type SettingPart = (typeof settingParts)[number];

export function SettingTabs({ current, visit: { say } }: { current: SettingPart; visit: StaffVisit }) {
  return (
    <nav class="tabs" aria-label={say("staff-settings")}>
      {settingParts.map((part) => (
        <a href={`${settingsPath}/${part}`} aria-current={part === current ? "page" : undefined}>
          {say(`settings-${part}` satisfies MessageKey)}
        </a>
      ))}
    </nav>
  );
}
