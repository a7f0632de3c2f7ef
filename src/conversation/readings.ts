import type { MessageKey } from "../wording/wording.ts";
import type { Button } from "./reply.ts";
import type { FlowRequest, FlowTools } from "./flow.ts";
import type { ConversationState } from "./conversation-state.ts";
import type { Intent } from "./understanding/understanding.ts";

/** What an unclear message can be offered to mean, each with its label and the command that asks for it. */
const readings = {
  dossier_status: ["reading-dossier-status", "tracuu"],
  dossier_detail: ["reading-dossier-detail", "chitiet"],
  dossier_follow: ["reading-dossier-follow", "theodoi"],
  dossier_unfollow: ["reading-dossier-unfollow", "botheodoi"],
  statistics: ["reading-statistics", "thongke"],
  feedback_new: ["reading-feedback-new", "phananh"],
  feedback_status: ["reading-feedback-status", "phananhtoi"],
  procedure_info: ["reading-procedure-info", "thutuc"],
  office_info: ["reading-office-info", "lienhe"],
  my_work: ["reading-my-work", "viec"],
  data_access: ["reading-data-access", "dulieu"],
  data_erasure: ["reading-data-erasure", "xoadulieu"],
  link_account: ["reading-link-account", "lienket"],
  human: ["reading-human", "gapnguoi"],
} as const satisfies Partial<Record<Intent, readonly [MessageKey, string]>>;

export type Reading = keyof typeof readings;

/** Whether an intent can be offered as what a message meant. */
export function isReading(intent: Intent): intent is Reading {
  return intent in readings;
}

/** A button that takes the unclear message for this. */
export function readingButton(
  reading: Reading,
  { language }: Pick<FlowRequest, "language">,
  { say }: Pick<FlowTools, "say">,
): Button {
  const [label, command] = readings[reading];
  return { label: say(language, label), say: `/y ${command}` };
}

/** What a press says: one that chose a reading says its command with the unclear words behind it. */
export function sayReading(said: string, { unclear = "" }: Pick<ConversationState, "unclear">): string {
  const [, command] = /^\/y ([a-z]+)$/.exec(said) ?? [];
  return command ? `/${command} ${unclear}`.trim() : said;
}
