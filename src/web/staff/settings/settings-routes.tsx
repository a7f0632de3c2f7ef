import type { RegisterName } from "../../../domain/settings/register.ts";
import { settingAreas } from "../../../domain/settings/setting-change.ts";
import { readFields, type FormFields } from "../form-fields.ts";
import type { StaffPorts } from "../staff-ports.ts";
import type { StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { addAccountRoutes, showAccount } from "./account-routes.tsx";
import { addPolicyRoutes } from "./policy-routes.tsx";
import { addRegisterRoutes } from "./register-routes.tsx";
import { SettingHistory } from "./setting-history.tsx";
import { SettingTabs, settingParts } from "./setting-tabs.tsx";
import { settingsPath } from "./settings-paths.ts";
import type { SettingsPorts } from "./settings-ports.ts";
import { addTargetRoutes } from "./target-routes.tsx";
import { addTemplateRoutes } from "./template-routes.tsx";
import { TryRules } from "./try-rules.tsx";

const historyShown = 100;
/** Everything that is decided for the service as a whole. */
export function addSettingsRoutes(
  site: StaffSite,
  ports: Pick<StaffPorts, "settings" | "calendars" | "cases" | "findCase">,
): void {
  const { settings, calendars } = ports;
  const { register, roster, targets, templates } = settings;

  site.page(settingsPath, async ({ say }) => ({
    title: say("staff-settings"),
    children: (
      <ul class="rows two">
        {settingParts.map((part) => (
          <li class="row">
            <div class="row-head">
              <a href={`${settingsPath}/${part}`}>{say(`settings-${part}`)}</a>
            </div>
            <p class="quiet">{say(`settings-about-${part}`)}</p>
          </li>
        ))}
      </ul>
    ),
  }));

  site.page<{ Querystring: unknown }>(`${settingsPath}/lich-su`, async (visit, { query }) => {
    const { say } = visit;
    const asked = readFields(query).text("muc");
    const area = settingAreas.find((known) => known === asked);
    const changes = await register.historyOf(area ? { area } : {}, historyShown);
    return {
      title: say("settings-lich-su"),
      children: (
        <>
          <SettingTabs current="lich-su" visit={visit} />
          <nav class="tabs" aria-label={say("settings-history-of")}>
            <a href={`${settingsPath}/lich-su`} aria-current={area ? undefined : "true"}>
              {say("settings-all")}
            </a>
            {settingAreas.map((known) => (
              <a
                href={`${settingsPath}/lich-su?muc=${known}`}
                aria-current={known === area ? "true" : undefined}
              >
                {say(`settings-${known}`)}
              </a>
            ))}
          </nav>
          <SettingHistory changes={changes} visit={visit} isOfMany />
        </>
      ),
    };
  });

  addRegisterRoutes(site, register, {
    above: (name, visit, fields) => aboveOf(name, visit, fields, settings),
    beside: async (entry, name, visit) =>
      name === "can-bo" ? showAccount(entry, visit, { roster, register }) : null,
  });
  addAccountRoutes(site, { roster, register });
  addPolicyRoutes(site, { policies: settings.policies, register, calendars });
  addTargetRoutes(site, { targets, register });
  addTemplateRoutes(site, { ...ports, templates, register });
}

async function aboveOf(
  name: RegisterName,
  visit: StaffVisit,
  fields: FormFields,
  { register, rules, fold }: SettingsPorts,
) {
  if (name !== "phan-cong") return null;
  const units = await register.list("don-vi");
  return (
    <>
      <p class="quiet">{visit.say("settings-rules-how")}</p>
      <TryRules
        fields={fields}
        rules={await rules()}
        names={new Map(units.map(({ key, row }) => [key, row.ten ?? key]))}
        fieldNames={await register.fields()}
        fold={fold}
        visit={visit}
      />
    </>
  );
}
