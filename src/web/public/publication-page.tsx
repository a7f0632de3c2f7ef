import type { EchoOutcome, Publication } from "../../domain/feedback/publication.ts";
import { dayOf, showDay } from "../../domain/vietnam-time.ts";
import { Facts } from "../staff/facts.tsx";
import type { PublicPage, PublicVisit } from "./public-site.tsx";

const outcomes = ["counted", "repeated", "too-many"] as const satisfies readonly EchoOutcome[];

/** One matter with its answer. `told`: what became of the visitor's "tôi cũng gặp". */
export function publicationPage(publication: Publication, told: string, { say }: PublicVisit): PublicPage {
  const { code, field, unitName, question, answer, receivedAt, answeredAt, echoes } = publication;
  const outcome = outcomes.find((one) => one === told);
  return {
    title: say("public-publication", { code }),
    children: (
      <>
        <p>
          <a href="/y-kien">{say("public-published-all")}</a>
        </p>
        <section class="card">
          <h2>{say("public-question")}</h2>
          <p class="content">{question}</p>
        </section>
        <section class="card">
          <h2>{say("public-answer")}</h2>
          <p class="content">{answer}</p>
        </section>
        <Facts
          facts={[
            [say("case-fact-field"), field],
            [say("fact-unit"), unitName],
            [say("case-fact-received"), showDay(dayOf(receivedAt))],
            [say("case-fact-answered"), answeredAt && showDay(dayOf(answeredAt))],
          ]}
        />
        <form class="public-echo" id="cung-gap" method="post" action={`/y-kien/${code}/cung-gap`}>
          <button class="button">{say("public-echo")}</button>
          <span>{say("public-echoes", { count: echoes })}</span>
        </form>
        {outcome && (
          <p class={outcome === "too-many" ? "flash warning" : "flash"} role="status">
            {say(`public-echo-${outcome}`)}
          </p>
        )}
        <p class="quiet">{say("public-echo-note")}</p>
      </>
    ),
  };
}
