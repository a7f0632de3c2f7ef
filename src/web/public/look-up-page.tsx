import type { Block } from "../../conversation/reply.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import { ReplyBlock } from "../chat/reply-blocks.tsx";
import { Field } from "../staff/field.tsx";
import type { PublicPage, PublicVisit } from "./public-site.tsx";

/** What a look-up came to. */
export type Looked =
  | { kind: "nothing" | "no-code" | "no-digits" | "digits-needed" }
  | { kind: "not-shown"; code: string }
  | { kind: "too-many-tries"; until: Date }
  /** `isMoreToTell`: the rest is for whoever knows the digits. */
  | { kind: "found"; blocks: readonly Block[]; isMoreToTell?: boolean };

const statuses: Partial<Record<Looked["kind"], number>> = {
  "no-code": 422,
  "no-digits": 422,
  "digits-needed": 422,
  "not-shown": 404,
  "too-many-tries": 429,
};

/** Where one asks by code, and what is told. */
export function lookUpPage(
  asked: { code: string; digits: string },
  looked: Looked,
  { say, sayIn, language }: PublicVisit,
): PublicPage {
  const status = statuses[looked.kind];
  return {
    title: say("public-look-up"),
    ...(status !== undefined && { status }),
    children: (
      <>
        {looked.kind === "found" && (
          <section class="card public-answer" aria-live="polite">
            {looked.blocks.map((block) => (
              <ReplyBlock block={block} say={say} />
            ))}
            {looked.isMoreToTell && <p class="quiet">{say("public-more-to-tell")}</p>}
          </section>
        )}
        {looked.kind === "not-shown" && (
          <section class="flash warning" role="alert">
            <p>
              <strong>{say("public-not-shown", { code: looked.code })}</strong>
            </p>
            <ul>
              <li>{say("dossier-check-code")}</li>
              <li>{say("dossier-check-proof")}</li>
              <li>{say("dossier-ask-desk")}</li>
            </ul>
          </section>
        )}
        {looked.kind === "too-many-tries" && (
          <p class="flash warning" role="alert">
            {say("proof-too-many", { at: showMoment(sayIn, language, looked.until) })}
          </p>
        )}
        <form class="form" method="post" action="/tra-cuu" autocomplete="off">
          <Field
            name="code"
            label={say("public-code")}
            value={asked.code}
            isRequired
            fault={looked.kind === "no-code" ? say("public-no-code") : undefined}
          />
          <Field
            name="digits"
            label={say("public-digits")}
            value={looked.kind === "found" ? "" : asked.digits}
            fault={
              looked.kind === "no-digits"
                ? say("public-no-digits")
                : looked.kind === "digits-needed"
                  ? say("public-digits-needed")
                  : undefined
            }
          />
          <p class="quiet">{say("public-look-up-note")}</p>
          <div class="buttons">
            <button class="button primary">{say("public-look-up-do")}</button>
          </div>
        </form>
      </>
    ),
  };
}
