import type { TurnStores } from "./conversation/turn-store.ts";
import type { FeedbackTools } from "./domain/feedback/feedback-tools.ts";
import type { Sql } from "./persistence/database.ts";
import { createAuditTrail } from "./persistence/audit/audit-trail.ts";
import { createApologyStore } from "./persistence/apology-store.ts";
import { createConsentStore } from "./persistence/consent-store.ts";
import { createDossierStore } from "./persistence/dossier-store.ts";
import { createFigureRunStore } from "./persistence/figure-run-store.ts";
import { createServiceQualityStore } from "./persistence/handling-quality-store.ts";
import { createTargetStore } from "./persistence/target-store.ts";
import { createFigureSubscriptionStore } from "./persistence/figure-subscription-store.ts";
import { createFeedbackRules } from "./persistence/feedback-rules.ts";
import { createFeedbackStore } from "./persistence/feedback-store.ts";
import { createFollowStore } from "./persistence/follow-store.ts";
import { createIdentityStore } from "./persistence/identity-store.ts";
import { createGuidanceStore } from "./persistence/guidance-store.ts";
import { createKeptOfPersonStore } from "./persistence/kept-of-person-store.ts";
import { createNoticeStore } from "./persistence/notice-store.ts";
import { createPhotoReadingStore } from "./persistence/photo-reading-store.ts";
import { createProofAttemptStore } from "./persistence/proof-attempt-store.ts";
import { createSignedFiguresStore } from "./persistence/signed-figures-store.ts";
import { createReportedDossierStore } from "./persistence/report-source.ts";
import { createRelayStore } from "./persistence/relay-store.ts";
import { createSnoozeStore } from "./persistence/snooze-store.ts";
import { createStaffAccountStore } from "./persistence/staff-account-store.ts";
import { createStaffDirectory } from "./persistence/staff-directory.ts";
import { createSurveyStore } from "./persistence/survey-store.ts";
import { createStatisticsStore } from "./persistence/statistics-store.ts";
import { createUnsentFeedbackStore } from "./persistence/unsent-feedback-store.ts";
import { createWorkStore } from "./persistence/work-store.ts";
import type { ReadSurroundings } from "./surroundings.ts";

/** Every store that flows use, on one transaction. */
export function createTurnStores(sql: Sql): Omit<TurnStores, "orderReport" | "orderList" | "signInLink"> {
  return {
    dossiers: createDossierStore(sql),
    proofAttempts: createProofAttemptStore(sql),
    follows: createFollowStore(sql),
    statistics: createStatisticsStore(sql),
    dossierLists: createReportedDossierStore(sql),
    photoReadings: createPhotoReadingStore(sql),
    signedFigures: createSignedFiguresStore(sql),
    figureSubscriptions: createFigureSubscriptionStore(sql),
    figureRuns: createFigureRunStore(sql),
    targets: createTargetStore(sql),
    serviceQuality: createServiceQualityStore(sql),
    snoozes: createSnoozeStore(sql),
    work: createWorkStore(sql),
    apologies: createApologyStore(sql),
    audit: createAuditTrail(sql),
    staffAccounts: createStaffAccountStore(sql),
    identities: createIdentityStore(sql),
    relays: createRelayStore(sql),
    keptOfPerson: createKeptOfPersonStore(sql),
    consents: createConsentStore(sql),
    unsentFeedback: createUnsentFeedbackStore(sql),
    guidances: createGuidanceStore(sql),
    ...createFeedbackStores(sql),
  };
}

function createFeedbackStores(sql: Sql): Omit<FeedbackTools, "calendars" | "fold"> {
  return {
    feedback: createFeedbackStore(sql),
    feedbackRules: createFeedbackRules(sql),
    surveys: createSurveyStore(sql),
    staffDirectory: createStaffDirectory(sql),
    notices: createNoticeStore(sql),
  };
}

/** What changes cases outside a conversation: a job, another system. `sql` is the caller's transaction. */
export async function createFeedbackTools(sql: Sql, surroundings: ReadSurroundings): Promise<FeedbackTools> {
  const { calendars, fold } = await surroundings();
  return { ...createFeedbackStores(sql), calendars, fold };
}
