import type { Attributes, CaseEvent, FeedbackCase } from "./feedback.ts";
import type { SameText } from "./campaign.ts";
import type { FeedbackPolicy } from "./policy.ts";
import type { RoutingRule } from "./routing.ts";

/** A case with its whole history. */
export interface CaseFile {
  matter: FeedbackCase;
  /** Oldest first. */
  events: CaseEvent[];
}

/** What a case is filed with; its code is given by the store, gapless within a year. */
export type NewCase = Pick<
  FeedbackCase,
  | "source"
  | "sourceCode"
  | "kind"
  | "urgency"
  | "status"
  | "content"
  | "field"
  | "place"
  | "dossierCode"
  | "receivedAt"
  | "policyId"
  | "promise"
  | "unitCode"
  | "officer"
  | "routingRuleId"
  | "routedBy"
  | "person"
  | "conversationId"
  | "senderName"
  | "senderPhone"
  | "privacy"
  | "joinedToId"
> & {
  attachmentIds: readonly string[];
  /** What it says in short; see essenceOf. */
  essence?: string | undefined;
};

/** Where cases are kept. Inside a transaction, all of it belongs to that transaction. */
export interface FeedbackStore {
  /**
   * The case that the source's own id was filed as before. Until the transaction ends nobody else files under that id,
   * so that filing is idempotent by it and no number of the year is lost to a second try.
   */
  claimSource(source: string, sourceCode: string): Promise<FeedbackCase | undefined>;
  /** What was received since with the same essence, by others than this person. */
  sameText(essence: string, person: string | null, since: Date): Promise<SameText>;
  /** Files a case under an id that was claimed. */
  file(fresh: NewCase, event: CaseEvent): Promise<FeedbackCase>;
  /** The case with its history, locked until the transaction ends. */
  lock(code: string): Promise<CaseFile | undefined>;
  find(code: string): Promise<CaseFile | undefined>;
  /** Keeps the case as it is now and adds what happened; returns it with the names of where it is now. */
  save(next: FeedbackCase, events: readonly CaseEvent[]): Promise<FeedbackCase>;
  /** Newest first. */
  ofPerson(person: string): Promise<FeedbackCase[]>;
  /** Open cases that a new one may repeat: the same person's, about the same dossier, or of the same field. */
  candidates(draft: Attributes, since: Date): Promise<FeedbackCase[]>;
  /** Open cases joined to this one. */
  joinedTo(id: string): Promise<FeedbackCase[]>;
}

/** What is decided for all cases. */
export interface FeedbackRules {
  policies(): Promise<FeedbackPolicy[]>;
  /** In the order in which they are tried. */
  routing(): Promise<RoutingRule[]>;
  countWrong(routingRuleId: number): Promise<void>;
  unitExists(unitCode: string): Promise<boolean>;
  /** The unit that handles a dossier. */
  unitOfDossier(dossierCode: string): Promise<string | undefined>;
}
