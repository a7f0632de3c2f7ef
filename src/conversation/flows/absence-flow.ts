import { noteAbsence } from "../../domain/staff/note-absence.ts";
import { showDay } from "../../domain/vietnam-time.ts";
import type { Flow, FlowResult } from "../flow.ts";
import { paragraph } from "../reply.ts";
import { takeDay } from "../understanding/read-day-ahead.ts";

/** `/vang 25/11 27/11 canbo2`, `/vang từ thứ hai đến thứ sáu canbo2`: away from one day to another, with who stands in; `/vang huy` ends it. */
export const absenceFlow: Flow = async (
  { understanding, speaker, now, language },
  { say, staffAccounts },
) => {
  if (speaker.kind !== "staff") return reply(say(language, "work-staff-only"));
  const { username } = speaker.staff;
  const [, ...words] = understanding.text.trim().split(/\s+/);
  if (words[0]?.toLowerCase() === "huy") {
    await noteAbsence({ username, away: null, by: username, now }, staffAccounts);
    return reply(say(language, "absence-ended"));
  }
  const first = takeDay(words, now);
  const last = first && takeDay(first.rest, now, first.on);
  const [substitute] = last?.rest ?? [];
  if (!first || !last || !substitute) return reply(say(language, "absence-how"));
  const { on: from } = first;
  const { on: until } = last;
  const away = { from, until, substitute };
  const outcome = await noteAbsence({ username, away, by: username, now }, staffAccounts);
  switch (outcome.kind) {
    case "backwards":
    case "past":
      return reply(say(language, `absence-${outcome.kind}`));
    case "no-such-substitute":
      return reply(say(language, "absence-no-substitute", { username: substitute }));
    case "same-person":
      return reply(say(language, "absence-same-person"));
    case "away":
      return reply(
        say(language, "absence-noted", { from: showDay(from), until: showDay(until), username: substitute }),
      );
  }
};

function reply(text: string): FlowResult {
  return { replies: [{ blocks: [paragraph(text)] }] };
}
