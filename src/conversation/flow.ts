import type { AuditTrail } from "../domain/audit/act.ts";
import type { ApologyStore } from "../domain/dossiers/apology-store.ts";
import type { DossierStore } from "../domain/dossiers/dossier-store.ts";
import type { ProofAttemptStore } from "../domain/people/second-proof.ts";
import type { FollowStore } from "../domain/dossiers/follow-dossier.ts";
import type { FeedbackTools } from "../domain/feedback/feedback-tools.ts";
import type { GuidanceStore } from "../domain/feedback/guidance.ts";
import type { IdentityStore } from "../domain/people/identity-store.ts";
import type { ConsentStore } from "../domain/people/consent.ts";
import type { KeptOfPersonStore } from "../domain/people/kept-of-person.ts";
import type { SnoozeStore } from "../domain/reminders/snooze-reminders.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { StaffMember } from "../domain/staff/staff-member.ts";
import type { FigureRunStore } from "../domain/statistics/figure-run.ts";
import type { ServiceQualityStore } from "../domain/targets/handling-quality.ts";
import type { TargetStore } from "../domain/targets/target.ts";
import type { FigureSubscriptionStore } from "../domain/statistics/figures-digest.ts";
import type { SignedFiguresStore } from "../domain/statistics/signed-figures.ts";
import type { ReportedDossierStore } from "../domain/statistics/report-source.ts";
import type { StatisticsStore } from "../domain/statistics/figures.ts";
import type { RelayStore } from "../domain/staff/relay.ts";
import type { StaffAccountStore } from "../domain/staff/staff-accounts.ts";
import type { WorkStore } from "../domain/work/work-store.ts";
import type { Language, Say } from "../wording/wording.ts";
import type { ConversationForm, ConversationState } from "./conversation-state.ts";
import type { UnsentFeedbackStore } from "./flows/feedback/unsent-feedback.ts";
import type { InboundContent } from "./inbound-message.ts";
import type { OrderList } from "./list-orders.ts";
import type { ProcedureCatalogue } from "./procedures/procedure-catalogue.ts";
import type { PhotoReadingStore } from "./photo-codes.ts";
import type { Reply } from "./reply.ts";
import type { OrderReport } from "./report-orders.ts";
import type { Intent, Understanding } from "./understanding/understanding.ts";

/** Who speaks: a citizen unless the conversation is bound to a member of staff. */
export type Speaker = { kind: "citizen" } | { kind: "staff"; staff: StaffMember };

/** One understood message with everything about the moment it was said in. */
export interface FlowRequest {
  understanding: Understanding;
  /** What was sent; the understanding is of its words. */
  content: InboundContent;
  /** Ids of what it carried, as the attachment store knows them, in the order of the content's attachments. */
  attachmentIds: string[];
  /** telegram · zalo · web · terminal */
  channel: string;
  /** The conversation, as stores know it. */
  conversationId: string;
  /** The message's own id in the conversation. */
  messageId: string;
  state: ConversationState;
  speaker: Speaker;
  /** Names the person, in all conversations that were joined to theirs. */
  person: string;
  language: Language;
  now: Date;
}

/** What flows work with. The stores belong to the turn's transaction. */
export interface FlowTools extends FeedbackTools {
  dossiers: DossierStore;
  proofAttempts: ProofAttemptStore;
  follows: FollowStore;
  statistics: StatisticsStore;
  snoozes: SnoozeStore;
  work: WorkStore;
  staffAccounts: StaffAccountStore;
  identities: IdentityStore;
  relays: RelayStore;
  keptOfPerson: KeptOfPersonStore;
  consents: ConsentStore;
  apologies: ApologyStore;
  audit: AuditTrail;
  unsentFeedback: UnsentFeedbackStore;
  guidances: GuidanceStore;
  orderReport: OrderReport;
  /** The dossiers behind figures, and how long they took. */
  dossierLists: ReportedDossierStore;
  orderList: OrderList;
  photoReadings: Pick<PhotoReadingStore, "ask">;
  /** A link that signs this member of staff in on the pages, once. */
  signInLink: (username: string, now: Date) => Promise<string>;
  signedFigures: SignedFiguresStore;
  figureSubscriptions: FigureSubscriptionStore;
  figureRuns: FigureRunStore;
  targets: TargetStore;
  serviceQuality: ServiceQualityStore;
  procedures: ProcedureCatalogue;
  /** Names of the deployment's fields, in the order of the alphabet. */
  fields: readonly string[];
  units: readonly { code: string; name: string }[];
  settings: Settings;
  agencyName: string;
  say: Say;
}

/** What a flow answers, and what the conversation remembers of it. `language` changes the person's language. */
export interface FlowResult {
  replies: Reply[];
  state?: Omit<ConversationState, "choices" | "album">;
  language?: Language;
}

/** One thing that can be said to the assistant. Plain: everything it knows is handed in. */
export type Flow = (request: FlowRequest, tools: FlowTools) => Promise<FlowResult> | FlowResult;

/** What answers a question asked before. */
export interface FormFlow {
  answer: Flow;
  /** Whether a message turns to something else; whatever does not is an answer. */
  leaves: (understanding: Understanding, content: InboundContent, form: ConversationForm) => boolean;
  /** Asks its question anew after something else was answered in between; without it, whoever turns away gives it up. */
  again?: Flow;
  /** Whether nothing is asked any more, so that what is said is the assistant's; never, where it does not say. */
  isOver?: (request: Pick<FlowRequest, "state" | "speaker">, tools: FlowTools) => Promise<boolean>;
  /** After what it asks anew; after anything, where it does not say. */
  comesBackAfter?: ReadonlySet<Intent>;
}
