import type { Database, Sql } from "../database.ts";
import { beginning, chainedContent, hashOfLink, type ChainedAct } from "./chain-link.ts";

const atOnce = 1000;

/**
 * Puts every act that was committed into the chain, in the order in which this finds them; returns how many. One process
 * does so at a time, and another finds nothing to do; no act ever waits for it.
 */
export async function sealActs(database: Database, now: Date): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await database.transaction((sql) => sealSome(sql, now));
    sealed += count;
    if (count < atOnce) return sealed;
  }
}

async function sealSome(sql: Sql, now: Date): Promise<number> {
  const [lock] = await sql.query<{ is: boolean }>(
    "select pg_try_advisory_xact_lock(hashtext('motcua audit chain')) as is",
  );
  if (!lock!.is) return 0;
  const [head] = await sql.query<{ place: string; hash: string }>(
    "select place, hash from audit_seal order by place desc limit 1",
  );
  const acts = await sql.query<ChainedAct>(
    `select a.id as "actId", ${chainedContent} as content
     from audit_pending p join audit_act a on a.id = p.act_id order by p.act_id limit ${atOnce}`,
  );
  if (!acts.length) return 0;
  let last = { place: BigInt(head?.place ?? 0), hash: head?.hash ?? beginning };
  const links = acts.map((act) => {
    const place = String(last.place + 1n);
    const previous = last.hash;
    const hash = hashOfLink(previous, { ...act, place, sealedAt: now });
    last = { place: last.place + 1n, hash };
    return { place, act_id: act.actId, previous, hash };
  });
  await sql.query(
    `with sealed as (
       insert into audit_seal (place, act_id, sealed_at, previous, hash)
       select place, act_id, $2, previous, hash
       from jsonb_to_recordset($1) as link (place bigint, act_id bigint, previous text, hash text)
     )
     delete from audit_pending where act_id = any ($3)`,
    [JSON.stringify(links), now, acts.map(({ actId }) => actId)],
  );
  return links.length;
}
