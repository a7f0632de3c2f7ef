import { dossierStatuses } from "../../../domain/dossiers/dossier.ts";
import {
  isByTimeLeft,
  registerStates,
  type RegisteredDossier,
} from "../../../domain/dossiers/dossier-register.ts";
import { showNumber } from "../../../wording/numbers.ts";
import { Empty } from "../empty.tsx";
import { Field } from "../field.tsx";
import { Pager } from "../pager.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { DossierRow } from "./dossier-row.tsx";
import { registerAddress, registerPath, rowsAtOnce, type RegisterAsked } from "./register-asked.ts";

/** So many are counted; beyond that there are "more than" so many. */
export const mostCounted = 10_000;

interface RegisterPageProps {
  asked: RegisterAsked;
  /** One more than fits when there is a next page. */
  found: readonly RegisteredDossier[];
  /** Those with almost the code that was looked for, when there is none with it. */
  near: readonly RegisteredDossier[];
  /** At most one more than is counted. */
  count: number;
  units: readonly { code: string; name: string }[];
  days: { today: string; until: string };
  visit: StaffVisit;
}

/** The dossiers: looked for, filtered by the address, leafed through. */
export function registerPage({
  asked,
  found,
  near,
  count,
  units,
  days,
  visit,
}: RegisterPageProps): StaffPage {
  const { say, language } = visit;
  const rows = found.slice(0, rowsAtOnce);
  const last = rows.at(-1);
  const shown = showNumber(Math.min(count, mostCounted), language);
  return {
    title: say("staff-dossiers"),
    children: (
      <>
        <SearchForm asked={asked} units={units} visit={visit} />
        {rows.length === 0 && near.length === 0 && <Empty text={say("staff-dossiers-empty")} />}
        {near.length > 0 && <p role="status">{say("staff-dossiers-near", { code: asked.text })}</p>}
        {rows.length > 0 && (
          <p class="quiet" role="status">
            {say(count > mostCounted ? "staff-dossiers-more-than" : "staff-dossiers-count", { count: shown })}
          </p>
        )}
        <ul class="rows">
          {(rows.length > 0 ? rows : near).map((dossier) => (
            <DossierRow dossier={dossier} days={days} visit={visit} />
          ))}
        </ul>
        <Pager
          visit={visit}
          first={asked.after && registerAddress(asked)}
          next={last && found.length > rows.length ? registerAddress(asked, placeOf(last, asked)) : undefined}
        />
      </>
    ),
  };
}

function placeOf({ id, dueAt, receivedAt }: RegisteredDossier, { state }: RegisterAsked) {
  return { id, at: isByTimeLeft(state) ? dueAt : receivedAt };
}

function SearchForm({ asked, units, visit: { say } }: Pick<RegisterPageProps, "asked" | "units" | "visit">) {
  const isNarrowed = Boolean(asked.status ?? asked.dueFrom ?? asked.dueTo) || asked.isOwnOnly;
  return (
    <form role="search" action={registerPath}>
      <div class="search">
        <Field name="tim" label={say("staff-dossiers-search")} kind="search" value={asked.text} />
        <Field
          name="hienthi"
          label={say("staff-dossiers-which")}
          value={asked.state}
          choices={registerStates.map((state) => [state, say(`staff-dossiers-${state}`)] as const)}
        />
        <Field
          name="donvi"
          label={say("work-fact-unit")}
          value={asked.unitCode}
          choices={[
            ["", say("staff-dossiers-any-unit")] as const,
            ...units.map(({ code, name }) => [code, name] as const),
          ]}
        />
        <button class="button primary">{say("staff-show")}</button>
      </div>
      <details class="disclosure" open={isNarrowed}>
        <summary>{say("staff-dossiers-narrow")}</summary>
        <div class="search">
          <Field
            name="trangthai"
            label={say("staff-state")}
            value={asked.status ?? ""}
            choices={[
              ["", say("staff-dossiers-any-status")] as const,
              ...dossierStatuses.map((status) => [status, say(`stage-${status}`)] as const),
            ]}
          />
          <Field name="hantu" label={say("staff-dossiers-due-from")} kind="date" value={asked.dueFrom} />
          <Field name="handen" label={say("staff-dossiers-due-to")} kind="date" value={asked.dueTo} />
          <Field
            name="cua"
            label={say("staff-whose")}
            value={asked.isOwnOnly ? "toi" : ""}
            choices={[
              ["", say("staff-reach")],
              ["toi", say("staff-mine")],
            ]}
          />
        </div>
      </details>
    </form>
  );
}
