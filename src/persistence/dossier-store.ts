import type { Dossier, DossierEvent } from "../domain/dossiers/dossier.ts";
import type { DossierStore } from "../domain/dossiers/dossier-store.ts";
import type { Prepared, Sql } from "./database.ts";
import type { Keyring } from "./keyring.ts";

/** Inside JSON an instant is text. */
type EventRow = Omit<DossierEvent, "happenedAt" | "dueAt"> & { happenedAt: string; dueAt: string | null };
type DossierRow = Omit<Dossier, "history"> & { place: number; history: EventRow[] };

const byCode: Prepared = {
  name: "dossiers-by-code",
  isForMany: true,
  text: `select asked.place::int, d.code, p.name as "procedureName", p.working_days as "procedureWorkingDays", p.fee as "procedureFee",
                u.name as "unitName", d.submission_mode as "submissionMode", d.status, d.received_at as "receivedAt",
                d.due_at as "dueAt", d.due_on as "dueOn", d.finished_at as "finishedAt", d.returned_at as "returnedAt",
                d.applicant_name as "applicantName", d.applicant_phone as "applicantPhone",
                d.partner_agency as "partnerAgency", d.is_demonstration as "isDemonstration",
                (select json_build_object('reason', a.reason, 'newDueOn', a.new_due_on)
                 from dossier_apology a where a.dossier_id = d.id) as apology,
                (select coalesce(json_agg(json_build_object(
                          'happenedAt', e.happened_at, 'fromStatus', e.from_status, 'toStatus', e.to_status,
                          'dueAt', e.due_at, 'source', e.source) order by e.happened_at, e.id), '[]')
                 from dossier_event e where e.dossier_id = d.id) as history
         from unnest($1::text[]) with ordinality as asked (code, place)
         join dossier d on d.code = asked.code
         join procedure p on p.id = d.procedure_id
         join unit u on u.id = d.unit_id`,
};

/** Dossiers on PostgreSQL, each read with its history in one statement. */
export function createDossierStore(sql: Sql): DossierStore {
  return {
    async findByCode(code) {
      const [row] = await sql.query<DossierRow>(byCode, [code]);
      return row && readDossier(row, sql.keyring);
    },
  };
}

function readDossier(
  { place: _place, applicantPhone: phone, history, ...dossier }: DossierRow,
  keyring: Keyring,
): Dossier {
  return {
    ...dossier,
    applicantPhone: phone && keyring.open(phone, "dossier.applicant_phone"),
    history: history.map(readEvent),
  };
}

function readEvent({ happenedAt, dueAt, ...event }: EventRow): DossierEvent {
  return { ...event, happenedAt: new Date(happenedAt), dueAt: dueAt === null ? null : new Date(dueAt) };
}
