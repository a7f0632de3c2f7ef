import type { FastifyReply } from "fastify";
import type { Assets } from "../assets.ts";
import type { Language } from "../../wording/wording.ts";
import type { PageSay } from "../page-language.ts";
import { sendBareStaffPage } from "./staff-page.tsx";

/** What pages put into forms themselves. */
const notWritten = new Set(["token", "seen", "version", "key"]);
/** Shorter ones are quickly chosen again. */
const shortestKept = 12;

/** What somebody wrote into a form, each as it was sent. */
export function wordsOf(sent: unknown): string[] {
  return Object.entries(typeof sent === "object" && sent !== null ? sent : {})
    .filter(([name]) => !notWritten.has(name))
    .flatMap(([, value]) => value as unknown)
    .filter((value) => typeof value === "string")
    .filter((value) => value.trim().length >= shortestKept);
}

/** A form that was sent after its session had ended: nothing is done, and what was written is shown to be taken along. */
export function sendKeptWords(
  reply: FastifyReply,
  words: readonly string[],
  { say, language, assets }: { say: PageSay; language: Language; assets: Assets },
): FastifyReply {
  const title = say("staff-session-over-title");
  return sendBareStaffPage(reply.code(401), {
    title,
    language,
    assets,
    children: (
      <main class="staff-main staff-door">
        <h1>{title}</h1>
        <p role="alert">{say("staff-session-over")}</p>
        {words.map((text, at) => (
          <div class="field kept-words">
            <label for={`kept-${at}`}>{say("staff-session-over-words")}</label>
            <textarea id={`kept-${at}`} rows={8} readOnly>
              {text}
            </textarea>
          </div>
        ))}
        <p>
          <a class="button primary" href="/vao" target="_blank" rel="noopener">
            {say("staff-session-over-again")}
          </a>
        </p>
      </main>
    ),
  });
}
