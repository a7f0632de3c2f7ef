import type { Flow } from "../flow.ts";
import { paragraph } from "../reply.ts";

/** A photo in which no code could be read: how to take it better, and what else it may have been meant for. */
export const unreadablePhotoFlow: Flow = ({ language }, { say }) => ({
  replies: [
    {
      blocks: [
        paragraph(say(language, "photo-unreadable"), "strong"),
        paragraph(say(language, "photo-how")),
        { kind: "buttons", buttons: [{ label: say(language, "button-feedback"), say: "/phananh" }] },
      ],
    },
  ],
});
