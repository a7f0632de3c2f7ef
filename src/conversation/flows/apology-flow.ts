import { judgeApology } from "../../domain/dossiers/apologise.ts";
import { mayWorkOn } from "../../domain/feedback/case-access.ts";
import { showDay } from "../../domain/vietnam-time.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import type { Flow, FlowResult } from "../flow.ts";
import { paragraph } from "../reply.ts";
import { takeDay } from "../understanding/read-day-ahead.ts";

/** `/xinloi <code> <new date> <reason>`: the apology for a dossier that is or will be late, with its one new date. */
export const apologyFlow: Flow = async ({ understanding, speaker, now, language }, tools) => {
  const { say, apologies, calendars } = tools;
  if (speaker.kind !== "staff") return reply(say(language, "work-staff-only"));
  const { staff } = speaker;
  const [, code, ...words] = understanding.text.trim().split(/\s+/);
  if (!code) return reply(say(language, "apology-how", { code: "H57.16-210315-0012" }));
  const dossier = await apologies.lock(code.toUpperCase());
  if (!dossier || !mayWorkOn(staff, dossier)) return reply(say(language, "work-not-found"));
  const given = takeDay(words, now);
  if (!given) return reply(say(language, "apology-how", { code }));
  const { on: newDueOn } = given;
  const reason = given.rest.join(" ");
  const outcome = judgeApology(dossier, { reason, newDueOn, now }, calendars.of(dossier.unitCode));
  switch (outcome.kind) {
    case "not-open":
      return reply(say(language, "apology-not-open", { code }));
    case "no-reason":
      return reply(say(language, "apology-no-reason", { code }));
    case "bad-day":
      return reply(say(language, `apology-${outcome.why}`, { day: showDay(newDueOn) }));
    case "given-before":
      return reply(
        say(language, "apology-given-before", {
          code,
          at: showMoment(say, language, outcome.apology.givenAt),
          day: showDay(outcome.apology.newDueOn),
        }),
      );
    case "given":
      await apologies.keep(dossier.id, { reason, newDueOn, givenAt: now }, staff.username);
      return reply(say(language, "apology-given", { code, day: showDay(newDueOn), reason }));
  }
};

function reply(text: string): FlowResult {
  return { replies: [{ blocks: [paragraph(text)] }] };
}
