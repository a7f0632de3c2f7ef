import type { StaffVisit } from "../staff-visit.ts";

/** Says how many cases changed since they were shown; they move when its reader asks for it, and not before. */
export function QueueNews({
  address,
  live,
  visit: { say },
}: {
  address: string;
  /** Where it hears of changes; undefined: nowhere. */
  live: string | undefined;
  visit: StaffVisit;
}) {
  return (
    <div role="status">
      <p class="flash warning" data-lost hidden>
        {say("staff-live-lost")}
      </p>
      <a
        class="button news"
        id="news"
        hidden
        href={address}
        hx-get={address}
        hx-target="#queue"
        hx-select="#queue"
        hx-swap="outerMorph"
        data-live={live}
      >
        <span data-count /> {say("staff-queue-news")}
      </a>
    </div>
  );
}
