import { sealActs } from "../../src/persistence/audit/seal-acts.ts";
import { verifyAudit } from "../../src/persistence/audit/verify-audit.ts";
import type { Database } from "../../src/persistence/database.ts";
import { compareAnswers } from "../../src/persistence/kept-figures/compare-answers.ts";
import type { Office } from "./office.ts";

/** What must hold of the books whatever befell those who kept them; empty lists and nought are right. */
export interface Books {
  /** Cases that were accepted. */
  accepted: number;
  /** Cases whose history does not have one filing and one accepting, each as often as it was asked for. */
  changedOtherwise: string[];
  /** Notices that went out more than once or not at all. */
  toldOtherwise: string[];
  /** Periods in which the kept figures say something else than the dossiers counted one by one. */
  wrongFigures: number;
  /** Dossiers that figures were made of. */
  dossiers: number;
  auditFaults: string[];
  auditLinks: number;
}

/** Once nothing is owed any more. */
export async function examineBooks(database: Database, office: Office): Promise<Books> {
  const changed = await database.query<{ code: string; events: string[] }>(
    `select f.code, array_agg(e.kind order by e.id) as events
     from feedback f join feedback_event e on e.feedback_id = f.id group by f.code`,
  );
  const events = new Map(changed.map(({ code, events: kinds }) => [code, kinds.join()]));
  const told = await database.query<{ code: string; times: number }>(
    `select f.code, count(o.id)::int as times from feedback f
     left join outbox o on o.inbound_id is null and position(f.code in o.reply::text) > 0
     where f.code = any ($1) group by f.code`,
    [office.accepted],
  );
  const planned = new Set(
    (
      await database.query<{ code: string }>(
        `select f.code from feedback f join notice n on n.subject_kind = 'feedback' and n.subject_id = f.id
         where n.kind = 'case-assigned' and n.status = 'handed-over'`,
      )
    ).map(({ code }) => code),
  );
  const now = new Date();
  const { wrong } = await compareAnswers(database, now);
  const [{ count } = { count: 0 }] = await database.query<{ count: number }>(
    "select count(*)::int as count from dossier",
  );
  await sealActs(database, now);
  const audit = await verifyAudit(database, []);
  return {
    accepted: office.accepted.length,
    changedOtherwise: office.accepted
      .filter((code) => events.get(code) !== "filed,accepted")
      .map((code) => `${code} ${events.get(code)}`),
    toldOtherwise: told
      .filter(({ code, times }) => times !== (planned.has(code) ? 1 : 0))
      .map(({ code }) => code),
    wrongFigures: wrong.length,
    dossiers: count,
    auditFaults: [
      ...audit.faults.map(({ fault }) => fault),
      ...(audit.pending ? [`${audit.pending} pending`] : []),
    ],
    auditLinks: audit.links,
  };
}

/** What of it is not right, for whoever asks whether all is well. */
export function wrongIn({ changedOtherwise, toldOtherwise, wrongFigures, auditFaults }: Books): object {
  return { changedOtherwise, toldOtherwise, wrongFigures, auditFaults };
}
