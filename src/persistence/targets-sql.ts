/** The places of a statement's values: the unit's code, null for the one above all others, and the period's days. */
interface Places {
  unitCode: string;
  from: string;
  to: string;
}

/**
 * The target of each indicator in force on the last day, of the unit in question or else of the nearest above it, the whole
 * agency's last; of several the one for exactly these days, else the one for the shortest time. One set for a shorter time
 * than is asked for says nothing of it; a week more or less is the cut of the periods. Recursive common table expressions
 * that end with `target_in_force`.
 */
export function targetsInForce({ unitCode, from, to }: Places): string {
  return `chain as (
    select id, parent_id, 0 as distance from unit
    where case when ${unitCode}::text is null then parent_id is null else code = ${unitCode} end
    union
    select above.id, above.parent_id, distance + 1 from unit above join chain on chain.parent_id = above.id
  ), target_in_force as (
    select distinct on (indicator) indicator, value as target, source
    from target t left join chain on chain.id = t.unit_id
    where superseded_at is null and valid_from <= ${to}::date and (valid_to is null or valid_to >= ${to})
      and (valid_to is null or valid_to - valid_from + 7 >= ${to} - ${from}::date)
      and (t.unit_id is null or chain.id is not null)
    order by indicator, chain.distance nulls last, (valid_from = ${from} and valid_to = ${to}) is not true,
      valid_to - valid_from nulls last, valid_from desc
  )`;
}

/** $1 the unit's code or null, $2 the first and $3 the last day. */
export const targetsSql = `
  with recursive ${targetsInForce({ unitCode: "$1", from: "$2", to: "$3" })}
  select indicator, target, source from target_in_force order by indicator`;
