import type { Intent } from "../understanding.ts";

/**
 * Signs of each intent with how sure they make us. A sign names concepts that must all stand in the message; `!` before
 * one says that it must not, `A>B` that A stands before B, a leading `=` that nothing but small words stands beside them.
 * Beside the lexicon's concepts there are CODE, FAULT (nearly a code), TICKET, PERIOD, FIELD, UNIT, PROC (names of the
 * deployment), MEASURE, BREAKDOWN and COMPARISON (any of them), STAFF (a member of staff speaks).
 */
export const rules: Partial<Record<Intent, readonly (readonly [score: number, ...signs: string[]])[]>> = {
  emergency: [[0.97, "EMERGENCY", "= SOS", "= SOS HELPME"]],
  denunciation: [[0.96, "DENUNCIATION"]],
  complaint: [[0.95, "COMPLAINT"]],
  human: [[0.94, "HUMAN"]],
  data_erasure: [
    [0.97, "ERASE DATA"],
    [0.9, "ERASEME"],
  ],
  data_access: [
    [0.95, "ACCESS DATA"],
    [0.9, "ABOUTME"],
    [0.72, "= DATA"],
  ],
  dossier_unfollow: [[0.95, "UNFOLLOW"]],
  dossier_follow: [
    [0.96, "FOLLOW CODE"],
    [0.945, "FOLLOW DOSSIER", "FOLLOW MINE"],
    [0.75, "FOLLOW"],
  ],
  dossier_detail: [
    [0.94, "DETAIL CODE"],
    [0.85, "= DETAIL", "DETAIL DOSSIER"],
  ],
  dossier_status: [
    [0.98, "= CODE"],
    [0.94, "CODE PROGRESS", "DOSSIER MINE PROGRESS", "DOSSIER MINE NOTYET", "CODE DOSSIER", "CODE LOOKUP"],
    [0.9, "CODE", "DOSSIER PROGRESS", "CODEWORD LOOKUP"],
    [0.89, "WHEN RESULT DOSSIER", "WHEN RESULT MINE", "DOSSIER SLOW !PERIOD", "MINE TOPIC NOTYET"],
    [0.88, "FAULT", "MINE TOPIC PROGRESS"],
    [
      0.8,
      "DOSSIER MINE",
      "LOOKUP DOSSIER",
      "TOPIC PROGRESS",
      "CODEWORD DOSSIER",
      "DOSSIER NOTYET",
      "MINE NOTYET",
    ],
    [0.76, "CODEWORD", "MINE SLOW", "MINE RESULT"],
    [0.72, "= LOOKUP", "WHEN RESULT", "MINE PROGRESS", "= DOSSIER", "= CODEWORD", "= PROGRESS"],
  ],
  feedback_status: [
    [0.95, "TICKET", "FEEDBACKSTATE PROGRESS", "FEEDBACKSTATE LOOKUP", "LOOKUP>feedbackNoun"],
    [0.9, "FEEDBACK MINE PROGRESS", "FEEDBACK>PROGRESS"],
    [0.82, "FEEDBACKSTATE"],
  ],
  feedback_new: [
    [0.935, "WANT>FEEDBACK", "FEEDBACK BADSERVICE", "FEEDBACK PUBLICISSUE"],
    [0.86, "BADSERVICE"],
    [0.87, "FEEDBACK !PERIOD"],
    [0.76, "PUBLICISSUE"],
    [0.7, "FEEDBACK"],
  ],
  statistics: [
    [0.96, "STATS>feedbackNoun", "HOWMANY>feedbackNoun", "RATE>feedbackNoun", "STATS PERIOD !FEEDBACK"],
    [0.93, "onlineRate", "onTimeRate", "STATS BREAKDOWN", "STATS COMPARISON", "HOWMANY MEASURE PERIOD !MINE"],
    [0.92, "HOWMANY DOSSIER PERIOD !MINE", "HOWMANY DOSSIER MEASURE !MINE", "RATE MEASURE", "RATE ONLINE"],
    [
      0.91,
      "UNIT PERIOD",
      "FIELD PERIOD !NEEDS !FEE",
      "UNIT MEASURE",
      "HOWMANY UNIT",
      "HOWMANY FIELD MEASURE",
    ],
    [
      0.9,
      "REPORT PERIOD",
      "BREAKDOWN PERIOD",
      "COMPARISON PERIOD",
      "HOWMANY assignments",
      "BREAKDOWN DOSSIER",
    ],
    [0.87, "STATS", "DOSSIER MEASURE PERIOD !MINE", "BREAKDOWN MEASURE"],
    [
      0.8,
      "feedbackNoun PERIOD",
      "assignments PERIOD",
      "MEASURE PERIOD !MINE !FEEDBACK",
      "HOWMANY DOSSIER !MINE",
    ],
    [0.76, "= PERIOD", "= INVALID", "= REPORT", "REPORT BREAKDOWN", "= HOWMANY PERIOD MEASURE"],
    [
      0.7,
      "COMPARISON",
      "BREAKDOWN",
      "= DOSSIER early",
      "= DOSSIER open",
      "DOSSIER late !MINE",
      "DOSSIER onTime !MINE",
    ],
  ],
  procedure_info: [
    [0.93, "TOPIC NEEDS", "TOPIC FEE", "TOPIC HOWLONG"],
    [0.9, "TOPIC WHERE", "TOPIC HOWTO", "TOPIC CANONLINE", "PROCEDURE TOPIC"],
    [0.8, "PROCLIST", "CANONLINE HOWTO", "CANONLINE WHERE"],
    [0.85, "TOPIC DOING", "PROCEDURE NEEDS", "PROCEDURE FEE", "PROCEDURE HOWLONG", "PROCEDURE HOWTO"],
    [0.74, "DOING NEEDS", "DOSSIER NEEDS", "DOING FEE", "WANT TOPIC", "DOING HOWLONG", "DOING WHERE", "PROC"],
    [0.66, "= TOPIC", "= PROCEDURE", "= NEEDS", "= FEE"],
  ],
  office_info: [
    [0.93, "HOURS OFFICE", "ADDRESS OFFICE", "PHONENUMBER OFFICE", "WHERE OFFICE"],
    [0.86, "HOURS", "DAYS WORKING !PERIOD !TOPIC", "DAYS OFFICE !PERIOD", "= ADDRESS", "= PHONENUMBER"],
    [0.7, "PHONENUMBER", "ADDRESS"],
  ],
  my_work: [
    [0.95, "MYWORK STAFF", "DUESOON STAFF"],
    [0.88, "DOSSIER MINE STAFF late", "MINE STAFF late"],
    [0.8, "MYWORK"],
  ],
  link_account: [[0.9, "LINK"]],
  language: [
    [0.94, "SWITCH LANGUAGE"],
    [0.88, "= LANGUAGE"],
  ],
  help: [
    [0.93, "= HELP", "= HELPME"],
    [0.78, "HELP"],
  ],
  start: [[0.93, "= START"]],
  back: [[0.93, "= BACK"]],
  cancel: [[0.92, "= CANCEL"]],
  deny: [[0.91, "= DENY"]],
  confirm: [[0.9, "= CONFIRM !THANKS"]],
  thanks: [
    [0.9, "= THANKS", "= GOODBYE", "= CONFIRM THANKS"],
    [0.58, "THANKS", "GOODBYE"],
  ],
  greeting: [
    [0.9, "= GREETING"],
    [0.56, "GREETING"],
  ],
};
