import type { Period } from "../../domain/statistics/period.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import { Refusal } from "../refusal.ts";
import { figuresPage } from "./figures-page.tsx";
import type { PublicPorts } from "./public-ports.ts";
import type { PublicSite } from "./public-site.tsx";

function quarterPath({ year, number }: Period): string {
  return `/so-lieu/${year}/quy-${number}`;
}

/** The figures of quarters that are over, as signed off where they were. */
export function addFigureRoutes(site: PublicSite, { quarters, figures }: PublicPorts): void {
  site.page("/so-lieu", async ({ say, sayIn, language }) => {
    const over = await quarters();
    return {
      title: say("public-figures"),
      isSame: true,
      children: (
        <>
          <p>{say("public-figures-note")}</p>
          {over.length === 0 && <p class="empty">{say("public-figures-none")}</p>}
          <ul class="rows">
            {over.map((period) => (
              <li class="row">
                <div class="row-head">
                  <a href={quarterPath(period)}>{showPeriod(sayIn, language, period)}</a>
                  <span class="quiet">{showPeriodDays(period)}</span>
                </div>
              </li>
            ))}
          </ul>
          <p>
            <a href="/cach-tinh">{say("public-definitions")}</a>
          </p>
        </>
      ),
    };
  });

  site.page<{ Params: { year: string; quarter: string } }>(
    "/so-lieu/:year/:quarter",
    async (visit, { params }) => {
      const path = `/so-lieu/${params.year}/${params.quarter}`;
      const period = (await quarters()).find((one) => quarterPath(one) === path);
      const published = period && (await figures(period));
      if (!published) throw new Refusal(404, { key: "web-error-not-found" });
      return figuresPage(published, visit);
    },
  );
}
