import { citizenCaseComposers } from "./citizen-case-notices.ts";
import type { Composer } from "./composer.ts";
import { followComposers } from "./follow-notices.ts";
import { figuresDigestComposers } from "./figures-digest-notice.ts";
import { officerCaseComposers } from "./officer-case-notices.ts";
import { identityComposers } from "./identity-notices.ts";
import { joinedComposers } from "./joined-notice.ts";
import { relayComposers } from "./relay-notices.ts";
import { reminderComposers } from "./reminder-notices.ts";

/** How each kind of notice is said. */
export const composers: Readonly<Record<string, Composer>> = {
  ...citizenCaseComposers,
  ...officerCaseComposers,
  ...reminderComposers,
  ...joinedComposers,
  ...figuresDigestComposers,
  ...relayComposers,
  ...followComposers,
  ...identityComposers,
};
