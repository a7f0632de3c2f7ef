import { fold } from "../../../conversation/understanding/text/fold.ts";
import { dayOf, showDay, showTime, type Day } from "../../../domain/vietnam-time.ts";
import type { MessageKey } from "../../../wording/wording.ts";
import { showWeekday } from "../../../wording/show-weekday.ts";
import { ReplyBlock } from "../../chat/reply-blocks.tsx";
import { sayChannel } from "../deliveries/say-channel.ts";
import { Field } from "../field.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import type { RehearsedMessage } from "./rehearsed-message.ts";

/** As the address has it. */
export interface RehearsalAsked {
  from: string;
  until: string;
  /** Words of a person's name or username. */
  who: string;
}

interface Props {
  asked: RehearsalAsked;
  fault?: Extract<MessageKey, `rehearsal-fault-${string}`>;
  /** In order; absent before any was asked for. */
  messages?: readonly RehearsedMessage[];
}

const mostShown = 300;

/** What would be said to whom in the days chosen, a day and a person at a time. */
export function rehearsalPage({ asked, fault, messages }: Props, visit: StaffVisit): StaffPage {
  const { say } = visit;
  const wanted = messages?.filter((message) => isOf(asked.who, message));
  return {
    title: say("staff-rehearsal"),
    ...(fault && { status: 422 }),
    children: (
      <>
        <p class="quiet">{say("rehearsal-note")}</p>
        <form class="search" action="/lamviec/dienthu">
          <Field
            name="tu"
            label={say("rehearsal-from")}
            kind="date"
            value={asked.from}
            fault={fault && say(fault)}
          />
          <Field name="den" label={say("rehearsal-until")} kind="date" value={asked.until} />
          <Field name="nguoi" label={say("rehearsal-who")} kind="search" value={asked.who} />
          <button class="button primary">{say("rehearsal-run")}</button>
        </form>
        {wanted?.length === 0 && <p class="empty">{say("rehearsal-none")}</p>}
        {wanted && wanted.length > 0 && <Told messages={wanted} visit={visit} />}
      </>
    ),
  };
}

function Told({ messages, visit }: { messages: readonly RehearsedMessage[]; visit: StaffVisit }) {
  const { say, sayIn, language } = visit;
  const shown = messages.slice(0, mostShown);
  const unlinked = new Set(
    messages.filter(({ channel }) => channel === null).map(({ recipient }) => recipient),
  );
  const days = groupBy(shown, ({ at }) => dayOf(at));
  return (
    <>
      <p role="status">
        {say("rehearsal-count", {
          count: String(messages.length),
          people: String(new Set(messages.map(({ recipient }) => recipient)).size),
        })}
      </p>
      {unlinked.size > 0 && (
        <p class="flash warning">{say("rehearsal-unlinked", { count: String(unlinked.size) })}</p>
      )}
      {messages.length > mostShown && (
        <p>{say("rehearsal-first", { shown: String(mostShown), total: String(messages.length) })}</p>
      )}
      {[...days].map(([on, ofDay]) => (
        <section>
          <h2 class="day-of">{`${showWeekday(sayIn, language, on)} ${showDay(on)}`}</h2>
          <ByPerson messages={ofDay} on={on} visit={visit} />
        </section>
      ))}
    </>
  );
}

function ByPerson({
  messages,
  on,
  visit,
}: {
  messages: readonly RehearsedMessage[];
  on: Day;
  visit: StaffVisit;
}) {
  const { say } = visit;
  const people = groupBy(messages, ({ recipient, channel }) => `${recipient} ${channel}`);
  return (
    <>
      {[...people.values()].map((theirs) => {
        const [{ recipient, fullName, channel }] = theirs as [RehearsedMessage];
        const name = recipient === "citizen" ? say("rehearsal-citizens") : (fullName ?? recipient);
        return (
          <details class="disclosure" open={people.size <= 5}>
            <summary>
              {say("rehearsal-person", { name, count: String(theirs.length) })}{" "}
              {channel === null ? (
                <span class="mark late">{say("simulate-unlinked")}</span>
              ) : (
                <span class="mark">{sayChannel(say, channel)}</span>
              )}
            </summary>
            <ul class="rows" data-day={on}>
              {theirs.map((message) => (
                <li class="row">
                  <p class="quiet">{showTime(message.at)}</p>
                  <div class="as-sent">
                    {message.reply.blocks
                      .filter(({ kind }) => kind !== "buttons")
                      .map((block) => (
                        <ReplyBlock block={block} say={say} />
                      ))}
                  </div>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

function isOf(who: string, { recipient, fullName }: RehearsedMessage): boolean {
  const name = fold(`${recipient} ${fullName ?? ""}`);
  return fold(who)
    .split(/\s+/)
    .every((word) => name.includes(word));
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
