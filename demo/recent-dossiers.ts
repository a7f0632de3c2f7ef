import { addDays, dayOf, monthOf, type Day } from "../src/domain/vietnam-time.ts";
import { catalogue } from "./catalogue.ts";
import type { DraftDossier } from "./draft-dossier.ts";
import { closingTime, officeInstant, workingDayAfter, workingDays } from "./office-days.ts";
import { createRandom, type Random } from "./random.ts";

const procedures = catalogue.filter(({ name }) => !name.includes("(minh hoạ)"));
const onlineProcedures = procedures.filter(({ isOnline }) => isOnline);

/** No day of the published quarter, nor of the weeks in which its open dossiers are finished. */
const earliest = "2021-06-15" as Day;

/** About a hundred dossiers a month over the last two years up to `now`, and today's in every state. */
export function recentDossiers(now: Date): DraftDossier[] {
  const today = dayOf(now);
  const twoYearsAgo = addDays(today, -730);
  const days = workingDays(twoYearsAgo > earliest ? twoYearsAgo : earliest, addDays(today, -1));
  return [...days.flatMap((on) => dossiersOf(on, now)), ...presentDossiers(now)];
}

/** A day's dossiers depend on the day alone, what has become of them on `now`. */
function dossiersOf(on: Day, now: Date): DraftDossier[] {
  const random = createRandom(Number(on.replaceAll("-", "")));
  const isBusy = [1, 3, 7, 8].includes(monthOf(on));
  return Array.from({ length: random.between(3, isBusy ? 7 : 5) }, () => dossierOf(on, now, random));
}

function dossierOf(on: Day, now: Date, random: Random): DraftDossier {
  const mode = random.next() < 0.24 ? "truc_tuyen" : random.next() < 0.12 ? "buu_chinh" : "truc_tiep";
  const procedure = random.pick(mode === "truc_tuyen" ? onlineProcedures : procedures);
  const dueOn = workingDayAfter(on, procedure.workingDays);
  const fate = random.next();
  const shift =
    fate < 0.62 ? -random.between(1, procedure.workingDays) : fate < 0.94 ? 0 : random.between(1, 4);
  const finishedOn = workingDayAfter(dueOn, shift);
  const receivedAt = officeInstant(on, random);
  const finishedAt = laterOf(officeInstant(finishedOn < on ? on : finishedOn, random), receivedAt, 5);
  const returnedAt = officeInstant(workingDayAfter(dayOf(finishedAt), 1), random);
  const hasDue = random.next() > 0.01;
  const draft = { procedure, mode, receivedAt, dueAt: hasDue ? closingTime(dueOn) : null } as const;
  if (finishedAt > now) return { ...draft, finishedAt: null, returnedAt: null, status: "dang_xu_ly" };
  const isReturned = returnedAt <= now;
  return {
    ...draft,
    finishedAt,
    returnedAt: isReturned ? returnedAt : null,
    status: isReturned ? "da_tra_ket_qua" : "da_co_ket_qua",
  };
}

function laterOf(at: Date, than: Date, minutes: number): Date {
  return at > than ? at : new Date(than.getTime() + minutes * 60_000);
}

interface Present {
  status: string;
  /** Working days from today to the due day; null for none. */
  due: number | null;
  /** Working days before today on which it was received. */
  received: number;
  finished?: number;
}

/** One or more of every state, with due days around today, so that each feature can be seen at once. */
const presents: readonly Present[] = [
  { status: "dang_xu_ly", due: 2, received: 5 },
  { status: "dang_xu_ly", due: 0, received: 6 },
  { status: "dang_xu_ly", due: 0, received: 4 },
  { status: "dang_xu_ly", due: 1, received: 7 },
  { status: "dang_xu_ly", due: 3, received: 3 },
  { status: "dang_xu_ly", due: -2, received: 9 },
  { status: "dang_xu_ly", due: -5, received: 14 },
  { status: "dang_xu_ly", due: null, received: 8 },
  { status: "cho_bo_sung", due: 4, received: 6 },
  { status: "cho_bo_sung", due: -1, received: 12 },
  { status: "cho_nghia_vu_tai_chinh", due: 5, received: 4 },
  { status: "moi_dang_ky", due: null, received: 1 },
  { status: "da_tiep_nhan", due: 7, received: 1 },
  { status: "khong_tiep_nhan", due: null, received: 3 },
  { status: "rut_ho_so", due: 3, received: 8, finished: 2 },
  { status: "dung_xu_ly", due: -1, received: 11, finished: 3 },
  { status: "da_co_ket_qua", due: 1, received: 6, finished: 1 },
];

function presentDossiers(now: Date): DraftDossier[] {
  const random = createRandom(7);
  const today = dayOf(now);
  return presents.map(({ status, due, received, finished }, at) => ({
    procedure: procedures[at % 9]!,
    mode: at % 3 === 0 ? "truc_tuyen" : "truc_tiep",
    receivedAt: officeInstant(workingDayAfter(today, -received), random),
    dueAt: due === null ? null : closingTime(workingDayOrAfter(today, due)),
    finishedAt: finished === undefined ? null : officeInstant(workingDayAfter(today, -finished), random),
    returnedAt: null,
    status,
  }));
}

/** Today stays today even when nobody works: then something is due today all the same. */
function workingDayOrAfter(today: Day, n: number): Day {
  return n === 0 ? today : workingDayAfter(today, n);
}
