import type {
  Target,
  TargetChange,
  TargetChanger,
  TargetInForce,
  TargetQuery,
  TargetStore,
  TargetTerms,
} from "../domain/targets/target.ts";
import type { Sql } from "./database.ts";
import { targetsSql } from "./targets-sql.ts";

const columns = `t.id::text as id, t.indicator, u.code as "unitCode", u.name as "unitName", t.valid_from as "validFrom",
  t.valid_to as "validTo", t.value, t.source, t.set_at as "setAt", t.set_by as "setBy",
  t.superseded_at as "supersededAt", t.superseded_by as "supersededBy"`;
const from = "target t left join unit u on u.id = t.unit_id";

/** Targets on PostgreSQL: a change writes a new row and marks the old one. `sql` is the caller's transaction. */
export function createTargetStore(sql: Sql): TargetStore {
  const find = async (id: string) => {
    if (!/^\d{1,9}$/.test(id)) return undefined;
    const [target] = await sql.query<Target>(`select ${columns} from ${from} where t.id = $1`, [id]);
    return target;
  };
  return {
    find,
    list: (query = {}) => list(sql, query),
    inForce: ({ period, unitCode }) =>
      sql.query<TargetInForce>(targetsSql, [unitCode ?? null, period.from, period.to]),
    async set(terms, changer) {
      const { unitCode, indicator, validFrom, validTo, value, source } = terms;
      const same = (await list(sql, { unitCode, indicator })).find(
        (target) => target.validFrom === validFrom && target.validTo === validTo,
      );
      if (!same) return add(sql, terms, changer);
      if (same.value === value && same.source === source) return { kind: "unchanged", target: same };
      if (!(await supersede(sql, same.id, changer))) return { kind: "gone" };
      return add(sql, terms, changer, same);
    },
    async revise(id, terms, changer) {
      const before = await find(id);
      if (!before || before.supersededAt) return { kind: "gone" };
      const { unitCode, indicator, validFrom, validTo } = terms;
      const other = (await list(sql, { unitCode, indicator })).find(
        (target) => target.id !== id && target.validFrom === validFrom && target.validTo === validTo,
      );
      if (other) return { kind: "taken", target: other };
      if (!(await isUnit(sql, unitCode))) return { kind: "no-unit" };
      if (!(await supersede(sql, id, changer))) return { kind: "gone" };
      return add(sql, terms, changer, before);
    },
    async end(id, on, changer) {
      const before = await find(id);
      if (!before || !(await supersede(sql, id, changer))) return { kind: "gone" };
      if (on !== null && on >= before.validFrom) await add(sql, { ...before, validTo: on }, changer);
      return { kind: "ended" };
    },
  };
}

function list(sql: Sql, { unitCode, indicator, withHistory = false }: TargetQuery): Promise<Target[]> {
  return sql.query<Target>(
    `select ${columns} from ${from}
     where ($1 or t.superseded_at is null) and ($2::text is null or t.indicator = $2)
       and ($3::boolean or u.code is not distinct from $4)
     order by u.code nulls first, t.indicator, t.valid_from, t.valid_to nulls first, t.id desc`,
    [withHistory, indicator ?? null, unitCode === undefined, unitCode ?? null],
  );
}

async function isUnit(sql: Sql, code: string | null): Promise<boolean> {
  return code === null || (await sql.query("select from unit where code = $1", [code])).length > 0;
}

/** Whether it counted until now: of two who change it at once, one is told that it is gone. */
async function supersede(sql: Sql, id: string, { by, now }: TargetChanger): Promise<boolean> {
  const rows = await sql.query(
    "update target set superseded_at = $2, superseded_by = $3 where id = $1 and superseded_at is null returning id",
    [id, now, by],
  );
  return rows.length > 0;
}

async function add(
  sql: Sql,
  { indicator, unitCode, validFrom, validTo, value, source }: TargetTerms,
  { by, now }: TargetChanger,
  replaced?: Target,
): Promise<TargetChange> {
  const [target] = await sql.query<Target>(
    `with t as (
       insert into target (indicator, unit_id, valid_from, valid_to, value, source, set_at, set_by)
       select $1, unit.id, $3, $4, $5, $6, $7, $8 from (select 1) one left join unit on unit.code = $2
       where $2::text is null or unit.id is not null
       returning *
     )
     select ${columns} from t left join unit u on u.id = t.unit_id`,
    [indicator, unitCode, validFrom, validTo, value, source, now, by],
  );
  return target ? { kind: "set", target, ...(replaced && { replaced }) } : { kind: "no-unit" };
}
