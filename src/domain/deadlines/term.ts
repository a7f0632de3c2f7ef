/** How long something may take. Working hours may be fractions; days are whole. */
export interface Term {
  kind: "working-hours" | "working-days" | "calendar-days";
  amount: number;
}
