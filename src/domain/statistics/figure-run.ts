import type { Figures } from "./figures.ts";

/** Figures as they were answered. */
export interface FigureRun {
  id: string;
  askedAt: Date;
  unitCode?: string;
  figures: Figures;
}

export interface FigureRunStore {
  /** Keeps it unless it is kept already. Throws StoreUnavailableError. */
  keep(run: Omit<FigureRun, "id">): Promise<void>;
  find(id: string): Promise<FigureRun | undefined>;
  /** Forgets those asked before, but for the units and periods that were signed off. */
  forget(askedBefore: Date): Promise<void>;
}

const yearMs = 365 * 86_400_000;

/**
 * How long an answer can be asked for again by its number: the reports of a year are compared with those of the year
 * before, and inspected in the year after. What a signature stands on is kept for good.
 */
export const runLifetimeMs = 2 * yearMs;

/**
 * The number that an answer of figures bears wherever it is shown, `S-1A2B3C4D5E6F`: it is made of what was asked and of
 * everything that was counted, so that two papers of one number say the same, and figures that moved have another.
 */
export function runIdOf({ period, unit, asOf, ...counted }: Figures): string {
  const { dossiers, interlinked, feedback, assignments, procedures } = counted;
  const of = [
    [period.from, period.to, unit.code, asOf.toISOString()],
    [dossiers, interlinked, feedback, assignments, procedures].map(inOrder),
    counted.targets.map(({ indicator, target, source }) => [indicator, target, source]),
  ];
  return `S-${digest(JSON.stringify(of))}`;
}

/** Numbers with their paths, in one order: what is read back from a store has its keys in another. */
function inOrder(counted: object): string[] {
  return Object.entries(counted)
    .flatMap(([key, value]: [string, unknown]) =>
      typeof value === "object" && value !== null
        ? inOrder(value).map((line) => `${key}.${line}`)
        : [`${key}=${String(value)}`],
    )
    .toSorted();
}

const digits = 12;

/** 48 bits of FNV-1a of 64: enough to tell figures apart, not a seal against forgers. */
function digest(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return BigInt.asUintN(48, hash ^ (hash >> 48n))
    .toString(16)
    .toUpperCase()
    .padStart(digits, "0");
}

/** One number that is not what it was; absent where there was, or is, none. */
export interface MovedFigure {
  /** `dossiers.resolved.late` */
  path: string;
  before?: string;
  now?: string;
}

/** Every number in which two answers to one question differ. */
export function movedFigures(before: Figures, now: Figures): MovedFigure[] {
  const read = ({ dossiers, interlinked, feedback, assignments, procedures }: Figures) =>
    new Map(
      inOrder({ dossiers, interlinked, feedback, assignments, procedures }).map((line) => {
        const [path, value] = line.split("=") as [string, string];
        return [path, value];
      }),
    );
  const [then, today] = [read(before), read(now)];
  return [...new Set([...then.keys(), ...today.keys()])].toSorted().flatMap((path) => {
    const [was, is] = [then.get(path), today.get(path)];
    if (was === is) return [];
    return [{ path, ...(was !== undefined && { before: was }), ...(is !== undefined && { now: is }) }];
  });
}
