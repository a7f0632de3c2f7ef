import type { StaffVisit } from "./staff-visit.ts";

interface PagerProps {
  visit: StaffVisit;
  /** Addresses; what is left out is not offered. */
  first?: string | undefined;
  before?: string | undefined;
  next?: string | undefined;
}

/** The ways to the other pages of a list. */
export function Pager({ visit: { say }, first, before, next }: PagerProps) {
  if (!first && !before && !next) return null;
  return (
    <nav class="buttons pager" aria-label={say("staff-pager")}>
      {first && (
        <a class="button" href={first}>
          {say("staff-page-first")}
        </a>
      )}
      {before && (
        <a class="button" href={before} rel="prev">
          {say("staff-page-before")}
        </a>
      )}
      {next && (
        <a class="button" href={next} rel="next">
          {say("staff-page-next")}
        </a>
      )}
    </nav>
  );
}
