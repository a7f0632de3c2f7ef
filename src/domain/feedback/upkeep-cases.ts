import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import { addWorkingDays, closingOn } from "../deadlines/working-time.ts";
import { addDays, dayOf, instantOn, type Clock } from "../vietnam-time.ts";
import { changeCase } from "./change-case.ts";
import type { FeedbackTools } from "./feedback-tools.ts";
import { openImported, takeAnswerFromElsewhere } from "./open-imported.ts";

/** Working days after the answer in which the person may still say something, before the case closes by itself. */
export const closesAfterWorkingDays = 5;

/** A case that something is to be done to. */
export interface WaitingCase {
  id: string;
  code: string;
}

export interface AnsweredCase extends WaitingCase {
  answeredAt: Date;
  unitCode: string | null;
}

/** Finds what is to be kept up; each in the order of their ids after the one given, at most `limit`. */
export interface UpkeepStore {
  /** Imported, and not yet cases. */
  unopened: (afterId: string, limit: number) => Promise<WaitingCase[]>;
  /** Open, while an import brought their answer. */
  answeredElsewhere: (afterId: string, limit: number) => Promise<WaitingCase[]>;
  /** Answered before an instant and not closed. */
  answered: (before: Date, afterId: string, limit: number) => Promise<AnsweredCase[]>;
}

export interface UpkeepPorts {
  waiting: UpkeepStore;
  /** Runs work in a transaction of its own. */
  inTransaction: (work: (tools: FeedbackTools) => Promise<unknown>) => Promise<unknown>;
  clock: Clock;
  /** Told of a case that could not be kept up; the others are. */
  onTrouble: (error: unknown, code: string) => void;
}

const batchSize = 500;

/** More is left for the next run, so that a great import keeps no other job waiting. */
const mostPerRun = 2_000;

/**
 * Keeps cases up without anybody's doing: makes cases of imported matters, ends those answered elsewhere, closes those
 * answered five working days ago without a word from the person. Each in a transaction of its own, right when run twice.
 */
export async function upkeepCases(ports: UpkeepPorts): Promise<void> {
  const { waiting, clock } = ports;
  await forEach(waiting.unopened, ports, ({ code }, tools) => openImported(code, clock(), tools));
  await forEach(waiting.answeredElsewhere, ports, ({ code }, tools) =>
    takeAnswerFromElsewhere(code, clock(), tools),
  );
  // Whatever the calendar, so many working days take at least as many days.
  const before = instantOn(addDays(dayOf(clock()), 1 - closesAfterWorkingDays));
  await forEach((afterId, limit) => waiting.answered(before, afterId, limit), ports, closeWhenDue(clock()));
}

function closeWhenDue(now: Date) {
  return async ({ code, answeredAt, unitCode }: AnsweredCase, tools: FeedbackTools): Promise<void> => {
    if (now < closesAt(answeredAt, tools.calendars.of(unitCode ?? undefined))) return;
    await changeCase(
      { code, action: { kind: "close" }, actor: { kind: "system", name: "upkeep" }, channel: "upkeep", now },
      tools,
    );
  };
}

/** When an answered case closes by itself. */
export function closesAt(answeredAt: Date, calendar: WorkingCalendar): Date {
  return closingOn(addWorkingDays(dayOf(answeredAt), closesAfterWorkingDays, calendar), calendar);
}

async function forEach<Waiting extends WaitingCase>(
  find: (afterId: string, limit: number) => Promise<Waiting[]>,
  { inTransaction, onTrouble }: UpkeepPorts,
  work: (waiting: Waiting, tools: FeedbackTools) => Promise<void>,
): Promise<void> {
  let afterId = "0";
  for (let seen = 0; seen < mostPerRun; seen += batchSize) {
    const batch = await find(afterId, batchSize);
    for (const waiting of batch)
      await inTransaction((tools) => work(waiting, tools)).catch((error: unknown) =>
        onTrouble(error, waiting.code),
      );
    if (batch.length < batchSize) return;
    afterId = batch.at(-1)!.id;
  }
}
