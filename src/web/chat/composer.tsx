import { randomUUID } from "node:crypto";
import type { JSX } from "preact";
import type { PageSay } from "../page-language.ts";

/** What was typed and could not be taken, with the reason, so that nobody types it twice. */
export interface Draft {
  text: string;
  problem: string;
}

/** Where one writes. The hidden id makes a form sent twice one message. */
export function Composer({ draft, say }: { draft: Draft | undefined; say: PageSay }): JSX.Element {
  return (
    <form id="composer" class="composer" method="post" action="/chat/messages" autocomplete="off">
      <input type="hidden" name="id" value={randomUUID()} />
      <label for="message">{say("web-message-label")}</label>
      <p id="problem" class="problem" role="alert">
        {draft?.problem}
      </p>
      <div class="row">
        <textarea
          id="message"
          name="text"
          rows={1}
          required
          enterkeyhint="send"
          placeholder={say("web-message-hint")}
          aria-describedby="problem keys-hint"
          aria-invalid={draft ? "true" : undefined}
        >
          {draft?.text}
        </textarea>
        <button class="button primary">{say("web-send")}</button>
      </div>
      <p class="hint">
        <span id="keys-hint" hidden>
          {say("web-keys-hint")}.{" "}
        </span>
        {say("web-privacy")}
      </p>
    </form>
  );
}
