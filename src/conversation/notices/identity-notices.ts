import { dayOf, showDay } from "../../domain/vietnam-time.ts";
import { paragraph } from "../reply.ts";
import type { Composer } from "./composer.ts";

/** What is said to staff of approvals and of their messenger accounts. */
export const identityComposers: Readonly<Record<string, Composer>> = {
  "approval-asked": ({ what, by }, { say, language }) => ({
    blocks: [
      paragraph(
        typeof by === "string"
          ? say(language, "approval-notice-asked", { name: by, what: String(what) })
          : say(language, "approval-notice-due", { what: String(what) }),
        "strong",
      ),
      paragraph(say(language, "approval-notice-where")),
    ],
  }),
  "approval-decided": ({ what, isApproved, reason }, { say, language }) => ({
    blocks: [
      paragraph(
        say(language, isApproved ? "approval-notice-given" : "approval-notice-declined", {
          what: String(what),
        }),
        "strong",
      ),
      ...(typeof reason === "string" && reason !== ""
        ? [paragraph(say(language, "approval-notice-reason", { reason }))]
        : []),
      ...(isApproved ? [paragraph(say(language, "approval-notice-go-on"))] : []),
    ],
  }),
  "binding-lapses": ({ lapsesAt }, { say, language }) => ({
    blocks: [
      paragraph(
        say(language, "binding-notice", { day: showDay(dayOf(new Date(String(lapsesAt)))) }),
        "strong",
      ),
      { kind: "buttons", buttons: [{ label: say(language, "binding-confirm"), say: "/lienket giu" }] },
    ],
  }),
};
