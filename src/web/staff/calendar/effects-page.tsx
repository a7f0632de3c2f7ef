import type { ComponentChildren } from "preact";
import { excerpt } from "../../../conversation/answers/excerpt.ts";
import { maskPersonal } from "../../../conversation/answers/mask-personal.ts";
import type { CalendarEffects, MovedDeadline } from "../../../domain/deadlines/calendar-effects.ts";
import { showDay } from "../../../domain/vietnam-time.ts";
import { showMoment } from "../../../wording/show-deadline.ts";
import { Facts } from "../facts.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";

const shownAtOnce = 200;
const longestTitle = 120;

interface EffectsPageProps {
  effects: CalendarEffects;
  /** What is about to be changed, each with its name. */
  facts: readonly (readonly [name: string, value: ComponentChildren])[];
  /** The address that keeps the change, with the fields that say it again. */
  keep: { action: string; fields: Record<string, string> };
  back: string;
  visit: StaffVisit;
  /** When somebody changed the calendar since the last look. */
  isChangedMeanwhile?: boolean;
}

/** What a change of the calendar would move, before it is kept. */
export function effectsPage(props: EffectsPageProps): StaffPage {
  const { effects, facts, keep, back, visit, isChangedMeanwhile } = props;
  const { say } = visit;
  const { moved, kept, dueOnDaysOff, reminders } = effects;
  const isQuiet = moved.length === 0 && dueOnDaysOff.length === 0 && reminders === 0;
  return {
    title: say("calendar-preview-title"),
    ...(isChangedMeanwhile && {
      status: 409,
      flash: { tone: "warning" as const, text: say("calendar-changed-meanwhile") },
    }),
    children: (
      <>
        <p class="quiet">{say("calendar-not-saved-yet")}</p>
        <Facts facts={facts} />
        <dl class="counts">
          <Count name={say("calendar-moved")} count={moved.length} className="today" />
          <Count name={say("calendar-kept")} count={kept} />
          <Count name={say("calendar-due-on-days-off")} count={dueOnDaysOff.length} className="today" />
          <Count name={say("calendar-reminders")} count={reminders} />
        </dl>
        {isQuiet && <p class="empty">{say("calendar-moves-nothing")}</p>}
        {moved.length > 0 && <MovedTable moved={moved} visit={visit} />}
        {dueOnDaysOff.length > 0 && (
          <section>
            <h2>{say("calendar-due-on-days-off")}</h2>
            <p class="quiet">{say("calendar-given-stay")}</p>
            <ul class="rows">
              {dueOnDaysOff.slice(0, shownAtOnce).map(({ kind, code, dueOn, unitName }) => (
                <li class="row">
                  <div class="row-head">
                    <a href={`/lamviec/viec/${encodeURIComponent(code)}`}>{code}</a>
                    <span class="quiet">{say(`staff-kind-${kind}`)}</span>
                  </div>
                  <p class="quiet">{`${showDay(dueOn)} · ${unitName}`}</p>
                </li>
              ))}
            </ul>
            <More count={dueOnDaysOff.length} visit={visit} />
          </section>
        )}
        <PostForm visit={visit} action={keep.action} className="keep-bar">
          {Object.entries(keep.fields).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <div class="buttons">
            <button class="button primary">{say("calendar-keep")}</button>
            <a class="button" href={back}>
              {say("calendar-back-to-form")}
            </a>
          </div>
        </PostForm>
      </>
    ),
  };
}

function Count({ name, count, className }: { name: string; count: number; className?: string }) {
  return (
    <div class={count > 0 ? className : undefined}>
      <dt>{name}</dt>
      <dd>{count}</dd>
    </div>
  );
}

function MovedTable({ moved, visit }: { moved: readonly MovedDeadline[]; visit: StaffVisit }) {
  const { say, sayIn, language } = visit;
  return (
    <section>
      <h2>{say("calendar-moved")}</h2>
      <ul class="rows">
        {moved.slice(0, shownAtOnce).map(({ code, content, unitName, officerName, clock, from, to }) => (
          <li class="row">
            <div class="row-head">
              <a href={`/lamviec/phananh/${code}`}>{code}</a>
              <span class="mark">{say(`calendar-clock-${clock}`)}</span>
              <span class={to > from ? "mark soon" : "mark late"}>
                {say(to > from ? "calendar-later" : "calendar-earlier")}
              </span>
            </div>
            <p class="moved">
              <s>{showMoment(sayIn, language, from)}</s> <span aria-hidden="true">→</span>{" "}
              <strong>{showMoment(sayIn, language, to)}</strong>
            </p>
            <p class="quiet">
              {[unitName, officerName].filter(Boolean).join(" · ")}
              {" · "}
              {excerpt(maskPersonal(content), longestTitle)}
            </p>
          </li>
        ))}
      </ul>
      <More count={moved.length} visit={visit} />
    </section>
  );
}

function More({ count, visit }: { count: number; visit: StaffVisit }) {
  return count > shownAtOnce ? (
    <p class="quiet">{visit.say("calendar-and-more", { count: count - shownAtOnce })}</p>
  ) : null;
}
