import { apologise } from "../../domain/dossiers/apologise.ts";
import { sayApologyOutcome } from "../answers/apology-outcome.ts";
import type { Flow, FlowResult } from "../flow.ts";
import { paragraph } from "../reply.ts";
import { takeDay } from "../understanding/read-day-ahead.ts";

/** `/xinloi <code> <new date> <reason>`: the apology for a dossier that is or will be late, with its one new date. */
export const apologyFlow: Flow = async ({ understanding, speaker, now, language }, tools) => {
  const { say } = tools;
  if (speaker.kind !== "staff") return reply(say(language, "work-staff-only"));
  const [, code, ...words] = understanding.text.trim().split(/\s+/);
  const given = takeDay(words, now);
  if (!code || !given) return reply(say(language, "apology-how", { code: code ?? "H57.16-210315-0012" }));
  const asked = { code: code.toUpperCase(), newDueOn: given.on, reason: given.rest.join(" ") };
  const outcome = await apologise({ ...asked, staff: speaker.staff, now }, tools);
  return reply(sayApologyOutcome(outcome, { ...asked, code }, { say, language }));
};

function reply(text: string): FlowResult {
  return { replies: [{ blocks: [paragraph(text)] }] };
}
