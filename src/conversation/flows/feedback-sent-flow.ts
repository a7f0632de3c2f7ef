import { albumOf } from "../beyond-text.ts";
import type { FlowResult, FormFlow } from "../flow.ts";
import { addInformation } from "./own-case-deeds.ts";
import { notShown } from "./own-case.ts";

/** Photos, files and places that come right after feedback was sent belong to it. */
export const feedbackSentForm: FormFlow = {
  async answer(request, tools): Promise<FlowResult> {
    const { state, content, understanding, attachmentIds, language } = request;
    if (state.form?.kind !== "feedback-sent") throw new Error("Nothing was just sent.");
    const text =
      content.kind === "position"
        ? tools.say(language, "case-add-position", {
            latitude: String(content.latitude),
            longitude: String(content.longitude),
          })
        : understanding.text.trim();
    const added = await addInformation(state.form.code, { text, attachmentIds }, request, tools);
    const album = albumOf(content);
    const isRest = album !== undefined && album === state.album;
    return { ...(added ?? notShown(request, tools)), ...(isRest && { replies: [] }), state };
  },
  leaves: ({ intent }, content) =>
    content.kind !== "position" && (content.kind !== "media" || intent !== "unknown"),
};
