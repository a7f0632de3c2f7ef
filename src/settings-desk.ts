import type { App } from "./app.ts";
import type { Config } from "./config/config.ts";
import { foldWords } from "./conversation/understanding/text/fold-words.ts";
import { createFeedbackRules } from "./persistence/feedback-rules.ts";
import { createPolicyDesk } from "./policy-desk.ts";
import { createRegisterDesk } from "./register-desk.ts";
import { createStaffRoster } from "./staff-roster.ts";
import { createTargetDesk } from "./target-desk.ts";
import { createTemplateDesk } from "./template-desk.ts";
import type { SettingsPorts } from "./web/staff/settings/settings-ports.ts";

/** Fills the ports of the settings' pages from the app. */
export function createSettingsDesk(app: App, config: Config): SettingsPorts {
  return {
    register: createRegisterDesk(app),
    policies: createPolicyDesk(app),
    roster: createStaffRoster(app, config),
    targets: createTargetDesk(app),
    templates: createTemplateDesk(app),
    rules: () => createFeedbackRules(app.database).routing(),
    fold: foldWords,
  };
}
