import type { Day } from "../src/domain/vietnam-time.ts";
import { catalogue, type Procedure } from "./catalogue.ts";
import type { DraftDossier } from "./draft-dossier.ts";
import { closingTime, officeInstant, workingDayAfter, workingDays } from "./office-days.ts";
import { createRandom, type Random } from "./random.ts";

/**
 * Reporting quarter I/2021 as the department published it in March 2021. 458 carried over and 126 open at the end are our
 * reading: with them the published 13,85 % = 431 / 3.112 and every other figure close.
 */
const publishedQuarter = {
  from: "2020-12-15" as Day,
  to: "2021-03-14" as Day,
  received: 2654,
  online: 431,
  carriedOver: 458,
  open: 126,
  early: 1973,
  onTime: 1013,
  interlinked: 16,
} as const;

const lastWorkingDay = "2021-03-12" as Day;
const carriedDays = workingDays("2020-11-23" as Day, "2020-12-14" as Day);
const quarterDays = workingDays(publishedQuarter.from, lastWorkingDay);

const onlineProcedures = catalogue.filter(({ isOnline }) => isOnline);
const byHandProcedures = catalogue.filter(({ link, name }) => !link && !name.includes("(minh hoạ)"));
const interlinkedProcedure = catalogue.find(({ link }) => link === "ngang")!;

/** The dossiers of the quarter: the same whenever they are made. */
export function quarterDossiers(): DraftDossier[] {
  const random = createRandom(2021);
  const { carriedOver, received, open, early, onTime, online, interlinked } = publishedQuarter;
  const outcomes = random.shuffle([...Array<true>(early).fill(true), ...Array<boolean>(onTime).fill(false)]);
  const carried = outcomes
    .slice(0, carriedOver)
    .map((isEarly) => resolved(carriedDays, isEarly, random, modeByHand));
  const inQuarter = outcomes.slice(carriedOver).map((isEarly, at) => {
    if (at < interlinked) return resolved(quarterDays, isEarly, random, "truc_tiep", interlinkedProcedure);
    return resolved(quarterDays, isEarly, random, at < interlinked + online ? "truc_tuyen" : modeByHand);
  });
  const left = Array.from({ length: open }, () => stillOpen(random));
  if (inQuarter.length + left.length !== received) throw new Error("The published figures do not close");
  return [...carried, ...inQuarter, ...left];
}

type Mode = DraftDossier["mode"] | ((random: Random) => DraftDossier["mode"]);

function modeByHand(random: Random): DraftDossier["mode"] {
  return random.next() < 0.14 ? "buu_chinh" : "truc_tiep";
}

/** A dossier received on one of the days and finished within the quarter, before its due day or on it. */
function resolved(
  days: readonly Day[],
  isEarly: boolean,
  random: Random,
  mode: Mode,
  only?: Procedure,
): DraftDossier {
  for (;;) {
    const chosen = typeof mode === "function" ? mode(random) : mode;
    const procedure = only ?? random.pick(chosen === "truc_tuyen" ? onlineProcedures : byHandProcedures);
    const receivedOn = random.pick(days);
    const dueOn = workingDayAfter(receivedOn, procedure.workingDays);
    const finishedOn = isEarly
      ? workingDayAfter(receivedOn, random.between(0, procedure.workingDays - 1))
      : dueOn;
    if (finishedOn < publishedQuarter.from || finishedOn > lastWorkingDay) continue;
    const receivedAt = officeInstant(receivedOn, random);
    const finishedAt = officeInstant(finishedOn, random);
    if (finishedAt <= receivedAt) continue;
    return {
      procedure,
      mode: chosen,
      receivedAt,
      dueAt: closingTime(dueOn),
      finishedAt,
      returnedAt: officeInstant(workingDayAfter(finishedOn, 1), random),
      status: "da_tra_ket_qua",
      ...(only && { partner: "Sở Y tế" }),
    };
  }
}

/** A dossier of the quarter's last weeks, due and finished after it. */
function stillOpen(random: Random): DraftDossier {
  for (;;) {
    const procedure = random.pick(byHandProcedures);
    const receivedOn = random.pick(quarterDays.slice(-15));
    const dueOn = workingDayAfter(receivedOn, procedure.workingDays);
    const finishedOn = workingDayAfter(dueOn, random.pick([-1, -1, 0, 0, 0, 1]));
    if (finishedOn <= publishedQuarter.to || dueOn <= publishedQuarter.to) continue;
    return {
      procedure,
      mode: modeByHand(random),
      receivedAt: officeInstant(receivedOn, random),
      dueAt: closingTime(dueOn),
      finishedAt: officeInstant(finishedOn, random),
      returnedAt: officeInstant(workingDayAfter(finishedOn, 1), random),
      status: "da_tra_ket_qua",
    };
  }
}
