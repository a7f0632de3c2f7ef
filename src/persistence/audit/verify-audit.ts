import type { Database } from "../database.ts";
import { beginning, chainedContent, hashOfLink } from "./chain-link.ts";

/** A link of the chain as it was noted outside, or at the end of a day. */
export interface NotedHead {
  day: string;
  place: number;
  hash: string;
}

/** Something in the audit is not as it was written. */
interface AuditFault {
  /** Of the chain, where it is about a link. */
  place?: string;
  fault: string;
}

export interface AuditVerdict {
  /** Links of the chain, and how many noted heads it was held against. */
  links: number;
  heads: number;
  /** Acts that are not in the chain yet, which is a matter of seconds while a worker runs. */
  pending: number;
  head: { place: string; hash: string } | undefined;
  faults: AuditFault[];
}

interface LinkRow {
  place: string;
  actId: string;
  sealedAt: Date;
  previous: string;
  hash: string;
  content: string[] | null;
}

const atOnce = 5000;

/**
 * Reads the whole chain and finds what was altered, removed, inserted or moved, the ends of days included that were noted
 * here and outside. Whoever holds the database may write a whole chain anew: only a head kept outside tells.
 */
export async function verifyAudit(database: Database, outside: readonly NotedHead[]): Promise<AuditVerdict> {
  const faults: AuditFault[] = [];
  const noted = [...(await readOwnHeads(database)), ...outside];
  const awaited = new Map(noted.map(({ place }) => [String(place), ""]));
  let last = { place: 0n, hash: beginning };
  let links = 0;
  for (;;) {
    const rows = await readLinks(database, last.place);
    for (const row of rows) {
      faults.push(...faultsOf(row, last));
      if (awaited.has(row.place)) awaited.set(row.place, row.hash);
      last = { place: BigInt(row.place), hash: row.hash };
      links += 1;
    }
    if (rows.length < atOnce) break;
  }
  for (const { day, place, hash } of noted)
    if (awaited.get(String(place)) !== hash)
      faults.push({ place: String(place), fault: `is not what was noted at the end of ${day}` });
  faults.push(...(await findUnchained(database)), ...(await findAlteredHistories(database)));
  faults.push(...(await findAlteredWords(database)));
  const [{ pending } = { pending: 0 }] = await database.query<{ pending: number }>(
    "select count(*)::int as pending from audit_pending",
  );
  const head = links ? { place: String(last.place), hash: last.hash } : undefined;
  return { links, heads: noted.length, pending, head, faults };
}

function faultsOf(row: LinkRow, last: { place: bigint; hash: string }): AuditFault[] {
  const { place, actId, content, previous, hash } = row;
  const missing = BigInt(place) - last.place - 1n;
  if (missing > 0n) return [{ place, fault: `follows a gap: ${missing} link(s) before it were removed` }];
  if (previous !== last.hash)
    return [{ place, fault: "does not follow the link before it: something was inserted, removed or moved" }];
  if (!content) return [{ place, fault: `has lost its act ${actId}: it was removed` }];
  return hashOfLink(previous, { ...row, content }) === hash
    ? []
    : [{ place, fault: `act ${actId} was altered` }];
}

function readLinks(database: Database, after: bigint): Promise<LinkRow[]> {
  return database.query<LinkRow>(
    `select s.place, s.act_id as "actId", s.sealed_at as "sealedAt", s.previous, s.hash, ${chainedContent} as content
     from audit_seal s left join audit_act a on a.id = s.act_id
     where s.place > $1 order by s.place limit ${atOnce}`,
    [String(after)],
  );
}

function readOwnHeads(database: Database): Promise<NotedHead[]> {
  return database.query("select ended_on as day, place::int, hash from audit_head order by ended_on");
}

/** Acts that neither are in the chain nor wait to be. */
async function findUnchained(database: Database): Promise<AuditFault[]> {
  const rows = await database.query<{ id: string }>(
    `select id from audit_act a
     where not exists (select from audit_seal s where s.act_id = a.id)
       and not exists (select from audit_pending p where p.act_id = a.id)
     order by id limit 20`,
  );
  return rows.map(({ id }) => ({ fault: `act ${id} was kept out of the chain` }));
}

/** What citizens were told that is not what was told; what was erased at somebody's wish is not altered. */
async function findAlteredWords(database: Database): Promise<AuditFault[]> {
  const rows = await database.query<{ id: string; subject: string }>(
    `select a.id, a.subject from audit_act a left join outbox o on o.id = (a.detail ->> 'outbox')::bigint
     where a.deed = 'citizen-told' and o.reply is distinct from '{"blocks": []}'
       and (o.id is null or digest_of_reply(o.reply) <> a.detail ->> 'sha256')
     order by a.id limit 20`,
  );
  return rows.map(({ id, subject }) => ({
    fault: `what the sender of ${subject} was told was altered (act ${id})`,
  }));
}

/** Histories of cases that are not as they were when their act was written. */
async function findAlteredHistories(database: Database): Promise<AuditFault[]> {
  const rows = await database.query<{ id: string; subject: string; isGone: boolean }>(
    `select a.id, a.subject, e.id is null as "isGone"
     from audit_act a left join feedback_event e on e.id = (a.detail ->> 'event')::bigint
     where a.deed like 'case-%' and a.detail ? 'event'
       and (e.id is null or digest_of_event(e) is distinct from a.detail ->> 'sha256')
     order by a.id limit 20`,
  );
  return rows.map(({ id, subject, isGone }) => ({
    fault: `the history of ${subject} was ${isGone ? "cut" : "altered"} (act ${id})`,
  }));
}
