import { rateCase, surveyReasons, type Rating } from "../../domain/feedback/survey.ts";
import { surveyAnswer } from "../answers/survey-answer.ts";
import type { FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { paragraph } from "../reply.ts";

/** `/danhgia PA-2026-000123 1|0|<reason>`: how satisfied the person is. Undefined when it is no rating of their own case. */
export async function rate(
  code: string,
  request: FlowRequest,
  tools: FlowTools,
): Promise<FlowResult | undefined> {
  const chosen = /\s(\S+)\s*$/.exec(request.understanding.text)?.[1] ?? "";
  if (chosen === "other")
    return {
      replies: [{ blocks: [paragraph(tools.say(request.language, "survey-own-words", { code }), "strong")] }],
      state: { form: { kind: "own-case-words", action: "rate", code } },
    };
  const rating = readRating(chosen);
  return rating && takeRating(code, rating, request, tools);
}

/** Takes the rating down and says what was noted. */
export async function takeRating(
  code: string,
  rating: Rating,
  { person, channel, now, language }: FlowRequest,
  tools: FlowTools,
): Promise<FlowResult | undefined> {
  const outcome = await rateCase({ code, person, rating, channel, now }, tools);
  if (outcome.kind === "not-found") return undefined;
  return { replies: [{ blocks: surveyAnswer(outcome, { say: tools.say, language }) }] };
}

function readRating(chosen: string): Rating | undefined {
  if (chosen === "1" || chosen === "0") return { kind: "satisfaction", isSatisfied: chosen === "1" };
  const reason = surveyReasons.find((known) => known === chosen);
  return reason && { kind: "reason", reason };
}
