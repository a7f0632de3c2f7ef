import { signInLinkMinutes } from "../../domain/staff/sign-in.ts";
import type { Flow } from "../flow.ts";
import { paragraph } from "../reply.ts";

/** `/trangquantri`: a link that signs a member of staff in on the pages, once and for a few minutes. */
export const staffPagesFlow: Flow = async ({ speaker, language, now }, { say, signInLink }) => {
  if (speaker.kind === "citizen")
    return { replies: [{ blocks: [paragraph(say(language, "work-staff-only"))] }] };
  const url = await signInLink(speaker.staff.username, now);
  return {
    replies: [
      {
        blocks: [
          paragraph(say(language, "sign-in-link-here", { minutes: signInLinkMinutes }), "strong"),
          { kind: "link", label: say(language, "sign-in-link-label"), url },
          paragraph(say(language, "sign-in-link-secret"), "muted"),
        ],
      },
    ],
  };
};
