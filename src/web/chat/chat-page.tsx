import type { JSX } from "preact";
import type { Language } from "../../wording/wording.ts";
import type { Assets } from "../assets.ts";
import { renderPage } from "../layout.tsx";
import type { PageSay } from "../page-language.ts";
import type { Entry } from "../../conversation/transcript.ts";
import { ChatEntry, PendingEntry } from "./chat-entry.tsx";
import { Composer, type Draft } from "./composer.tsx";
import { DemonstrationBar, type SpeakerChoice } from "./demonstration-bar.tsx";
import { Greeting } from "./greeting.tsx";

export interface ChatPage {
  agencyName: string;
  /** Present in demonstration mode only. */
  speaker: SpeakerChoice | undefined;
  entries: Entry[];
  draft: Draft | undefined;
  language: Language;
  say: PageSay;
  now: Date;
  assets: Assets;
  /** In a frame on another site, which says itself what this is. */
  isFramed?: boolean;
}

/** The whole chat page with the conversation so far; complete without a script. */
export function renderChatPage(page: ChatPage): string {
  const { agencyName, speaker, entries, draft, language, say, now, assets, isFramed = false } = page;
  return renderPage({
    title: say("web-title", { agency: agencyName }),
    language,
    assets,
    scripts: [isFramed ? "frame.js" : "chat.js"],
    styles: ["page.css", "conversation.css", "composer.css", "attachments.css"],
    children: (
      <>
        <a class="skip-link" href="#message">
          {say("web-skip")}
        </a>
        {!isFramed && <PageHeader agencyName={agencyName} language={language} say={say} assets={assets} />}
        {speaker && <DemonstrationBar speaker={speaker} say={say} />}
        <main>
          {isFramed && <h1 class="visually-hidden">{say("web-assistant")}</h1>}
          <h2 class="visually-hidden">{say("web-conversation")}</h2>
          {entries.length === 0 && <Greeting say={say} isDemonstration={speaker !== undefined} />}
          <div
            id="log"
            role="log"
            aria-live="polite"
            aria-label={say("web-conversation")}
            data-after={lastReply(entries)}
          >
            {entries.map((entry) => (
              <ChatEntry entry={entry} say={say} now={now} />
            ))}
          </div>
          <div role="status" class="notices">
            <p id="answering" hidden>
              <span class="dots" aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
              {say("web-answering")}
            </p>
            <p id="connection-lost" hidden>
              {say("web-connection-lost")}
            </p>
            <p id="connection-restored" hidden>
              {say("web-connection-restored")}
            </p>
          </div>
          {isFramed && (
            <p id="not-kept" role="alert" hidden>
              {say("widget-not-kept")}{" "}
              <a href="/" target="_blank" rel="noopener">
                {say("widget-apart")}
              </a>
            </p>
          )}
          <Composer draft={draft} say={say} isFramed={isFramed} />
        </main>
        <template id="pending-entry">
          <PendingEntry say={say} />
        </template>
      </>
    ),
  });
}

function PageHeader(props: Pick<ChatPage, "agencyName" | "language" | "say" | "assets">): JSX.Element {
  const other = props.language === "vi" ? "en" : "vi";
  return (
    <header class="page-header">
      <img src={props.assets.url("favicon.svg")} alt="" width="40" height="40" />
      <div class="names">
        <h1>{props.say("web-assistant")}</h1>
        <p>{props.agencyName}</p>
      </div>
      <a href={`/?lang=${other}`} lang={other} hreflang={other}>
        {props.say("web-other-language")}
      </a>
    </header>
  );
}

function lastReply(entries: Entry[]): string {
  return entries.findLast((entry) => entry.kind === "replied")?.outboxId ?? "0";
}
