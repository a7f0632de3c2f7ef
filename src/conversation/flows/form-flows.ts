import type { ConversationForm } from "../conversation-state.ts";
import type { FormFlow } from "../flow.ts";
import type { Intent } from "../understanding/understanding.ts";
import { askForProofAgain, dossierDetailFlow } from "./dossier-flow.ts";
import { feedbackForm } from "./feedback-flow.ts";
import { feedbackSentForm } from "./feedback-sent-flow.ts";
import { relayForm } from "./relay-form.ts";
import { workWordsFlow } from "./work/work-words-flow.ts";
import { ownCaseWordsFlow } from "./own-case-words-flow.ts";

/** Questions that are answered in between. */
const aside: ReadonlySet<Intent> = new Set([
  "statistics",
  "targets",
  "service_quality",
  "office_info",
  "procedure_info",
  "language",
  "help",
  "thanks",
]);

/** What one may turn to instead of naming four digits; anything else said there is taken for an answer. */
const leavesProof: ReadonlySet<Intent> = new Set([
  "cancel",
  "back",
  "deny",
  "start",
  "language",
  "statistics",
  "dossier_status",
  "dossier_detail",
  "feedback_new",
  "feedback_status",
  "complaint",
  "denunciation",
  "emergency",
  "state_secret",
  "human",
  ...aside,
]);

/** What answers each question that may be open. The compiler holds it complete. */
export const formFlows: Record<ConversationForm["kind"], FormFlow> = {
  "dossier-proof": {
    answer: dossierDetailFlow,
    leaves: ({ intent }) => leavesProof.has(intent),
    again: askForProofAgain,
    comesBackAfter: aside,
  },
  "case-words": {
    answer: workWordsFlow,
    // An officer's words may say anything: only a command, a press or "huỷ" turns away.
    leaves: ({ text, intent }) => text.trimStart().startsWith("/") || intent === "cancel",
  },
  feedback: feedbackForm,
  relay: relayForm,
  "feedback-sent": feedbackSentForm,
  "own-case-words": {
    answer: ownCaseWordsFlow,
    // Free words may say anything: only a command, a press or a bare "huỷ", "không", "quay lại" turns away.
    leaves: ({ text, intent }) =>
      text.trimStart().startsWith("/") || intent === "cancel" || intent === "deny" || intent === "back",
  },
};
