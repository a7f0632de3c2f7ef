import type { Target } from "../../../domain/targets/target.ts";
import { dayOf, showDay, showInstant } from "../../../domain/vietnam-time.ts";
import { showRate } from "../../../wording/numbers.ts";
import { PostForm } from "../post-form.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { settingsPath } from "./settings-paths.ts";

/** One version of a target, with what may be done about it. */
export function TargetRow({
  target,
  mayChange,
  visit,
}: {
  target: Target;
  mayChange: boolean;
  visit: StaffVisit;
}) {
  const { say, language, now } = visit;
  const { id, indicator, unitName, value, validFrom, validTo, source, supersededAt, supersededBy } = target;
  const today = dayOf(now);
  const isOver = supersededAt !== null || (validTo !== null && validTo < today);
  const name = `${say(`indicator-${indicator}`)}, ${unitName ?? say("calendar-agency")}`;
  return (
    <li class={isOver ? "row" : "row soon"}>
      <div class="row-head">
        <strong>{say("target-at-least", { rate: showRate(value, language) })}</strong>
        <span class="mark">{unitName ?? say("calendar-agency")}</span>
        {supersededAt !== null && <span class="mark waiting">{say("target-superseded")}</span>}
      </div>
      <p>{say(`indicator-${indicator}`)}</p>
      <p class="quiet">
        {validTo
          ? say("target-days", { from: showDay(validFrom), to: showDay(validTo) })
          : say("target-days-open", { from: showDay(validFrom) })}
        {` · ${source}`}
      </p>
      <p class="quiet">
        {say("target-set-by", { name: target.setBy, at: showInstant(target.setAt) })}
        {supersededAt &&
          ` ${say("target-superseded-by", { name: supersededBy ?? "", at: showInstant(supersededAt) })}`}
      </p>
      {mayChange && supersededAt === null && (
        <div class="buttons">
          <a
            class="button small"
            href={`${settingsPath}/chi-tieu/muc?tu=${id}`}
            aria-label={`${say("target-revise")}: ${name}`}
          >
            {say("target-revise")}
          </a>
          <PostForm visit={visit} action={`${settingsPath}/chi-tieu/${id}/ket-thuc`}>
            <button class="button small" aria-label={`${say("target-end")}: ${name}`}>
              {say("target-end")}
            </button>
          </PostForm>
          <PostForm visit={visit} action={`${settingsPath}/chi-tieu/${id}/ket-thuc`}>
            <input type="hidden" name="nham" value="1" />
            <button class="button small" aria-label={`${say("target-mistake")}: ${name}`}>
              {say("target-mistake")}
            </button>
          </PostForm>
        </div>
      )}
    </li>
  );
}
