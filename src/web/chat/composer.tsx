import { randomUUID } from "node:crypto";
import type { JSX } from "preact";
import type { PageSay } from "../page-language.ts";
import { largestFileMegabytes, mostFiles, offeredTypes } from "../../files/accepted-kinds.ts";

/** What stands ready to be sent: written by a link, or typed and not taken, with the reason, so that nobody types it twice. */
export interface Draft {
  text: string;
  problem?: string;
}

/** Where one writes. The hidden id makes a form sent twice one message. */
export function Composer({
  draft,
  say,
  isFramed,
}: {
  draft: Draft | undefined;
  say: PageSay;
  isFramed: boolean;
}): JSX.Element {
  return (
    <form
      id="composer"
      class="composer"
      method="post"
      action="/chat/messages"
      encType="multipart/form-data"
      autocomplete="off"
    >
      <input type="hidden" name="id" value={randomUUID()} />
      <label for="message">{say("web-message-label")}</label>
      <p id="problem" class="problem" role="alert">
        {draft?.problem}
      </p>
      <ul id="chosen" class="chosen" aria-label={say("web-attach-chosen")} />
      <div class="row">
        <textarea
          id="message"
          name="text"
          rows={1}
          enterkeyhint="send"
          placeholder={say("web-message-hint")}
          aria-describedby="problem keys-hint"
          aria-invalid={draft?.problem ? "true" : undefined}
        >
          {draft?.text}
        </textarea>
        <button class="button primary">{say("web-send")}</button>
      </div>
      <Tools say={say} />
      <p class="hint">
        <span id="keys-hint" hidden>
          {say("web-keys-hint")}.{" "}
        </span>
        {say("web-privacy")}{" "}
        <a href="/cong-khai" {...(isFramed && { target: "_blank", rel: "noopener" })}>
          {say("web-public-pages")}
        </a>
      </p>
    </form>
  );
}

/**
 * What can be sent beside text. Without a script the file field is shown as browsers show it; `data-` holds the
 * sentences that the script says.
 */
function Tools({ say }: { say: PageSay }): JSX.Element {
  const limit = String(largestFileMegabytes);
  const count = String(mostFiles);
  return (
    <div class="tools">
      <input
        id="files"
        type="file"
        name="files"
        multiple
        accept={offeredTypes}
        aria-label={say("web-attach")}
        aria-describedby="attach-hint"
        data-most={count}
        data-largest-megabytes={limit}
        data-too-many={say("web-error-too-many-files", { limit: count })}
        data-too-large={say("web-error-file-too-large", { name: "{name}", limit })}
        data-remove={say("web-attach-remove", { name: "{name}" })}
      />
      <button id="attach" type="button" class="tool" aria-describedby="attach-hint" hidden>
        <Icon path="M20 11.5 12 19.6a5.2 5.2 0 0 1-7.4-7.4l8.5-8.4a3.5 3.5 0 0 1 4.9 4.9l-8.4 8.4a1.7 1.7 0 0 1-2.5-2.4l7.7-7.7" />
        {say("web-attach")}
      </button>
      <button
        id="share-position"
        type="button"
        class="tool"
        hidden
        data-denied={say("web-position-denied")}
        data-unavailable={say("web-position-unavailable")}
      >
        <Icon path="M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21Zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z" />
        {say("web-share-position")}
      </button>
      <p id="position-asking" role="status" hidden>
        {say("web-position-asking")}
      </p>
      <p id="attach-hint" class="visually-hidden">
        {say("web-attach-hint", { count, limit })}
      </p>
    </div>
  );
}

function Icon({ path }: { path: string }): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
