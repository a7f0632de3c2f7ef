import type { Period } from "../domain/statistics/period.ts";
import { showDay } from "../domain/vietnam-time.ts";

/** The command that asks for exactly this period: what a button stands for and what one may type. */
export function periodCommand(period: Period): string {
  const basis = period.basis === "calendar" && isNamed(period) ? " duong lich" : "";
  return `/thongke ${periodWords(period)}${basis}`;
}

function periodWords({ kind, year, number, from, to }: Period): string {
  switch (kind) {
    case "quarter":
      return `quy ${number}/${year}`;
    case "half":
      return `6 thang ${number === 1 ? "dau" : "cuoi"} nam ${year}`;
    case "nine-months":
      return `9 thang nam ${year}`;
    case "year":
      return `nam ${year}`;
    case "month":
      return `thang ${number}/${year}`;
    case "day":
      return showDay(from);
    case "week":
    case "to-date":
    case "range":
      return `tu ${showDay(from)} den ${showDay(to)}`;
  }
}

function isNamed({ kind }: Period): boolean {
  return kind !== "day" && kind !== "week" && kind !== "range" && kind !== "to-date";
}
