import type { PublicPage, PublicVisit } from "./public-site.tsx";

const terms = [
  "period",
  "received",
  "resolved",
  "outcome",
  "open",
  "on-time-rate",
  "online-rate",
  "feedback",
  "signed",
  "small",
] as const;

/** How the figures that are published are reckoned. */
export function definitionsPage({ say }: PublicVisit): PublicPage {
  return {
    title: say("public-definitions"),
    isSame: true,
    children: (
      <>
        <p>{say("public-definitions-note")}</p>
        <dl class="public-terms">
          {terms.map((term) => (
            <div id={term}>
              <dt>{say(`public-term-${term}`)}</dt>
              <dd>{say(`public-term-${term}-means`)}</dd>
            </div>
          ))}
        </dl>
      </>
    ),
  };
}
