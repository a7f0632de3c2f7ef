import { showInstant } from "../../../domain/vietnam-time.ts";
import type { FeedbackCase } from "../../../domain/feedback/feedback.ts";
import type { Publication, PublicationFault, PublicWords } from "../../../domain/feedback/publication.ts";
import { Field } from "../field.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { publicationPath } from "./publication-path.ts";

interface Props {
  matter: FeedbackCase;
  published: Publication | undefined;
  words: PublicWords;
  faults?: Partial<Record<keyof PublicWords, PublicationFault>>;
}

/** The words in which a case is let out, and whether it is out. */
export function publicationForm(
  { matter, published, words, faults = {} }: Props,
  visit: StaffVisit,
): StaffPage {
  const { say } = visit;
  const path = publicationPath(matter.code);
  const isOut = published !== undefined && published.withdrawnAt === null;
  const fault = (part: keyof PublicWords) => {
    const found = faults[part];
    return found && say(`publication-fault-${found}`);
  };
  return {
    title: say("publication-of", { code: matter.code }),
    children: (
      <>
        <p>
          <a href={`/lamviec/phananh/${matter.code}`}>{say("publication-back")}</a>
        </p>
        {matter.answer === null ? (
          <p class="empty">{say("publication-not-answered")}</p>
        ) : (
          <>
            <p class="quiet">{say("publication-note")}</p>
            {isOut && (
              <p class="row soon">
                {say("publication-out", {
                  at: showInstant(published.publishedAt),
                  by: published.publishedBy,
                  count: String(published.echoes),
                })}{" "}
                <a href={`/y-kien/${matter.code}`}>{say("publication-see")}</a>
              </p>
            )}
            <PostForm visit={visit} action={path} className="form">
              <Field
                name="question"
                label={say("public-question")}
                kind="long"
                value={words.question}
                fault={fault("question")}
              />
              <Field
                name="answer"
                label={say("public-answer")}
                kind="long"
                value={words.answer}
                fault={fault("answer")}
              />
              <div class="buttons">
                <button class="button primary">{say(isOut ? "publication-change" : "publication-do")}</button>
              </div>
            </PostForm>
            {isOut && (
              <PostForm visit={visit} action={`${path}/rut`}>
                <button class="button">{say("publication-withdraw")}</button>
              </PostForm>
            )}
          </>
        )}
      </>
    ),
  };
}
