import type { ImportTable } from "../domain/imports/import-store.ts";

/** How the rows of an import become rows of one table. In expressions `s` is the staged row, `t` the row there now. */
export interface TablePlan {
  /** Columns that tell rows apart. */
  key: readonly string[];
  /** Those of them that may be null: then only another null is the same. */
  nullableKey?: readonly string[];
  /** What is staged, with its type. */
  staged: Readonly<Record<string, string>>;
  /** Columns whose value is not simply the staged column of the same name. */
  computed?: Readonly<Record<string, string>>;
  /** Staged columns that only lead to a computed one. */
  notStored?: readonly string[];
  /** The column that names the parent's key, and the one that holds its id: set once all rows are there. */
  parent?: { code: string; id: string };
  /** Set when a row is written, never compared. */
  stampedAt?: string;
  isMarkedDemonstration?: boolean;
  /** Others change its rows at any time: those to be compared are held first, so that nobody's work is written over. */
  isWorkedOn?: boolean;
  /** A row is never changed: another takes its place, and the old one says since when and by whom. */
  isVersioned?: boolean;
  /** Set to the file's name when a row is written, never compared. */
  stampedBy?: string;
  /** Columns whose value before the change its history needs. */
  remembered?: readonly string[];
}

const fieldId = "(select id from field where name = s.field_name)";

export const tablePlans: Readonly<Record<ImportTable, TablePlan>> = {
  unit: {
    key: ["code"],
    staged: { code: "text", name: "text", parent_code: "text" },
    parent: { code: "parent_code", id: "parent_id" },
    notStored: ["parent_code"],
  },
  staff_member: {
    key: ["username"],
    staged: {
      username: "text",
      full_name: "text",
      role: "text",
      unit_id: "integer",
      phone: "text",
      email: "text",
      superior_username: "text",
    },
    parent: { code: "superior_username", id: "superior_id" },
    notStored: ["superior_username"],
  },
  procedure: {
    key: ["code"],
    staged: {
      code: "text",
      name: "text",
      field_name: "text",
      working_days: "integer",
      fee: "text",
      online_level: "text",
      interlinked: "text",
      is_published: "boolean",
      papers: "text",
      submit_at: "text",
      url: "text",
      also_called: "text",
      source: "text",
    },
    computed: { field_id: fieldId },
    notStored: ["field_name"],
    stampedAt: "updated_at",
  },
  dossier: {
    key: ["code"],
    staged: {
      code: "text",
      procedure_id: "integer",
      unit_id: "integer",
      submission_mode: "text",
      status: "text",
      received_at: "timestamptz",
      due_at: "timestamptz",
      finished_at: "timestamptz",
      returned_at: "timestamptz",
      officer_id: "integer",
      applicant_name: "text",
      applicant_phone: "text",
      interlinked: "text",
      partner_agency: "text",
    },
    // No file says when a dossier was withdrawn or stopped: it counts from when we first heard of it.
    computed: {
      resolved_at: `coalesce(s.finished_at, s.returned_at, case when s.status in ('withdrawn', 'stopped')
        then coalesce(case when t.status in ('withdrawn', 'stopped') then t.resolved_at end, origin.now) end)`,
    },
    isMarkedDemonstration: true,
    remembered: ["status", "due_at"],
  },
  assignment: {
    key: ["code"],
    staged: {
      code: "text",
      content: "text",
      assigned_on: "date",
      due_on: "date",
      done_on: "date",
      officer_id: "integer",
      unit_id: "integer",
    },
    isMarkedDemonstration: true,
  },
  feedback: {
    key: ["source", "source_code"],
    staged: {
      source: "text",
      source_code: "text",
      field_name: "text",
      content: "text",
      received_at: "timestamptz",
      due_at: "timestamptz",
      answered_at: "timestamptz",
      unit_id: "integer",
      sender_name: "text",
      sender_phone: "text",
    },
    // Once it is a case the promise and the unit are ours; an answer given elsewhere is news as long as there is none.
    computed: {
      field_id: `case when t.policy_id is null then ${fieldId} else t.field_id end`,
      due_at: "case when t.policy_id is null then s.due_at else t.due_at end",
      unit_id: "case when t.policy_id is null then s.unit_id else t.unit_id end",
      answered_at: `case when t.policy_id is null or (t.answered_at is null and t.round = 1) then s.answered_at
        else t.answered_at end`,
    },
    notStored: ["field_name"],
    isMarkedDemonstration: true,
    isWorkedOn: true,
  },
  routing_rule: {
    key: ["place"],
    staged: {
      place: "integer",
      field_name: "text",
      phrases: "text",
      unit_id: "integer",
      officer_id: "integer",
    },
    computed: {
      field_id: fieldId,
      phrases: `coalesce(regexp_split_to_array(trim(s.phrases, '; '), '\\s*;\\s*'), '{}')`,
    },
    notStored: ["field_name"],
  },
  day_exception: {
    key: ["day", "unit_id"],
    nullableKey: ["unit_id"],
    staged: { day: "date", unit_id: "integer", kind: "text", note: "text", basis: "text" },
  },
  working_hours: {
    key: ["weekday", "unit_id", "from_minute"],
    nullableKey: ["unit_id", "from_minute"],
    staged: { weekday: "integer", unit_id: "integer", from_minute: "integer", to_minute: "integer" },
  },
  target: {
    key: ["indicator", "unit_id", "valid_from", "valid_to"],
    nullableKey: ["unit_id", "valid_to"],
    staged: {
      indicator: "text",
      unit_id: "integer",
      valid_from: "date",
      valid_to: "date",
      value: "double precision",
      source: "text",
    },
    stampedAt: "set_at",
    stampedBy: "set_by",
    isVersioned: true,
    isWorkedOn: true,
  },
};

/** Whether two rows stand for the same thing. */
export function isSameRow(left: string, right: string, { key, nullableKey = [] }: TablePlan): string {
  return key
    .map((column) => {
      const equals = nullableKey.includes(column) ? "is not distinct from" : "=";
      return `${left}.${column} ${equals} ${right}.${column}`;
    })
    .join(" and ");
}

/** Whether a row is the one that counts: of versions only the last does. */
export function isInForce(row: string, { isVersioned }: TablePlan): string {
  return isVersioned ? `${row}.superseded_at is null` : "true";
}
