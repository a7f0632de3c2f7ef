import type { JSX } from "preact";
import { render } from "preact-render-to-string";
import { dayOf, showInstant, showTime } from "../../domain/vietnam-time.ts";
import type { PageSay } from "../page-language.ts";
import type { Entry, Replied, Said } from "../../conversation/transcript.ts";
import { ReplyBlock } from "./reply-blocks.tsx";
import { SaidContent } from "./said-content.tsx";

interface EntryView {
  say: PageSay;
  now: Date;
}

/** One side's turn in the conversation, as the page and the stream show it. Its id is how the browser knows it again. */
export function ChatEntry({ entry, ...view }: EntryView & { entry: Entry }): JSX.Element {
  return entry.kind === "said" ? (
    <SaidEntry said={entry} {...view} />
  ) : (
    <RepliedEntry replied={entry} {...view} />
  );
}

/** A reply as a fragment for the stream, after the message it answers; the browser skips what it shows already. */
export function renderReplied(replied: Replied, view: EntryView): string {
  return render(
    <>
      {replied.inAnswerTo && <SaidEntry said={replied.inAnswerTo} {...view} />}
      <RepliedEntry replied={replied} {...view} />
    </>,
  );
}

function SaidEntry({ said, say, now }: EntryView & { said: Said }): JSX.Element {
  return (
    <article class="entry said" id={`said-${said.messageId}`}>
      <p class="visually-hidden">{say("web-you-say")}</p>
      <div class="bubble">
        <SaidContent content={said.content} say={say} />
      </div>
      <When at={said.at} now={now} />
    </article>
  );
}

function RepliedEntry({ replied, say, now }: EntryView & { replied: Replied }): JSX.Element {
  return (
    <article class="entry replied" id={`reply-${replied.outboxId}`}>
      <p class="visually-hidden">{say("web-assistant-says")}</p>
      <div class="bubble">
        {replied.reply.blocks.map((block) => (
          <ReplyBlock block={block} say={say} />
        ))}
      </div>
      <When at={replied.at} now={now} />
    </article>
  );
}

/** What the browser fills in while a message is on its way. */
export function PendingEntry({ say }: { say: PageSay }): JSX.Element {
  return (
    <article class="entry said">
      <p class="visually-hidden">{say("web-you-say")}</p>
      <div class="bubble">
        <p data-words />
      </div>
      <progress max={1} value={0} aria-label={say("web-sending")} hidden />
      <p class="meta sending">{say("web-sending")}</p>
      <p class="meta failed" hidden>
        <span data-problem>{say("web-not-sent")}</span>{" "}
        <button type="button" class="link-button" data-resend>
          {say("web-resend")}
        </button>
      </p>
    </article>
  );
}

function When({ at, now }: { at: Date; now: Date }): JSX.Element {
  return (
    <time class="meta" dateTime={at.toISOString()}>
      {dayOf(at) === dayOf(now) ? showTime(at) : showInstant(at)}
    </time>
  );
}
