import type { Reached, ReachedFilter } from "../../../conversation/delivery/delivery-board.ts";
import { Field } from "../field.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { deliveriesPath, DeliveryTabs } from "./delivery-tabs.tsx";
import { ReachedRow } from "./reached-row.tsx";

export interface PeopleAsked {
  text: string;
  show: ReachedFilter["show"];
  page: number;
  rowsAtOnce: number;
}

export const shows = ["all", "staff", "unreachable"] as const satisfies readonly ReachedFilter["show"][];

/** Who can be reached where. `found` holds one more than fits when there is a next page. */
export function peoplePage(found: readonly Reached[], asked: PeopleAsked, visit: StaffVisit): StaffPage {
  const { say } = visit;
  const address = (page: number) =>
    `${deliveriesPath}/nguoi?${new URLSearchParams({ tim: asked.text, xem: asked.show, trang: String(page) })}`;
  return {
    title: say("deliveries-people"),
    children: (
      <>
        <DeliveryTabs at="/nguoi" visit={visit} />
        <form class="search" role="search" action={`${deliveriesPath}/nguoi`}>
          <Field name="tim" label={say("deliveries-search")} kind="search" value={asked.text} />
          <Field
            name="xem"
            label={say("deliveries-show")}
            value={asked.show}
            choices={shows.map((show) => [show, say(`deliveries-show-${show}`)] as const)}
          />
          <button class="button primary">{say("staff-show")}</button>
        </form>
        {found.length === 0 && <p class="empty">{say("deliveries-people-none")}</p>}
        <ul class="rows">
          {found.slice(0, asked.rowsAtOnce).map((one) => (
            <ReachedRow reached={one} visit={visit} isLinked />
          ))}
        </ul>
        <nav class="buttons" aria-label={say("staff-pager")}>
          {asked.page > 1 && (
            <a class="button" href={address(asked.page - 1)} rel="prev">
              {say("staff-page-before")}
            </a>
          )}
          {found.length > asked.rowsAtOnce && (
            <a class="button" href={address(asked.page + 1)} rel="next">
              {say("staff-page-next")}
            </a>
          )}
        </nav>
      </>
    ),
  };
}
