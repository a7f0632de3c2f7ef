import { noticeVersion } from "../../domain/people/consent.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import type { PublicPage, PublicVisit } from "./public-site.tsx";

const parts = ["what", "why", "public", "how-long", "rights", "cookies"] as const;

/** What is kept of people who use the assistant and these pages, and what they may ask for. */
export function privacyPage({ office }: Settings, { say, agencyName }: PublicVisit): PublicPage {
  return {
    title: say("public-privacy"),
    isSame: true,
    children: (
      <>
        <p>{say("public-privacy-lead", { agency: agencyName })}</p>
        {parts.map((part) => (
          <section id={part}>
            <h2>{say(`public-privacy-${part}`)}</h2>
            <p class="content">{say(`public-privacy-${part}-text`)}</p>
          </section>
        ))}
        <section id="consent">
          <h2>{say("public-privacy-consent")}</h2>
          <p>{say("public-privacy-consent-text", { version: noticeVersion })}</p>
          <blockquote class="content">{say("feedback-notice", { agency: agencyName })}</blockquote>
        </section>
        <h2>{say("public-contact")}</h2>
        <p>{[agencyName, office.address, office.phone, office.website].filter(Boolean).join(" · ")}</p>
      </>
    ),
  };
}
