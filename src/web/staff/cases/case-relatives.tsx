import { excerpt } from "../../../conversation/answers/excerpt.ts";
import { maskPersonal } from "../../../conversation/answers/mask-personal.ts";
import { mayWorkOn } from "../../../domain/feedback/case-access.ts";
import type { FeedbackCase } from "../../../domain/feedback/feedback.ts";
import type { StaffVisit } from "../staff-visit.ts";
import type { CaseSurroundings } from "./case-desk.ts";
import { queuePath } from "./queue-asked.ts";

const longestContent = 120;

interface RelativesProps {
  around: Pick<CaseSurroundings, "main" | "joined" | "similar">;
  visit: StaffVisit;
}

/** The cases that are about the same, or may be: only those that whoever looks may work on. */
export function CaseRelatives({ around, visit }: RelativesProps) {
  const { main, joined, similar } = around;
  return (
    <>
      <Relatives name="staff-joined-to" cases={main ? [main] : []} visit={visit} />
      <Relatives name="staff-joined" cases={joined} visit={visit} />
      <Relatives name="staff-similar" cases={similar} visit={visit} />
    </>
  );
}

interface SomeProps {
  name: "staff-joined-to" | "staff-joined" | "staff-similar";
  cases: readonly FeedbackCase[];
  visit: StaffVisit;
}

function Relatives({ name, cases, visit: { say, staff } }: SomeProps) {
  const theirs = cases.filter((matter) => mayWorkOn(staff, matter));
  if (theirs.length === 0) return null;
  return (
    <section>
      <h2>{say(name)}</h2>
      <ul class="rows">
        {theirs.map((matter) => (
          <li class="row">
            <div class="row-head">
              <a href={`${queuePath}/${matter.code}`}>{matter.code}</a>
              <span class="mark">{say(`case-stage-${matter.status}`)}</span>
            </div>
            <p>{excerpt(maskPersonal(matter.content), longestContent)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
