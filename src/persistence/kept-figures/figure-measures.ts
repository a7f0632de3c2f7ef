/** What `figures_of` counts of a dossier and `figure_sum` keeps, by the names of the columns. */
export const figureMeasures = [
  "received_online",
  "received_in_person",
  "received_postal",
  "received_undated",
  "resolved_early",
  "resolved_on_time",
  "resolved_late",
  "resolved_undated",
  "resolved_horizontal",
  "resolved_vertical",
  "late_shift",
  "fell_due",
] as const;

type FigureMeasure = (typeof figureMeasures)[number];
export type FigureSums = Record<FigureMeasure, number>;

/** The measures as a list of columns. */
export const measureColumns = figureMeasures.join(", ");

/** One expression a measure, under the measure's name. */
export function eachMeasure(expression: (measure: FigureMeasure) => string): string {
  return figureMeasures.map((measure) => `${expression(measure)} as ${measure}`).join(", ");
}

/** The sums of rows that have the measures. */
export const sumsOfMeasures = eachMeasure((measure) => `sum(${measure})::integer`);

/** What tells the rows of `figure_sum` apart. */
export const sumKey = "unit_id, field_id, mode, span, starts_on";

/** The rows of `figure_change` as days with what they add, as a common table expression `event`. */
export function eventsOf(changes: string): string {
  return `event as (
    select c.unit_id, c.field_id, c.mode, f.day, ${eachMeasure((measure) => `c.sign * f.${measure}`)}
    from ${changes} c
    cross join lateral figures_of(c.received_on, c.due_on, c.resolved_on, c.mode, c.interlinked) f
  )`;
}

/**
 * The rows of `figure_sum` that follow from `event`, as common table expressions that end with `summed`. By the day only
 * where a day holds many dossiers: finer, there would be more sums than dossiers.
 */
export const sumsOfEvents = `
  fine as (
    select unit_id, field_id, mode, half, day, ${sumsOfMeasures}
    from (select *, half_month_of(day) as half from event) e
    group by grouping sets ((half, unit_id, field_id, mode), (day, unit_id), (day, field_id), (day, mode))
  ), grouped as (
    select unit_id, field_id, mode, 'half-month' as span, half as starts_on, ${sumsOfMeasures}
    from fine where half is not null
    group by grouping sets (
      (half), (half, unit_id), (half, field_id), (half, mode), (half, unit_id, field_id), (half, unit_id, mode)
    )
    union all
    select null, null, mode, 'day', day, ${sumsOfMeasures}
    from fine where day is not null and mode is not null group by grouping sets ((day), (day, mode))
    union all
    select unit_id, field_id, null, 'day', day, ${measureColumns}
    from fine where day is not null and mode is null
  ), spanned as (
    select * from grouped
    union all
    select unit_id, field_id, mode, 'year', year_of(starts_on), ${sumsOfMeasures}
    from grouped where span = 'half-month' group by unit_id, field_id, mode, year_of(starts_on)
  ), summed as (
    select coalesce(unit_id, 0) as unit_id, coalesce(field_id, 0) as field_id, coalesce(mode, '') as mode, span,
           starts_on, ${measureColumns}
    from spanned
  )`;

/** How many dossiers were received or resolved, in a row that has the measures. */
export const happenedSum = figureMeasures
  .filter(
    (measure) =>
      !["received_undated", "resolved_horizontal", "resolved_vertical", "late_shift", "fell_due"].includes(
        measure,
      ),
  )
  .join(" + ");

/** The sums of nothing. */
export const noSums = Object.fromEntries(figureMeasures.map((measure) => [measure, 0])) as FigureSums;
