import type { Shift, WorkingCalendar } from "../../domain/deadlines/working-calendar.ts";
import {
  nextDaysOff,
  nextWeekday,
  openingState,
  ordinaryWeek,
  type WeekPart,
} from "../../domain/office/opening-hours.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { addDays, dayOf, instantOn, showDay, showTime, type Day } from "../../domain/vietnam-time.ts";
import { showWeekday } from "../../wording/show-weekday.ts";
import type { Language, Say } from "../../wording/wording.ts";
import type { OfficeQuestion } from "../office/read-office-question.ts";
import { paragraph, type Block } from "../reply.ts";

interface Telling {
  say: Say;
  language: Language;
  now: Date;
  calendar: WorkingCalendar;
  settings: Settings;
}

/** When the office works and how to reach it; the first line is what was asked. */
export function officeAnswer(question: OfficeQuestion, telling: Telling): Block[] {
  const { say, language, settings } = telling;
  const { website } = settings.office;
  return [
    paragraph(firstLine(question, telling), "strong"),
    ...(question.asks === "hours" ? [] : [paragraph(stateLine(telling))]),
    officeFacts(telling),
    ...(question.asks === "holiday" ? [] : [paragraph(holidayLine(telling))]),
    ...(website ? [{ kind: "link", label: website, url: website } as const] : []),
    ...(settings.isDemonstration ? [paragraph(say(language, "office-demonstration"), "muted")] : []),
  ];
}

/** The hours of an ordinary week and every way to reach the office. */
export function officeFacts(telling: Telling): Block {
  return {
    kind: "facts",
    facts: [
      { label: telling.say(telling.language, "office-hours"), value: weekLine(telling) },
      ...contacts.map((contact) => contactFact(contact, telling)),
    ],
  };
}

const contacts = ["address", "phone", "hotline", "website"] as const;

function contactFact(contact: (typeof contacts)[number], { say, language, settings }: Telling) {
  return {
    label: say(language, `office-${contact}`),
    value: settings.office[contact] ?? say(language, "office-missing"),
  };
}

function firstLine({ asks, on }: OfficeQuestion, telling: Telling): string {
  if (asks === "address")
    return telling.say(telling.language, "office-line", contactFact("address", telling));
  if (asks === "phone") {
    const known = telling.settings.office.phone ?? telling.settings.office.hotline;
    const which = known === telling.settings.office.phone ? "phone" : "hotline";
    return telling.say(telling.language, "office-line", contactFact(which, telling));
  }
  if (asks === "holiday") return holidayLine(telling);
  return on ? dayLine(on, telling) : stateLine(telling);
}

function stateLine({ say, language, now, calendar }: Telling): string {
  const state = openingState(now, calendar);
  if (state.kind === "open") return say(language, "office-open", { time: showTime(state.until) });
  const on = dayOf(state.opensAt);
  const time = showTime(state.opensAt);
  if (on === dayOf(now)) return say(language, "office-closed-today", { time });
  return say(language, "office-closed", {
    time,
    weekday: showWeekday(say, language, on),
    day: showDay(on),
  });
}

function dayLine(on: Day, { say, language, calendar }: Telling): string {
  const name = showWeekday(say, language, on);
  const named = { weekday: name.charAt(0).toUpperCase() + name.slice(1), day: showDay(on) };
  const shifts = calendar.shiftsOn(on);
  if (shifts.length > 0)
    return say(language, "office-day-works", { ...named, hours: hoursLine(shifts, say, language) });
  const note = calendar.exceptionOn(on)?.note;
  return note
    ? say(language, "office-day-holiday", { ...named, note })
    : say(language, "office-day-off", named);
}

function holidayLine({ say, language, now, calendar }: Telling): string {
  const off = nextDaysOff(addDays(dayOf(now), 1), calendar);
  if (!off) return say(language, "office-no-holiday");
  const days = off.from === off.to ? showDay(off.from) : `${showDay(off.from)}–${showDay(off.to)}`;
  const name = off.note ?? say(language, "office-holiday-unnamed");
  return say(language, off.isExpected ? "office-next-holiday-expected" : "office-next-holiday", {
    name,
    days,
  });
}

/** `Thứ Hai – thứ Sáu: 07:30–11:30, 13:30–17:00; thứ Bảy – Chủ nhật: nghỉ` */
function weekLine({ say, language, now, calendar }: Telling): string {
  const today = dayOf(now);
  const nameOf = (weekday: number) => showWeekday(say, language, nextWeekday(weekday, today));
  const part = ({ from, to, shifts }: WeekPart): string => {
    const days =
      from === to ? nameOf(from) : say(language, "office-weekdays", { from: nameOf(from), to: nameOf(to) });
    return say(language, "office-hours-part", { days, hours: hoursLine(shifts, say, language) });
  };
  return ordinaryWeek(today, calendar).map(part).join("; ");
}

function hoursLine(shifts: readonly Shift[], say: Say, language: Language): string {
  if (shifts.length === 0) return say(language, "office-hours-none");
  return shifts
    .map(({ fromMinute, toMinute }) =>
      say(language, "office-shift", { from: clockTime(fromMinute), to: clockTime(toMinute) }),
    )
    .join(", ");
}

/** 450 → `07:30`. */
function clockTime(minute: number): string {
  return showTime(instantOn("2000-01-01" as Day, minute));
}
