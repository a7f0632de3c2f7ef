import { caseStates, feedbackStatuses, isOpen } from "../domain/feedback/case-states.ts";
import type { CaseEvent, FeedbackCase } from "../domain/feedback/feedback.ts";
import type { Keyring } from "./keyring.ts";
import type { StaffRole } from "../domain/staff/staff-member.ts";

/** The codes of the units from the root down to the one with this id. */
export function unitPathOf(unitId: string): string {
  return `array(with recursive above as (
    select id, code, parent_id, 0 as height from unit where id = ${unitId}
    union all select p.id, p.code, p.parent_id, height + 1 from unit p join above on p.id = above.parent_id
  ) select code from above order by height desc)`;
}

/** The columns of a case under its own names, for a query over feedback f, field, unit u and staff_member s. */
export const caseColumns = `
  f.id, f.code, f.source, f.source_code as "sourceCode", f.kind, f.urgency, f.status, f.version, f.round, f.content,
  field.name as field, f.place as place_words, f.latitude, f.longitude, f.dossier_code as "dossierCode",
  f.received_at as "receivedAt", f.accept_due_at as "acceptDueAt", f.accepted_at as "acceptedAt", f.due_at as "dueAt",
  f.answered_at as "answeredAt", f.closed_at as "closedAt", f.is_extended as "isExtended", f.policy_id as "policyId",
  f.promise, u.code as "unitCode", u.name as "unitName",
  ${unitPathOf("u.id")} as "unitPath",
  s.username as officer, s.full_name as "officerName", f.routing_rule_id as "routingRuleId", f.routed_by as "routedBy", f.person,
  f.conversation_id as "conversationId", f.sender_name as "senderName", f.sender_phone as "senderPhone", f.privacy,
  f.joined_to_id as "joinedToId", f.draft, f.extension, f.answer, f.is_demonstration as "isDemonstration"`;

/** Where those columns come from. */
export const fromCase = `from feedback f
  left join field on field.id = f.field_id
  left join unit u on u.id = f.unit_id
  left join staff_member s on s.id = f.officer_id`;

/** The states in which somebody still owes something, as a list in SQL. */
export const openStatuses = `('${feedbackStatuses.filter(isOpen).join("', '")}')`;

/** Whether a case says what the open one says that it was joined to: with that one, all of them are worked on. */
export const isGrouped = (matter: string) =>
  `exists (select from feedback main where main.id = ${matter}.joined_to_id and main.text_digest = ${matter}.text_digest
             and main.status in ${openStatuses})`;

/** The states in which the clocks run, as a list in SQL. */
export const runningStatuses = statusesWith("runs");

/** The states in which the answer clock stands still, as a list in SQL. */
export const pausedStatuses = statusesWith("paused");

function statusesWith(effect: "runs" | "paused"): string {
  return `('${feedbackStatuses.filter((status) => caseStates[status].answerClock === effect).join("', '")}')`;
}

export interface CaseRow extends Omit<FeedbackCase, "place"> {
  place_words: string | null;
  latitude: number | null;
  longitude: number | null;
}

export function readCase(
  { place_words: words, latitude, longitude, senderName, senderPhone, ...row }: CaseRow,
  keyring: Keyring,
): FeedbackCase {
  return {
    ...row,
    senderName: senderName && keyring.open(senderName, "feedback.sender_name"),
    senderPhone: senderPhone && keyring.open(senderPhone, "feedback.sender_phone"),
    place: {
      ...(words !== null && { words }),
      ...(latitude !== null && { latitude }),
      ...(longitude !== null && { longitude }),
    },
  };
}

/** The columns of an event, for a query over feedback_event e, staff_member s and unit u. */
export const eventColumns = `e.happened_at, e.kind, e.from_status, e.to_status, e.actor_kind, e.actor, e.channel, e.reason,
  e.detail, s.full_name, s.role, u.code as unit_code, u.name as unit_name`;

/** Where those columns come from. */
export const fromEvent = `from feedback_event e
  left join staff_member s on e.actor_kind = 'staff' and s.username = e.actor
  left join unit u on u.id = s.unit_id`;

export interface CaseEventRow {
  happened_at: Date;
  kind: CaseEvent["kind"];
  from_status: CaseEvent["fromStatus"];
  to_status: CaseEvent["toStatus"];
  actor_kind: CaseEvent["actor"]["kind"];
  actor: string;
  channel: string;
  reason: string | null;
  detail: Record<string, unknown>;
  full_name: string | null;
  role: StaffRole | null;
  unit_code: string | null;
  unit_name: string | null;
}

export function readCaseEvent(row: CaseEventRow): CaseEvent {
  return {
    happenedAt: row.happened_at,
    kind: row.kind,
    fromStatus: row.from_status,
    toStatus: row.to_status,
    actor: readActor(row),
    channel: row.channel,
    reason: row.reason,
    detail: row.detail,
  };
}

function readActor(row: CaseEventRow): CaseEvent["actor"] {
  if (row.actor_kind === "citizen") return { kind: "citizen", person: row.actor };
  if (row.actor_kind === "system") return { kind: "system", name: row.actor };
  return {
    kind: "staff",
    staff: {
      username: row.actor,
      fullName: row.full_name ?? row.actor,
      role: row.role ?? "officer",
      unitCode: row.unit_code ?? "",
      unitName: row.unit_name ?? "",
    },
  };
}
