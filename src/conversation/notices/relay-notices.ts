import type { RelayedFile, RelayEnd } from "../../domain/staff/relay.ts";
import { maskPersonal } from "../answers/mask-personal.ts";
import { paragraph, type Block } from "../reply.ts";
import type { Composer, ComposingContext } from "./composer.ts";

const offer: Composer = (facts, { say, language }) => {
  const { id, words } = facts as { id: string; words: string[] };
  return {
    blocks: [
      paragraph(say(language, "relay-offer", { id }), "strong"),
      { kind: "list", items: words.map(maskPersonal) },
      {
        kind: "buttons",
        buttons: [
          { label: say(language, "button-take-talk"), say: `/trochuyen nhan ${id}` },
          { label: say(language, "button-pass-talk"), say: `/trochuyen chuyen ${id}` },
        ],
      },
    ],
  };
};

const taken: Composer = (facts, { say, language }) => ({
  blocks: [
    paragraph(say(language, "relay-taken", { name: (facts as { officer: string }).officer }), "strong"),
    endButton({ say, language }),
  ],
});

function endButton({ say, language }: Pick<ComposingContext, "say" | "language">): Block {
  return { kind: "buttons", buttons: [{ label: say(language, "button-end-talk"), say: "/ketthuc" }] };
}

interface LineFacts {
  id: string;
  text: string;
  files: RelayedFile[];
  officer: string;
}

const lineToCitizen: Composer = (facts, context) => {
  const { text, files, officer } = facts as unknown as LineFacts;
  return { blocks: [paragraph(`${officer}: ${text}`), ...shown(files, context), endButton(context)] };
};

const lineToOfficer: Composer = (facts, context) => {
  const { id, text, files } = facts as unknown as LineFacts;
  const { say, language } = context;
  return {
    blocks: [
      paragraph(say(language, "relay-citizen-says", { id, text })),
      ...shown(files, context),
      {
        kind: "buttons",
        buttons: [
          { label: say(language, "button-answer-talk", { id }), say: `/trochuyen nhan ${id}` },
          { label: say(language, "button-end-talk-of", { id }), say: `/ketthuc ${id}` },
        ],
      },
    ],
  };
};

function shown(files: readonly RelayedFile[], { say, language }: ComposingContext): Block[] {
  return files.map(({ attachmentId, kind, name }) => ({
    kind: "file",
    attachmentId,
    mediaType: kind === "photo" ? "image/jpeg" : "application/octet-stream",
    name: name ?? say(language, kind === "photo" ? "relay-photo" : "relay-file"),
    caption: name ?? "",
    otherwise: say(language, "relay-file-otherwise"),
  }));
}

const endForCitizen: Composer = (facts, { say, language }) => {
  const { why } = facts as { why: RelayEnd };
  return {
    blocks: [
      paragraph(
        say(language, why === "nobody" ? "relay-nobody-took" : why === "idle" ? "relay-idle" : "relay-ended"),
        "strong",
      ),
      ...(why === "nobody"
        ? [
            {
              kind: "buttons" as const,
              buttons: [{ label: say(language, "button-leave-message"), say: "/phananh" }],
            },
          ]
        : []),
    ],
  };
};

const endForOfficer: Composer = (facts, { say, language }) => {
  const { id, why } = facts as { id: string; why: RelayEnd };
  return {
    blocks: [paragraph(say(language, why === "idle" ? "relay-idle-of" : "relay-ended-of", { id }), "strong")],
  };
};

export const relayComposers: Readonly<Record<string, Composer>> = {
  "relay-offer": offer,
  "relay-taken": taken,
  "relay-line-citizen": lineToCitizen,
  "relay-line-officer": lineToOfficer,
  "relay-end-citizen": endForCitizen,
  "relay-end-officer": endForOfficer,
};
