import type { FeedbackCase } from "../../../domain/feedback/feedback.ts";
import type {
  publishCase,
  Publication,
  PublicationStore,
  PublicWords,
  PublishOutcome,
} from "../../../domain/feedback/publication.ts";

/** What letting feedback out needs of the rest. */
export interface PublicationPorts {
  find: (code: string) => Promise<Publication | undefined>;
  /** Words to begin with. */
  propose: (matter: FeedbackCase) => PublicWords;
  publish: (asked: Parameters<typeof publishCase>[0]) => Promise<PublishOutcome>;
  withdraw: PublicationStore["withdraw"];
}
