import type { StaffMember } from "../domain/staff/staff-member.ts";

// What a member of staff may see, for lists: what `mayWorkOn` says of one matter, as a condition on many.

/** The units reached by posts: $2 officers' units, $3 leaders' units with all below. */
const reachedUnits = `(
  with recursive led as (
    select id from unit where code = any($3::text[])
    union select child.id from unit child join led on child.parent_id = led.id
  ) select id from led union select id from unit where code = any($2::text[]))`;

/** Whether somebody's posts reach a row with `officer_id` and `unit_id`: $1 names, $2 and $3 as above, $4 admin. */
export function isReached(row: string): string {
  return `($4::boolean or ${isOwn(row)} or ${row}.unit_id in ${reachedUnits}
    or (cardinality($3::text[]) > 0 and ${row}.unit_id is null))`;
}

/** Whether it is one's own, or that of somebody one stands in for: $1 names. */
export function isOwn(row: string): string {
  return `${row}.officer_id in (select id from staff_member where username = any($1::text[]))`;
}

/** Whether a unit itself is reached. */
export const isReachedUnit = `($4::boolean or unit.id in ${reachedUnits})`;

/** The values $1 to $4. */
export function postsOf(staff: StaffMember): [string[], string[], string[], boolean] {
  const posts = [staff, ...(staff.standsInFor ?? [])];
  const unitsOf = (role: string) =>
    posts.filter((post) => post.role === role).map(({ unitCode }) => unitCode);
  return [
    posts.map(({ username }) => username),
    unitsOf("officer"),
    unitsOf("leader"),
    posts.some(({ role }) => role === "admin"),
  ];
}
