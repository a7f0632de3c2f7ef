import type { WorkingCalendars } from "../../domain/deadlines/working-calendar.ts";
import type { StatusOutcome, DetailOutcome } from "../../domain/dossiers/look-up-dossier.ts";
import type { CaseOutcome } from "../../domain/feedback/look-up-case.ts";
import type { EchoOutcome, Publication, PublicationPlace } from "../../domain/feedback/publication.ts";
import type { ProofTry } from "../../domain/people/second-proof.ts";
import type { PublishedFigures } from "../../domain/statistics/published-figures.ts";
import type { Period } from "../../domain/statistics/period.ts";
import type { Settings } from "../../domain/settings/settings.ts";

/** What the pages for everybody need of the rest. */
export interface PublicPorts {
  dossierStatus: (code: string) => Promise<StatusOutcome>;
  dossierDetail: (asked: ProofTry) => Promise<DetailOutcome>;
  caseStatus: (asked: ProofTry) => Promise<CaseOutcome>;
  published: (
    words: readonly string[],
    page: { after?: PublicationPlace; limit: number },
  ) => Promise<Publication[]>;
  publication: (code: string) => Promise<Publication | undefined>;
  echo: (code: string, from: { visitor: string; network: string }) => Promise<EchoOutcome>;
  /** Quarters that are over, the newest first. */
  quarters: () => Promise<Period[]>;
  figures: (period: Period) => Promise<PublishedFigures | undefined>;
  /** What stands for the network somebody comes from, in what is kept: the address itself is not. */
  nameNetwork: (address: string) => string;
  calendars: () => Promise<WorkingCalendars>;
  settings: () => Promise<Settings>;
}
