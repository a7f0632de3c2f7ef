import fc from "fast-check";
import { chooseButton } from "../../src/conversation/choose-button.ts";
import { readState } from "../../src/conversation/conversation-state.ts";
import { readFiguresCommand } from "../../src/conversation/figures/figures-command.ts";
import { readFormCommand } from "../../src/conversation/flows/feedback/answer-button.ts";
import { readClause, readOpening } from "../../src/conversation/flows/feedback/read-opening.ts";
import { readWorkCommand } from "../../src/conversation/flows/work/work-command.ts";
import { readOfficeQuestion } from "../../src/conversation/office/read-office-question.ts";
import { readListing } from "../../src/conversation/procedures/procedure-command.ts";
import { createUnderstand } from "../../src/conversation/understanding/create-understand.ts";
import { readDayAhead } from "../../src/conversation/understanding/read-day-ahead.ts";
import { readPeriod } from "../../src/conversation/understanding/read-period.ts";
import { findDossierCode, nearMiss, readDossierCode } from "../../src/domain/dossiers/dossier-code.ts";
import { readShifts } from "../../src/domain/deadlines/week-hours.ts";
import { findCaseCode, isCaseCodeMiss } from "../../src/domain/feedback/case-code.ts";
import { readCount, readLadder, readOffsets, readTerm } from "../../src/domain/feedback/policy-words.ts";
import { readDay } from "../../src/domain/vietnam-time.ts";
import { readCalendarDay, readMoment } from "../../src/imports/moment.ts";
import { pixelsOf } from "../../src/files/pixels-of.ts";
import { gazetteer } from "../understanding/gazetteer.ts";
import { fuzzTarget, type FuzzTarget } from "./fuzz-target.ts";
import { mutatedBytes, oddText } from "./odd-values.ts";
import { photograph } from "../photos/photographs.ts";
import { readCodes } from "../../src/photos/read-codes.ts";
import { sampleFiles } from "../support/sample-files.ts";

const now = new Date("2026-11-23T02:00:00Z");
const period = { now, periodBasis: "calendar" } as const;
const buttons = [{ label: "Gửi", say: "/gui" }, { label: "1. Quay lại" }] as Parameters<
  typeof chooseButton
>[1];

/** Everything that reads a short text by itself: codes, days, periods, presses, what policies are written in. */
const readers: readonly ((text: string) => unknown)[] = [
  findDossierCode,
  readDossierCode,
  nearMiss,
  findCaseCode,
  isCaseCodeMiss,
  readDay,
  readMoment,
  readCalendarDay,
  readShifts,
  readTerm,
  readOffsets,
  readLadder,
  readCount,
  readListing,
  readFormCommand,
  readWorkCommand,
  readOpening,
  readClause,
  (text) => readDayAhead(text, now),
  (text) => readPeriod(text, period),
  (text) => readFiguresCommand(text, ["Hộ tịch"], period),
  (text) => readFiguresCommand(`/tk ${text} m=${text} f=${text}`, ["Hộ tịch"], period),
  (text) => readOfficeQuestion(text, readDay("2026-11-23")!),
  (text) => chooseButton(text, buttons),
  (text) => readState({ topic: text, form: { kind: text } }, now, now),
];

/** Readers of texts and of pictures, which need nothing around them. */
export async function textTargets(): Promise<FuzzTarget[]> {
  const understand = createUnderstand(gazetteer);
  const photos = [await photograph("https://dichvucong.example/H57.16-261102-0001"), sampleFiles.jpeg];
  return [
    fuzzTarget({
      name: "what people write",
      share: 200,
      inputs: oddText,
      take: (text) => understand(text, { ...period, role: "leader" }),
    }),
    fuzzTarget({
      name: "codes, days, periods, presses",
      share: 300,
      inputs: fc.tuple(fc.constantFrom(...readers), oddText),
      take: ([read, text]) => read(text),
    }),
    fuzzTarget({
      name: "sizes of photos",
      share: 30,
      inputs: fc.oneof(mutatedBytes(photos), fc.uint8Array({ maxLength: 80 })),
      take: pixelsOf,
    }),
    fuzzTarget({ name: "codes in photos", share: 2, inputs: mutatedBytes(photos), take: readCodes }),
  ];
}
