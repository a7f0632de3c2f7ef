import type { Interlinked, SubmissionMode } from "../dossiers/dossier.ts";
import type { Period } from "./period.ts";

/** By what dossiers can be told apart: each unit with all below it, field, procedure, mode, online level, interlinked kind. */
export const breakdowns = ["unit", "field", "procedure", "mode", "level", "interlinked"] as const;
export type Breakdown = (typeof breakdowns)[number];

/** How much of a procedure can be done online: all of it, a part, nothing (NĐ 42/2022/NĐ-CP art. 11). */
export const onlineLevels = ["full", "partial", "none"] as const;
export type OnlineLevel = (typeof onlineLevels)[number];

/** Which dossiers are meant; what is left out does not matter, what is given must all be so. */
export interface DossierFilter {
  /** A unit with all units below it. */
  unitCode?: string | undefined;
  /** A field's name as in the catalogue. */
  field?: string | undefined;
  procedureCode?: string | undefined;
  mode?: SubmissionMode | undefined;
  /** Of the procedure, as the catalogue has it now. */
  level?: OnlineLevel | undefined;
  /** Of the dossier. */
  interlinked?: Interlinked | undefined;
}

/** What figures are asked of: dossiers of a period, as known at `now`. It means the same in chat, on pages and in files. */
export interface FiguresQuestion extends DossierFilter {
  period: Period;
  now: Date;
}

/** The same question of one row of a breakdown alone; `code` is the row's. */
export function narrowed<Question extends DossierFilter>(
  question: Question,
  by: Breakdown,
  code: string,
): Question {
  const names = {
    unit: "unitCode",
    field: "field",
    procedure: "procedureCode",
    mode: "mode",
    level: "level",
    interlinked: "interlinked",
  } as const satisfies Record<Breakdown, keyof DossierFilter>;
  return { ...question, [names[by]]: code };
}
