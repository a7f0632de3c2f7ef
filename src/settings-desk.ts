import type { App } from "./app.ts";
import type { Config } from "./config/config.ts";
import { foldWords } from "./conversation/understanding/text/fold-words.ts";
import { createFeedbackRules } from "./persistence/feedback-rules.ts";
import { createTargetStore } from "./persistence/target-store.ts";
import { createPolicyDesk } from "./policy-desk.ts";
import { createRegisterDesk } from "./register-desk.ts";
import { createStaffRoster } from "./staff-roster.ts";
import type { SettingsPorts } from "./web/staff/settings/settings-ports.ts";

/** Fills the ports of the settings' pages from the app. */
export function createSettingsDesk(app: App, config: Config): SettingsPorts {
  return {
    register: createRegisterDesk(app),
    policies: createPolicyDesk(app),
    roster: createStaffRoster(app, config),
    targets: createTargetStore(app.database),
    rules: () => createFeedbackRules(app.database).routing(),
    fold: foldWords,
  };
}
