import type { Flow, FlowRequest, FlowTools } from "../flow.ts";
import { paragraph, type Block, type Button } from "../reply.ts";

// Greeting, help and everything that is not a question to the department's data.

/** Presents the assistant and what it can do. */
export const startFlow: Flow = (request, tools) => {
  const { say, agencyName } = tools;
  return single([
    paragraph(say(request.language, "start-greeting", { agency: agencyName }), "strong"),
    paragraph(say(request.language, "start-what-to-type")),
    ...demonstrationNote(request, tools),
    { kind: "buttons", buttons: suggestions(request, tools) },
  ]);
};

export const helpFlow: Flow = (request, tools) =>
  single([...whatItCanDo(request, tools), { kind: "buttons", buttons: suggestions(request, tools) }]);

export const thanksFlow: Flow = ({ language, state }, { say }) => ({
  replies: [{ blocks: [paragraph(say(language, "thanks-reply"))] }],
  state,
});

/** Nothing is half done afterwards; what was already sent or changed stays. */
export const cancelFlow: Flow = (request, { say }) =>
  single([paragraph(say(request.language, request.state.form ? "cancel-done" : "cancel-nothing"))]);

/** Switches to the language named, or to the other one. */
export const languageFlow: Flow = ({ understanding, language }, { say }) => {
  const next = understanding.entities.language ?? (language === "vi" ? "en" : "vi");
  return { replies: [{ blocks: [paragraph(say(next, "language-changed"))] }], language: next };
};

/** What can be said, as a list. */
export function whatItCanDo({ language, speaker }: FlowRequest, { say }: FlowTools): Block[] {
  const items = [
    say(language, "can-look-up"),
    say(language, "can-follow"),
    say(language, "can-procedure"),
    say(language, "can-feedback"),
    say(language, "can-office"),
    say(language, "can-statistics"),
  ];
  if (speaker.kind === "staff") items.push(say(language, "can-breakdown"), say(language, "can-targets"));
  items.push(say(language, "can-language"), say(language, "can-cancel"));
  return [paragraph(say(language, "can-intro")), { kind: "list", items }];
}

function suggestions({ language }: FlowRequest, { say }: FlowTools): Button[] {
  return [
    { label: say(language, "button-look-up"), say: "/tracuu" },
    { label: say(language, "button-procedures"), say: "/thutuc" },
    { label: say(language, "button-feedback"), say: "/phananh" },
    { label: say(language, "button-statistics"), say: "/thongke" },
    { label: say(language, "button-language"), say: language === "vi" ? "/lang en" : "/lang vi" },
  ];
}

function demonstrationNote({ language }: FlowRequest, { say, settings }: FlowTools): Block[] {
  return settings.isDemonstration ? [paragraph(say(language, "demonstration-mark"), "muted")] : [];
}

function single(blocks: Block[]): { replies: { blocks: Block[] }[] } {
  return { replies: [{ blocks }] };
}
