import type { Concept } from "./lexicon.ts";

/** Signs that stand for any of several concepts. */
export const broadSigns: Record<"MEASURE" | "BREAKDOWN" | "COMPARISON" | "ASKING", readonly Concept[]> = {
  MEASURE: [
    "received",
    "resolved",
    "late",
    "early",
    "onTime",
    "open",
    "onlineRate",
    "onTimeRate",
    "feedbackNoun",
    "assignments",
  ],
  BREAKDOWN: ["BYFIELD", "BYUNIT", "BYPROCEDURE", "BYMODE", "BYLEVEL", "BYINTERLINKED"],
  ASKING: ["NEEDS", "FEE", "HOWLONG", "WHERE", "HOWTO", "CANONLINE", "DOING", "PROCEDURE"],
  COMPARISON: ["PREVIOUS", "SAMELASTYEAR"],
};
