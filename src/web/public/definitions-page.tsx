import { figureDefinitions, type FigureDefinition } from "../../domain/statistics/figure-definitions.ts";
import type { PublicPage, PublicVisit } from "./public-site.tsx";

const figures = Object.keys(figureDefinitions) as FigureDefinition[];
/** What is about publishing, and no figure. */
const ofPublishing = ["signed", "small"] as const;

/** How the figures that are published are reckoned: the definitions that the assistant explains its figures by. */
export function definitionsPage({ say }: PublicVisit): PublicPage {
  return {
    title: say("public-definitions"),
    isSame: true,
    children: (
      <>
        <p>{say("public-definitions-note")}</p>
        <dl class="public-terms">
          <div id="period">
            <dt>{say("public-term-period")}</dt>
            <dd>{say("public-term-period-means")}</dd>
          </div>
          {figures.map((figure) => (
            <div id={figure}>
              <dt>{say(`definition-${figure}-name`)}</dt>
              <dd>{say(`definition-${figure}-meaning`)}</dd>
              <dd class="quiet">
                {say("definition-left-out")}: {say(`definition-${figure}-left-out`)}
              </dd>
              <dd class="quiet">
                {say("definition-source")}:{" "}
                {figureDefinitions[figure].map((source) => say(`legal-source-${source}`)).join("; ")}
              </dd>
            </div>
          ))}
          {ofPublishing.map((term) => (
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
