import { createWorkingCalendar } from "../../../src/domain/deadlines/working-calendar.ts";
import { nationalHolidayOn } from "../../../src/domain/deadlines/national-holidays.ts";
import type { CaseAction } from "../../../src/domain/feedback/case-action.ts";
import { decideCase } from "../../../src/domain/feedback/decide-case.ts";
import type { Actor, CaseEvent, FeedbackCase } from "../../../src/domain/feedback/feedback.ts";
import type { FeedbackPolicy } from "../../../src/domain/feedback/policy.ts";
import type { StaffMember } from "../../../src/domain/staff/staff-member.ts";

export const calendar = createWorkingCalendar([], { holidayOn: nationalHolidayOn });

/** An instant in Vietnam: `at("2026-11-23 08:00")`. */
export function at(text: string): Date {
  return new Date(`${text.replace(" ", "T")}:00+07:00`);
}

const member = (username: string, role: StaffMember["role"], unitCode: string): Actor => ({
  kind: "staff",
  staff: { username, role, unitCode, fullName: username, unitName: unitCode },
});

export const people = {
  hoa: { kind: "citizen", person: "web:hoa" },
  someoneElse: { kind: "citizen", person: "web:nam" },
  minh: member("minh", "officer", "STP.HCTP"),
  thu: member("thu", "officer", "STP.HCTP"),
  officerElsewhere: member("binh", "officer", "STP.LLTP"),
  head: member("lan", "leader", "STP.HCTP"),
  leaderElsewhere: member("duc", "leader", "STP.LLTP"),
  director: member("son", "leader", "STP"),
  admin: member("quan", "admin", "STP.VP"),
  program: { kind: "system", name: "upkeep" },
} as const satisfies Record<string, Actor>;

export const policy: FeedbackPolicy = {
  id: 1,
  field: null,
  kind: null,
  urgency: "normal",
  version: 1,
  validFrom: at("2020-01-01 00:00"),
  acceptTerm: { kind: "working-hours", amount: 8 },
  answerTerm: { kind: "working-days", amount: 5 },
  needsApproval: false,
  maxExtensions: 1,
  maxPauses: 2,
  maxPauseWorkingDays: 5,
  legalBasis: "NĐ 20/2008/NĐ-CP",
};

export function event(kind: CaseEvent["kind"], happenedAt: Date, more: Partial<CaseEvent> = {}): CaseEvent {
  return {
    kind,
    happenedAt,
    fromStatus: null,
    toStatus: null,
    actor: people.program,
    channel: "web",
    reason: null,
    detail: {},
    ...more,
  };
}

/** Chị Hoa's case with the head's room, given to anh Minh on Monday 23 November 2026 at 08:00. */
export function aCase(more: Partial<FeedbackCase> = {}): FeedbackCase {
  return {
    id: "1",
    code: "PA-2026-000001",
    source: "web",
    sourceCode: "m1",
    kind: "report",
    urgency: "normal",
    status: "assigned",
    version: 1,
    round: 1,
    content: "Quá hẹn mà chưa có bản sao trích lục",
    field: "Hộ tịch",
    place: {},
    dossierCode: null,
    receivedAt: at("2026-11-23 08:00"),
    acceptDueAt: null,
    acceptedAt: null,
    dueAt: at("2026-11-30 17:00"),
    answeredAt: null,
    closedAt: null,
    isExtended: false,
    policyId: 1,
    promise: null,
    unitCode: "STP.HCTP",
    unitName: "Phòng Hành chính tư pháp",
    unitPath: ["STP", "STP.HCTP"],
    officer: "minh",
    officerName: "Lê Văn Minh",
    routingRuleId: null,
    routedBy: null,
    person: "web:hoa",
    conversationId: "7",
    senderName: null,
    senderPhone: null,
    privacy: "agency",
    joinedToId: null,
    draft: null,
    extension: null,
    answer: null,
    isDemonstration: false,
    ...more,
  };
}

/** Decides one action on a case of chị Hoa's, at 09:00 the next day unless told otherwise. */
export function decide(
  action: CaseAction,
  actor: Actor,
  {
    before = aCase(),
    events = [event("filed", before.receivedAt, { toStatus: "assigned" })],
    now = at("2026-11-24 09:00"),
    under = policy,
  }: { before?: FeedbackCase; events?: CaseEvent[]; now?: Date; under?: FeedbackPolicy } = {},
) {
  return decideCase({ before, events, action, actor, now, policy: under, calendar });
}
