import { asksForApology, stepsBelow, type ReminderFacts } from "../../domain/reminders/reminder.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import { paragraph, type Block, type Button, type Reply } from "../reply.ts";
import type { ComposingContext } from "./composer.ts";
import { shortened } from "./reminder-notices.ts";

const itemsShown = 20;
const apologyButtons = 5;

/** Several reminders that one person is due at once, in one message: what is theirs, then what comes up the ladder. */
export function sayReminders(facts: readonly Record<string, unknown>[], context: ComposingContext): Reply {
  const { say, language } = context;
  const reminders = oneOfEach(facts as unknown as readonly ReminderFacts[]);
  const isEscalated = ({ offset }: ReminderFacts) => stepsBelow(offset).length > 0;
  const own = reminders.filter((one) => !isEscalated(one));
  const escalated = reminders.filter(isEscalated);
  const toApologise = own.filter(asksForApology);
  const buttons: Button[] = [
    { label: say(language, "button-open-list"), say: "/viec" },
    ...toApologise.slice(0, apologyButtons).map(({ code }) => ({
      label: say(language, "button-apologise-for", { code }),
      say: `/xinloi ${code}`,
    })),
  ];
  return {
    blocks: [
      ...list("several-reminders", own, context),
      ...(toApologise.length > 0 ? [paragraph(say(language, "reminder-apologise"))] : []),
      ...list("several-escalated", escalated, context),
      ...(reminders.some(({ isDemonstration }) => isDemonstration)
        ? [paragraph(say(language, "demonstration-mark"), "muted")]
        : []),
      { kind: "buttons", buttons },
    ],
  };
}

/** Whoever stands on two rungs of the ladder is due the same words twice. */
function oneOfEach(reminders: readonly ReminderFacts[]): ReminderFacts[] {
  const said = new Set<string>();
  return reminders.filter(({ code, clock, remindsOf }) => {
    const words = `${code} ${clock} ${remindsOf}`;
    return !said.has(words) && said.add(words);
  });
}

function list(
  heading: "several-reminders" | "several-escalated",
  reminders: readonly ReminderFacts[],
  { say, language, now }: ComposingContext,
): Block[] {
  if (reminders.length === 0) return [];
  const shown = reminders.slice(0, itemsShown);
  const items = shown.map(({ code, title, clock, remindsOf }) => {
    const dueAt = new Date(remindsOf);
    const due = showMoment(say, language, dueAt);
    const state = say(language, `reminder-${clock}-${now > dueAt ? "late" : "soon"}`, { code, due });
    return `${state} ${shortened(title)}`;
  });
  return [
    paragraph(say(language, heading, { shown: shown.length, total: reminders.length }), "strong"),
    { kind: "list", items },
  ];
}
