import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { definitionAnswer } from "../../../src/conversation/answers/definition-answer.ts";
import {
  figureDefinitions,
  type FigureDefinition,
} from "../../../src/domain/statistics/figure-definitions.ts";
import { definitionsPage } from "../../../src/web/public/definitions-page.tsx";
import type { PublicVisit } from "../../../src/web/public/public-site.tsx";
import { createWording, languages, type Language } from "../../../src/wording/wording.ts";
import { wordsOf } from "../../support/people.ts";
import { someFigures } from "../../support/some-figures.ts";

const say = createWording();
const time = { count: 0, medianDays: null, ninetiethDays: null, longestDays: null };

/** The page's text, as one reads it. */
function read(language: Language): string {
  const visit = {
    language,
    say: (key: "public-definitions") => say(language, key),
  } as unknown as PublicVisit;
  return render(<div>{definitionsPage(visit).children}</div>)
    .replaceAll(/<[^>]+>/g, "\n")
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll(/\s+/g, " ");
}

describe.each(languages)("how figures are reckoned, in %s", (language) => {
  it("is told to everybody in the very words of /dinhnghia", () => {
    const page = read(language);
    for (const definition of Object.keys(figureDefinitions) as FigureDefinition[]) {
      const [, facts] = definitionAnswer(definition, someFigures(), time, { say, language });
      if (facts?.kind !== "facts") throw new Error(wordsOf([{ blocks: [facts!] }]));
      const [meaning, , leftOut, source] = facts.facts.map(({ value }) => value);
      for (const words of [meaning!, leftOut!, source!]) expect(page).toContain(words);
    }
  });

  it("has an identity that is the official form's, and no way for an apology to mend lateness", () => {
    const page = read(language);
    const [identity, apology] = {
      vi: [
        "kỳ trước chuyển sang + tiếp nhận = đã giải quyết + đang giải quyết",
        "Xin lỗi và hẹn lại không làm hồ sơ quá hạn thành đúng hạn.",
      ],
      en: [
        "carried over + received = resolved + open",
        "An apology with a new date makes no late dossier on time.",
      ],
    }[language];
    expect(page).toContain(identity);
    expect(page).toContain(apology);
  });
});
