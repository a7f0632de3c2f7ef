import type { FeedbackCase } from "../../../domain/feedback/feedback.ts";
import type { Live } from "../live-stream.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { queuePath } from "./queue-asked.ts";

interface PresenceProps {
  matter: Pick<FeedbackCase, "code" | "version">;
  /** Names of the others who have the case open. */
  others: readonly string[];
  visit: StaffVisit;
}

/** Who else has the case open, and whether it changed since; kept up to date where there are scripts. */
export function CasePresence({ matter: { code, version }, others, visit }: PresenceProps) {
  const { say } = visit;
  const address = `${queuePath}/${code}`;
  return (
    <div class="presence" id="presence" role="status" data-live={`${address}/song`} data-version={version}>
      <p data-others>{sayOthers(others, visit)}</p>
      <p data-lost hidden>
        {say("staff-live-lost")}
      </p>
      <p data-changed hidden>
        {say("staff-case-changed")} <a href={address}>{say("staff-case-reload")}</a>
      </p>
    </div>
  );
}

/** The same for a page that is open. */
export function livePresence(version: number, others: readonly string[], visit: StaffVisit): Live {
  return { event: "case", text: JSON.stringify({ others: sayOthers(others, visit), version }) };
}

function sayOthers(others: readonly string[], { say, language }: StaffVisit): string {
  if (others.length === 0) return "";
  return say("staff-case-others", { names: new Intl.ListFormat(language).format(others) });
}
