import { mayFollow } from "../../domain/feedback/case-states.ts";
import { surveyReasons, type RatingOutcome } from "../../domain/feedback/survey.ts";
import { addDays, dayOf, showDay } from "../../domain/vietnam-time.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block, type Button } from "../reply.ts";

/** Both answers to the question how satisfied one is. */
export function surveyButtons(code: string, { say, language }: { say: Say; language: Language }): Button[] {
  return [
    { label: say(language, "survey-button-satisfied"), say: `/danhgia ${code} 1` },
    { label: say(language, "survey-button-dissatisfied"), say: `/danhgia ${code} 0` },
  ];
}

/** What is said to someone who rated how their case was handled, with what they may still choose. */
export function surveyAnswer(
  outcome: Exclude<RatingOutcome, { kind: "not-found" }>,
  { say, language }: { say: Say; language: Language },
): Block[] {
  const { code, status } = outcome.matter;
  const buttons: Button[] = [
    ...(mayFollow(status, "reopen-requested")
      ? [{ label: say(language, "case-button-reopen"), say: `/molai ${code}` }]
      : []),
    { label: say(language, "case-button-show"), say: `/traphananh ${code}` },
  ];
  if (outcome.kind === "not-asked")
    return [paragraph(say(language, "survey-not-asked", { code }), "strong"), { kind: "buttons", buttons }];
  const { survey } = outcome;
  const day = showDay(addDays(dayOf(survey.expiresAt), -1));
  if (outcome.kind === "expired")
    return [
      paragraph(say(language, "survey-expired", { code, day }), "strong"),
      { kind: "buttons", buttons },
    ];

  const tone =
    outcome.kind === "repeated"
      ? "repeated"
      : outcome.before === null || outcome.before === survey.isSatisfied
        ? "thanks"
        : "changed";
  const noted = paragraph(
    say(language, `survey-${tone}-${survey.isSatisfied ? "satisfied" : "dissatisfied"}`, { code }),
    "strong",
  );
  const changeable = paragraph(say(language, "survey-changeable", { day }), "muted");
  if (survey.isSatisfied)
    return [
      noted,
      changeable,
      {
        kind: "buttons",
        buttons: [{ label: say(language, "survey-button-dissatisfied"), say: `/danhgia ${code} 0` }],
      },
    ];
  const left = surveyReasons.filter((reason) => !survey.reasons.includes(reason));
  const given = survey.reasons.map((reason) => say(language, `survey-reason-${reason}`)).join("; ");
  return [
    noted,
    ...(given ? [paragraph(say(language, "survey-reasons-given", { reasons: given }))] : []),
    ...(left.length > 0
      ? [paragraph(say(language, given ? "survey-ask-more-reasons" : "survey-ask-reasons"))]
      : []),
    paragraph(say(language, "survey-reopen")),
    changeable,
    {
      kind: "buttons",
      buttons: [
        ...left.map((reason) => ({
          label: say(language, `survey-reason-${reason}`),
          say: `/danhgia ${code} ${reason}`,
        })),
        ...buttons,
      ],
    },
  ];
}
