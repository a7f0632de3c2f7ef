import { mayWorkOn } from "../../domain/feedback/case-access.ts";
import type { CaseAction } from "../../domain/feedback/case-action.ts";
import { lastDeed } from "../../domain/feedback/case-decision.ts";
import { isOpen } from "../../domain/feedback/case-states.ts";
import type { FeedbackCase } from "../../domain/feedback/feedback.ts";
import { addWorkingDays } from "../../domain/deadlines/working-time.ts";
import { snoozeReminders } from "../../domain/reminders/snooze-reminders.ts";
import { dayOf } from "../../domain/vietnam-time.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import { workCase, workHistory } from "../answers/work-case.ts";
import { deedsOn } from "../answers/work-deeds.ts";
import { itemsAtOnce, workList } from "../answers/work-list.ts";
import type { Flow, FlowResult, FlowTools } from "../flow.ts";
import { paragraph } from "../reply.ts";
import { askWords, wordDeeds } from "./work/ask-words.ts";
import { doWork, notFound, reply, showButton, showChanged, type StaffRequest } from "./work/do-work.ts";
import { sayRefusal } from "./work/say-outcome.ts";
import { showOtherWork } from "./work/show-other-work.ts";
import { transfer } from "./work/transfer.ts";
import { readWorkCommand, type WorkCommand } from "./work/work-command.ts";
import { sendConfirmed } from "./work/work-words-flow.ts";

/** `/viec`: what a member of staff has to do, one matter of it, and everything that may be done with it. */
export const workFlow: Flow = async (request, tools) => {
  if (request.speaker.kind !== "staff")
    return reply(paragraph(tools.say(request.language, "work-staff-only")));
  const staffRequest: StaffRequest = { ...request, staff: request.speaker.staff };
  const text = request.understanding.text.trim();
  const command = readWorkCommand(text.startsWith("/") ? text : "/viec");
  if (command.deed === "dongy") return sendConfirmed(staffRequest, tools);
  const { code } = command;
  return code === undefined || command.deed === "toi" || command.deed === "phong" || command.deed === ""
    ? showList(text, command, staffRequest, tools)
    : onOne({ ...command, code }, staffRequest, tools);
};

const leadersWords = /\b(phong|don vi|toan so|ca phong|room|unit|team)\b/;

async function showList(
  text: string,
  { deed }: WorkCommand,
  { staff, now, language }: StaffRequest,
  { work, calendars, say, fold }: FlowTools,
): Promise<FlowResult> {
  const today = dayOf(now);
  const until = addWorkingDays(today, 3, calendars.of(staff.unitCode));
  const page = Math.max(1, Number(/\btrang\s+(\d{1,4})\b/.exec(text)?.[1] ?? 1));
  const isAll = /\btatca\b/.test(text);
  const asksForUnit = deed === "phong" || leadersWords.test(fold(text));
  const led = asksForUnit && [staff, ...(staff.standsInFor ?? [])].find(({ role }) => role !== "officer");
  const list = await work.list(
    led ? { kind: "unit", unitCode: led.unitCode } : { kind: "own", username: staff.username },
    { today, until },
    { limit: itemsAtOnce, offset: (page - 1) * itemsAtOnce, isAll },
  );
  return reply(
    ...workList(list, { say, language, today, until, page, isAll, unitName: led ? led.unitName : undefined }),
  );
}

const simpleDeeds: ReadonlyMap<string, CaseAction> = new Map([
  ["nhan", { kind: "accept" }],
  ["saiphong", { kind: "wrong-unit" }],
  ["tiep", { kind: "resume" }],
  ["trinh", { kind: "submit" }],
  ["gui", { kind: "answer" }],
  ["dong", { kind: "close" }],
  ["dongygiahan", { kind: "decide-extension", isGranted: true }],
  ["tuchoigiahan", { kind: "decide-extension", isGranted: false }],
]);

async function onOne(
  command: WorkCommand & { code: string },
  request: StaffRequest,
  tools: FlowTools,
): Promise<FlowResult> {
  const { deed, code, version } = command;
  if (deed === "roi" || deed === "hoan") return putOff(deed, code, request, tools);
  const file = await tools.feedback.find(code);
  if (!file)
    return (deed === "xem" && (await showOtherWork(code, request, tools))) || notFound(request, tools);
  if (!mayWorkOn(request.staff, file.matter)) return notFound(request, tools);
  const telling = { say: tools.say, language: request.language, staff: request.staff };
  if (deed === "lichsu") return reply(...workHistory(file, telling));
  const action = simpleDeeds.get(deed);
  if (action) return doWork({ code, version, action }, request, tools);
  const wordDeed = wordDeeds.find((known) => known === deed);
  if (wordDeed === undefined && deed !== "chuyen")
    return reply(...workCase(file.matter, await tools.work.attachmentsOf(file.matter.id), telling));
  // Nobody is to write or choose for nothing.
  if (version !== undefined && version !== file.matter.version)
    return showChanged(file.matter, lastDeed(file.events), request, tools);
  if (!deedsOn(file.matter, request.staff).some((offered) => offered === deed))
    return showNotOffered(file.matter, request, tools);
  const seen = { ...command, version: file.matter.version };
  return wordDeed ? askWords(wordDeed, seen, request, tools) : transfer(seen, request, tools);
}

function showNotOffered(matter: FeedbackCase, request: StaffRequest, tools: FlowTools): FlowResult {
  const because =
    isOpen(matter.status) || matter.status === "reopen-requested" ? "not-allowed" : "wrong-state";
  return reply(paragraph(sayRefusal({ because }, matter, request, tools), "warning"), {
    kind: "buttons",
    buttons: [showButton(matter.code, request, tools)],
  });
}

/** "Đã rõ" and "Nhắc lại sáng mai": the reminders wait, the deadline does not. */
async function putOff(
  deed: "roi" | "hoan",
  code: string,
  request: StaffRequest,
  tools: FlowTools,
): Promise<FlowResult> {
  const { staff, now, language } = request;
  const outcome = await snoozeReminders(
    { code, username: staff.username, until: deed === "roi" ? "acknowledged" : "next-morning", now },
    tools,
  );
  if (outcome.kind === "not-found") return notFound(request, tools);
  const until = showMoment(tools.say, language, outcome.until);
  return reply(
    paragraph(
      tools.say(language, deed === "roi" ? "work-done-acknowledged" : "work-done-snoozed", { code, until }),
      "strong",
    ),
    { kind: "buttons", buttons: [showButton(code, request, tools)] },
  );
}
