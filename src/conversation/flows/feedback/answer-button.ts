import type { Button } from "../../reply.ts";

/** Telegram's limit on what a press carries. */
const longestSay = 64;

/** A press that gives a slot of the feedback being written its answer: folded words, as if they were typed. */
export function answerButton(label: string, slot: string, words: string): Button {
  return { label, say: formCommand(slot, words) };
}

/** A press that only counts in the form: `/phananh #gui 12`. The mark keeps it apart from what people write after /phananh. */
export function formCommand(verb: string, words = ""): string {
  return `/phananh #${verb} ${words}`.trimEnd().slice(0, longestSay);
}

/** What such a press says; undefined for anything else. */
export function readFormCommand(text: string): { verb: string; words: string } | undefined {
  const [, verb, words] = /^\/phananh #([a-z]+) ?(.*)$/.exec(text.trim()) ?? [];
  return verb === undefined ? undefined : { verb, words: words ?? "" };
}
