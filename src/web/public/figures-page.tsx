import { smallestShown } from "../../domain/statistics/disclosure.ts";
import type { PublishedFigures } from "../../domain/statistics/published-figures.ts";
import { showInstant } from "../../domain/vietnam-time.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import { Facts } from "../staff/facts.tsx";
import { Table } from "../staff/table.tsx";
import type { PublicPage, PublicVisit } from "./public-site.tsx";

/** One quarter as everybody may read it. */
export function figuresPage(published: PublishedFigures, visit: PublicVisit): PublicPage {
  const { say, sayIn, language } = visit;
  const { period, signedAt, received, resolved, feedback, byField } = published;
  const shown = (count: number | null) =>
    count === null ? say("public-withheld") : showNumber(count, language);
  const hasWithheld =
    [...Object.values(received), ...Object.values(resolved)].includes(null) ||
    byField.some((row) => row.received === null || row.resolved === null);
  return {
    title: showPeriod(sayIn, language, period),
    isSame: true,
    children: (
      <>
        <p class="quiet">{[published.unitName, showPeriodDays(period)].join(" · ")}</p>
        <p>
          <span class={signedAt ? "mark soon" : "mark today"}>
            {signedAt ? say("public-signed", { at: showInstant(signedAt) }) : say("public-not-signed")}
          </span>
        </p>
        <dl class="counts">
          <div>
            <dt>{say("public-received")}</dt>
            <dd>{showNumber(received.total, language)}</dd>
          </div>
          <div>
            <dt>{say("public-resolved")}</dt>
            <dd>{showNumber(resolved.total, language)}</dd>
          </div>
          <div>
            <dt>{say("public-on-time-rate")}</dt>
            <dd>{published.onTimeRate === null ? "–" : showRate(published.onTimeRate, language)}</dd>
          </div>
          <div>
            <dt>{say("public-online-rate")}</dt>
            <dd>{published.onlineRate === null ? "–" : showRate(published.onlineRate, language)}</dd>
          </div>
        </dl>
        <Facts
          facts={[
            [say("public-online"), shown(received.online)],
            [say("public-in-person"), shown(received.inPerson)],
            [say("public-postal"), shown(received.postal)],
            [say("public-early"), shown(resolved.early)],
            [say("public-on-time"), shown(resolved.onTime)],
            [say("public-late"), shown(resolved.late)],
            [say("public-no-due-date"), resolved.noDueDate !== 0 && shown(resolved.noDueDate)],
            [
              say("public-feedback"),
              say("public-feedback-counts", {
                received: showNumber(feedback.received, language),
                answered: showNumber(feedback.answered, language),
              }),
            ],
          ]}
        />
        {byField.length > 0 && (
          <>
            <h2>{say("public-by-field")}</h2>
            <Table
              caption={say("public-by-field")}
              rows={byField}
              columns={[
                { name: say("case-fact-field"), show: ({ name }) => name, isHead: true },
                { name: say("public-received"), show: (row) => shown(row.received), isNumber: true },
                { name: say("public-resolved"), show: (row) => shown(row.resolved), isNumber: true },
              ]}
            />
          </>
        )}
        {hasWithheld && <p class="quiet">{say("public-withheld-why", { least: String(smallestShown) })}</p>}
        <p>
          <a href="/so-lieu">{say("public-figures-all")}</a> ·{" "}
          <a href="/cach-tinh">{say("public-definitions")}</a>
        </p>
      </>
    ),
  };
}
