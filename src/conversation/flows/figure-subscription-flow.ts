import { rhythms, type Rhythm } from "../../domain/statistics/figures-digest.ts";
import type { Flow } from "../flow.ts";
import { paragraph } from "../reply.ts";
import { fold } from "../understanding/text/fold.ts";

const words: Readonly<Record<Rhythm, RegExp>> = {
  weekly: /\b(tuan|thu hai|giao ban|weekly|week|monday)\b/,
  monthly: /\b(thang|monthly|month)\b/,
  quarterly: /\b(quy|quarterly|quarter)\b/,
};
const stopping = /\b(thoi|bo|tat|huy|ngung|dung|off|stop|unsubscribe)\b/;

/** `/bantin`: which figures a leader has sent, and how often; a press changes it. */
export const figureSubscriptionFlow: Flow = async (
  { understanding, speaker, language, now },
  { say, figureSubscriptions },
) => {
  if (speaker.kind === "citizen" || speaker.staff.role === "officer")
    return { replies: [{ blocks: [paragraph(say(language, "digests-leaders-only"))] }] };
  const { username } = speaker.staff;
  const text = fold(understanding.text);
  const asked = rhythms.filter((rhythm) => words[rhythm].test(text));
  const isOn = !stopping.test(text);
  for (const rhythm of asked) await figureSubscriptions.set(username, rhythm, isOn, now);
  const subscribed = await figureSubscriptions.of(username);
  const changed = asked.map((rhythm) =>
    paragraph(say(language, isOn ? "digest-begun" : "digest-ended", { rhythm }), "strong"),
  );
  return {
    replies: [
      {
        blocks: [
          ...(changed.length ? changed : [paragraph(say(language, "digests-what"))]),
          {
            kind: "list",
            items: rhythms.map((rhythm) =>
              say(language, subscribed.includes(rhythm) ? "digest-on" : "digest-off", { rhythm }),
            ),
          },
          {
            kind: "buttons",
            buttons: rhythms.map((rhythm) =>
              subscribed.includes(rhythm)
                ? {
                    label: say(language, "button-digest-end", { rhythm }),
                    say: `/bantin thoi ${commandOf[rhythm]}`,
                  }
                : {
                    label: say(language, "button-digest-begin", { rhythm }),
                    say: `/bantin ${commandOf[rhythm]}`,
                  },
            ),
          },
        ],
      },
    ],
  };
};

const commandOf: Readonly<Record<Rhythm, string>> = { weekly: "tuan", monthly: "thang", quarterly: "quy" };
