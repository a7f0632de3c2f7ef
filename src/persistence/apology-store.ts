import type { Apology } from "../domain/dossiers/apologise.ts";
import type { ApologyStore, ApologisedDossier } from "../domain/dossiers/apology-store.ts";
import type { Sql } from "./database.ts";
import { unitPathOf } from "./feedback-rows.ts";

/** Apologies for late dossiers, on PostgreSQL. */
export function createApologyStore(sql: Sql): ApologyStore {
  return {
    async lock(code) {
      const [found] = await sql.query<Omit<ApologisedDossier, "apology"> & { apology: RawApology | null }>(
        `select d.id, d.due_on as "dueOn", d.resolved_at is null and d.is_counted as "isOpen", s.username as officer,
                u.code as "unitCode", ${unitPathOf("d.unit_id")} as "unitPath",
                (select to_json(a) from dossier_apology a where a.dossier_id = d.id) as apology
         from dossier d join unit u on u.id = d.unit_id left join staff_member s on s.id = d.officer_id
         where d.code = $1 for no key update of d`,
        [code],
      );
      return found && { ...found, apology: found.apology && readApology(found.apology) };
    },
    async keep(dossierId, { reason, newDueOn, givenAt }, givenBy) {
      await sql.query(
        `with given as (
           insert into dossier_apology (dossier_id, reason, new_due_on, given_by, given_at) values ($1, $2, $3, $4, $5)
         )
         insert into staff_event (staff_id, happened_at, kind, actor, detail)
         select s.id, $5, 'apologised', $4, jsonb_build_object('dossier', d.code, 'newDueOn', $3::date, 'reason', $2::text)
         from staff_member s, dossier d where s.username = $4 and d.id = $1`,
        [dossierId, reason, newDueOn, givenBy, givenAt],
      );
    },
  };
}

interface RawApology {
  reason: string;
  new_due_on: Apology["newDueOn"];
  given_at: string;
}

function readApology({ reason, new_due_on: newDueOn, given_at }: RawApology): Apology {
  return { reason, newDueOn, givenAt: new Date(given_at) };
}
