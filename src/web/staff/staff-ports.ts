import type { AuditTrail } from "../../domain/audit/act.ts";
import type { CalendarDesk } from "../../domain/deadlines/calendar-desk.ts";
import type { WorkingCalendars } from "../../domain/deadlines/working-calendar.ts";
import type { CaseQueue, QueueViewStore } from "../../domain/feedback/case-queue.ts";
import type { Change, ChangeOutcome } from "../../domain/feedback/change-case.ts";
import type { CaseFile } from "../../domain/feedback/feedback-store.ts";
import type { Approvals } from "../../domain/staff/approval.ts";
import type { SecondStepStore } from "../../domain/staff/second-step.ts";
import type { StaffMember } from "../../domain/staff/staff-member.ts";
import type { CaseDesk } from "./cases/case-desk.ts";
import type { ApologyOutcome } from "../../domain/dossiers/apologise.ts";
import type { Dossier } from "../../domain/dossiers/dossier.ts";
import type { DossierRegister } from "../../domain/dossiers/dossier-register.ts";
import type { Day } from "../../domain/vietnam-time.ts";
import type { WorkStore } from "../../domain/work/work-store.ts";
import type { DeliveryPorts } from "./deliveries/delivery-ports.ts";
import type { PublicationPorts } from "./publications/publication-ports.ts";
import type { Rehearse } from "./rehearsal/rehearsed-message.ts";
import type { SettingsPorts } from "./settings/settings-ports.ts";
import type { SafetyPorts } from "./safety/safety-routes.tsx";
import type { FiguresPorts } from "./figures/figures-ports.ts";
import type { ImportPorts } from "./imports/import-ports.ts";

/** What the staff's pages need of the rest. */
export interface StaffPorts {
  work: Pick<WorkStore, "list" | "dossier" | "assignment" | "rooms" | "attachmentsOf">;
  cases: CaseQueue;
  /** Undefined also where it is not theirs to see: nothing of it is read then. */
  findCase: (code: string, staff: StaffMember) => Promise<CaseFile | undefined>;
  /** In a transaction of its own; what is to be said about it goes out. */
  changeCase: (change: Change) => Promise<ChangeOutcome>;
  /** For good, in a transaction of its own; an act that changes something is recorded in that one's transaction. */
  recordAct: AuditTrail["record"];
  deliveries: DeliveryPorts;
  publications: PublicationPorts;
  rehearse: Rehearse;
  /** What lies around a case on its page. */
  caseDesk: CaseDesk;
  queueViews: QueueViewStore;
  /** Names of the fields that matters may be of. */
  fields: () => Promise<string[]>;
  register: DossierRegister;
  findDossier: (code: string) => Promise<Dossier | undefined>;
  /** In a transaction of its own. */
  apologise: (asked: {
    code: string;
    reason: string;
    newDueOn: Day;
    staff: StaffMember;
    now: Date;
  }) => Promise<ApologyOutcome | { kind: "not-found" }>;
  imports: ImportPorts;
  figures: FiguresPorts;
  calendars: () => Promise<WorkingCalendars>;
  calendarDesk: CalendarDesk;
  settings: SettingsPorts;
  secondStep: SecondStepStore;
  approvals: Approvals;
  safety: SafetyPorts;
}
