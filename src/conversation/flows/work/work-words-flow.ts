import type { CaseAction, RefusalGround } from "../../../domain/feedback/case-action.ts";
import type { Flow, FlowResult, FlowTools } from "../../flow.ts";
import { paragraph } from "../../reply.ts";
import { asked } from "./ask-words.ts";
import { doWork, notFound, reply, type StaffRequest, type WordsForm } from "./do-work.ts";

/** The words that an officer's deed waited for. A refusal and a forwarding are shown once more before they go out. */
export const workWordsFlow: Flow = async (request, tools) => {
  const { form } = request.state;
  if (form?.kind !== "case-words") throw new Error("No words were asked for.");
  if (request.speaker.kind !== "staff") return notFound(request, tools);
  const staffRequest: StaffRequest = { ...request, staff: request.speaker.staff };
  const words = request.understanding.text.trim();
  if (!words)
    return asked(form, request, tools, paragraph(tools.say(request.language, "work-words-missing")));
  const action = actionOf(form, words);
  if (!action) return asked(form, request, tools, paragraph(tools.say(request.language, "work-two-parts")));
  const written = { ...form, words };
  if (action.kind === "refuse" || action.kind === "forward")
    return confirm(written, action.explanation, staffRequest, tools);
  return doWork({ ...written, action, written }, staffRequest, tools);
};

/** Sends what was written after it had been shown once more. */
export async function sendConfirmed(request: StaffRequest, tools: FlowTools): Promise<FlowResult> {
  const { form } = request.state;
  const action = form?.kind === "case-words" && form.words ? actionOf(form, form.words) : undefined;
  if (form?.kind !== "case-words" || !action)
    return reply(paragraph(tools.say(request.language, "work-nothing-to-send"), "warning"));
  return doWork({ ...form, action, written: form }, request, tools);
}

function confirm(form: WordsForm, words: string, { language }: StaffRequest, { say }: FlowTools): FlowResult {
  const again = `/viec ${form.deed} ${form.code} ${form.version} ${form.choice}`;
  return {
    ...reply(paragraph(say(language, "work-confirm-refuse", { words }), "strong"), {
      kind: "buttons",
      buttons: [
        { label: say(language, "work-button-confirm"), say: "/viec dongy" },
        { label: say(language, "work-button-rewrite"), say: again.trim() },
      ],
    }),
    state: { form },
  };
}

/** What the words do; undefined when they should have had two parts. */
function actionOf({ deed, choice }: WordsForm, words: string): CaseAction | undefined {
  const [, agency, rest] = /^([^:：]{2,120})[:：]\s*(.+)$/su.exec(words) ?? [];
  switch (deed) {
    case "hoi":
      return { kind: "ask-citizen", question: words };
    case "coquan":
      return agency && rest ? { kind: "ask-agency", agency: agency.trim(), reason: rest } : undefined;
    case "giahan":
      return { kind: "request-extension", workingDays: Number(choice), reason: words };
    case "soan":
      return { kind: "draft", text: words };
    case "tralai":
      return { kind: "return", reason: words };
    case "tuchoi":
      return { kind: "refuse", ground: choice as RefusalGround, explanation: words };
    case "chuyenngoai":
      return agency && rest ? { kind: "forward", agency: agency.trim(), explanation: rest } : undefined;
    case "ghichu":
      return { kind: "note", text: words };
    case "molai":
      return { kind: "decide-reopening", isGranted: true, reason: words };
    case "khongmolai":
      return { kind: "decide-reopening", isGranted: false, reason: words };
  }
}
