import type { Flow } from "../flow.ts";
import type { Intent } from "../understanding/understanding.ts";
import { absenceFlow } from "./absence-flow.ts";
import { apologyFlow } from "./apology-flow.ts";
import { dossierDetailFlow, dossierStatusFlow } from "./dossier-flow.ts";
import { feedbackCaseFlow } from "./feedback-case-flow.ts";
import { feedbackFlow, offeringUnsent } from "./feedback-flow.ts";
import { followFlow, unfollowFlow } from "./follow-flow.ts";
import { cancelFlow, helpFlow, languageFlow, startFlow, thanksFlow } from "./guide-flow.ts";
import { figureDefinitionFlow } from "./figure-definition-flow.ts";
import { figureSubscriptionFlow } from "./figure-subscription-flow.ts";
import { guidedElsewhereFlow } from "./guided-elsewhere-flow.ts";
import { linkFlow, startOrLinkFlow } from "./link-flow.ts";
import { officeFlow } from "./office-flow.ts";
import { accessFlow, erasureFlow } from "./kept-of-person-flow.ts";
import { procedureFlow } from "./procedure-flow.ts";
import { adjustmentsFlow, signOffFlow } from "./sign-off-flow.ts";
import { humanFlow, relayDeedFlow } from "./relay-flow.ts";
import { staffPagesFlow } from "./staff-pages-flow.ts";
import { statisticsFlow } from "./statistics-flow.ts";
import { serviceQualityFlow, targetsFlow } from "./targets-flow.ts";
import { unreadAnswerFlow } from "./unread-answer-flow.ts";
import { unreadablePhotoFlow } from "./unreadable-photo-flow.ts";
import { workFlow } from "./work-flow.ts";

/** What answers each intent. The compiler holds it complete. */
export const flows: Record<Intent, Flow> = {
  dossier_status: dossierStatusFlow,
  dossier_detail: dossierDetailFlow,
  statistics: statisticsFlow,
  figure_definition: figureDefinitionFlow,
  figure_subscription: figureSubscriptionFlow,
  sign_off: signOffFlow,
  adjustments: adjustmentsFlow,
  targets: targetsFlow,
  service_quality: serviceQualityFlow,
  start: startOrLinkFlow,
  greeting: offeringUnsent(startFlow),
  help: helpFlow,
  thanks: thanksFlow,
  cancel: cancelFlow,
  back: cancelFlow,
  deny: cancelFlow,
  confirm: helpFlow,
  language: languageFlow,
  unknown: offeringUnsent(unreadAnswerFlow),
  dossier_follow: followFlow,
  dossier_unfollow: unfollowFlow,
  feedback_new: feedbackFlow,
  feedback_status: feedbackCaseFlow,
  procedure_info: procedureFlow,
  office_info: officeFlow,
  my_work: workFlow,
  complaint: guidedElsewhereFlow,
  denunciation: guidedElsewhereFlow,
  state_secret: guidedElsewhereFlow,
  emergency: guidedElsewhereFlow,
  human: humanFlow,
  relay: relayDeedFlow,
  data_access: accessFlow,
  data_erasure: erasureFlow,
  link_account: linkFlow,
  staff_pages: staffPagesFlow,
  unreadable_photo: unreadablePhotoFlow,
  absence: absenceFlow,
  apology: apologyFlow,
};
