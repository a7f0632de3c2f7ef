import { maskPersonal } from "../../../conversation/answers/mask-personal.ts";
import type { InboundContent } from "../../../conversation/inbound-message.ts";
import type { Block } from "../../../conversation/reply.ts";
import type { Entry } from "../../../conversation/transcript.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import { ReplyBlock } from "../../chat/reply-blocks.tsx";
import type { StaffVisit } from "../staff-visit.ts";

/** What was said about a case with whoever sent it, as they saw it; nothing in it can be pressed here. */
export function CaseConversation({
  entries,
  visit,
  isOriginal = false,
}: {
  entries: readonly Entry[];
  visit: StaffVisit;
  /** Numbers of persons are not hidden. */
  isOriginal?: boolean;
}) {
  const { say } = visit;
  const shown = isOriginal ? (text: string) => text : maskPersonal;
  return (
    <details class="disclosure">
      <summary>{say("staff-conversation", { count: entries.length })}</summary>
      <ol class="talk">
        {entries.map((entry) => (
          <li class={entry.kind}>
            <p class="quiet">
              {say(entry.kind === "said" ? "work-who-citizen" : "staff-who-assistant")}
              {" · "}
              <time dateTime={entry.at.toISOString()}>{showInstant(entry.at)}</time>
            </p>
            {entry.kind === "said" ? (
              <p class="content">{shown(wordsOf(entry.content))}</p>
            ) : (
              entry.reply.blocks.map((block) => <Shown block={block} visit={visit} shown={shown} />)
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Shown({
  block,
  visit: { say },
  shown,
}: {
  block: Block;
  visit: StaffVisit;
  shown: (text: string) => string;
}) {
  if (block.kind === "buttons")
    return <p class="quiet">{block.buttons.map(({ label }) => `[${label}]`).join(" ")}</p>;
  if (block.kind === "file") return <p class="quiet">{`📎 ${block.name}`}</p>;
  if (block.kind === "paragraph") return <p class="content">{shown(block.text)}</p>;
  if (block.kind === "list")
    return <ReplyBlock block={{ ...block, items: block.items.map(shown) }} say={say} />;
  if (block.kind === "facts") {
    const facts = block.facts.map((fact) => ({ ...fact, value: shown(fact.value) }));
    return <ReplyBlock block={{ ...block, facts }} say={say} />;
  }
  return <ReplyBlock block={block} say={say} />;
}

function wordsOf(content: InboundContent): string {
  switch (content.kind) {
    case "text":
    case "edit":
      return content.text;
    case "button":
      return `[${content.label ?? content.say}]`;
    case "media":
      return [content.text, ...content.attachments.map(({ name, kind }) => `📎 ${name ?? kind}`)]
        .filter(Boolean)
        .join("\n");
    case "position":
      return `📍 ${content.title ?? `${content.latitude}, ${content.longitude}`}`;
    case "unsupported":
      return "…";
  }
}
