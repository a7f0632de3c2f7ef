import { excerpt } from "../../conversation/answers/excerpt.ts";
import type { Publication } from "../../domain/feedback/publication.ts";
import { dayOf, showDay } from "../../domain/vietnam-time.ts";
import { Field } from "../staff/field.tsx";
import type { PublicPage, PublicVisit } from "./public-site.tsx";

export interface PublishedAsked {
  text: string;
  isFirst: boolean;
  rowsAtOnce: number;
}

const excerptLength = 240;

/** What was published, the newest first. `found` holds one more than fits when there is a next page. */
export function publishedPage(
  found: readonly Publication[],
  { text, isFirst, rowsAtOnce }: PublishedAsked,
  { say }: PublicVisit,
): PublicPage {
  const shown = found.slice(0, rowsAtOnce);
  const last = shown.at(-1);
  const address = (after?: Publication) =>
    `/y-kien?${new URLSearchParams({
      ...(text && { tim: text }),
      ...(after && { sau: `${after.publishedAt.toISOString()}_${after.code}` }),
    })}`;
  return {
    title: say("public-published"),
    isSame: true,
    children: (
      <>
        <p>{say("public-published-note")}</p>
        <form class="search" role="search" action="/y-kien">
          <Field name="tim" label={say("public-published-search")} kind="search" value={text} />
          <button class="button">{say("staff-show")}</button>
        </form>
        {shown.length === 0 && (
          <p class="empty">{say(text ? "public-published-none-such" : "public-published-none")}</p>
        )}
        <ul class="rows">
          {shown.map((one) => (
            <li class="row">
              <div class="row-head">
                <a href={`/y-kien/${one.code}`}>{one.code}</a>
                {one.field && <span class="mark">{one.field}</span>}
                {one.echoes > 0 && <span class="quiet">{say("public-echoes", { count: one.echoes })}</span>}
              </div>
              <p>{excerpt(one.question, excerptLength)}</p>
              <p class="quiet">
                {[
                  one.unitName,
                  one.answeredAt && say("public-answered-on", { day: showDay(dayOf(one.answeredAt)) }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          ))}
        </ul>
        <nav class="buttons" aria-label={say("staff-pager")}>
          {!isFirst && (
            <a class="button" href={address()}>
              {say("staff-page-first")}
            </a>
          )}
          {last && found.length > rowsAtOnce && (
            <a class="button" href={address(last)} rel="next">
              {say("staff-page-next")}
            </a>
          )}
        </nav>
      </>
    ),
  };
}
