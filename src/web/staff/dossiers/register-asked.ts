import { readSlippedCode } from "../../../domain/dossiers/near-codes.ts";
import { dossierStatuses, type DossierStatus } from "../../../domain/dossiers/dossier.ts";
import {
  registerStates,
  type RegisterFilter,
  type RegisterPlace,
  type RegisterState,
} from "../../../domain/dossiers/dossier-register.ts";
import { readDay, type Day } from "../../../domain/vietnam-time.ts";
import { readFields } from "../form-fields.ts";

export const registerPath = "/lamviec/hoso";

/** What the address asks the register for. */
export interface RegisterAsked {
  text: string;
  state: RegisterState;
  status: DossierStatus | undefined;
  unitCode: string;
  isOwnOnly: boolean;
  dueFrom: Day | undefined;
  dueTo: Day | undefined;
  after: RegisterPlace | undefined;
}

export const rowsAtOnce = 50;
const longestSearch = 100;

/** Reads the register's address; what it does not know counts as not asked. */
export function readRegisterAsked(query: unknown): RegisterAsked {
  const { text } = readFields(query);
  const words = text("tim").slice(0, longestSearch);
  // Whoever looks for something wants it whether it is open or not.
  const state = registerStates.find((one) => one === text("hienthi")) ?? (words ? "all" : "open");
  return {
    text: words,
    state,
    status: dossierStatuses.find((status) => status === text("trangthai")),
    unitCode: text("donvi").slice(0, longestSearch),
    isOwnOnly: text("cua") === "toi",
    dueFrom: readDay(text("hantu")),
    dueTo: readDay(text("handen")),
    after: readPlace(text("sau")),
  };
}

/** The filter that an address stands for, without whose eyes and when; with the code that was looked for, if it was one. */
export function filterOf(asked: RegisterAsked): {
  filter: Omit<RegisterFilter, "staff" | "days">;
  code: string | undefined;
} {
  const { text, state, status, unitCode, isOwnOnly, dueFrom, dueTo } = asked;
  const code = readSlippedCode(text);
  const filter = { state, status, isOwnOnly, dueFrom, dueTo, unitCode: unitCode || undefined };
  if (code === undefined) return { code, filter: { ...filter, words: text.split(/\s+/).filter(Boolean) } };
  return { code, filter: { ...filter, state: "all", words: [], codes: [code] } };
}

/** The same list from another place on. */
export function registerAddress(asked: RegisterAsked, after?: RegisterPlace): string {
  const { text, state, status, unitCode, isOwnOnly, dueFrom, dueTo } = asked;
  const query = new URLSearchParams({
    ...(text && { tim: text }),
    ...(state !== (text ? "all" : "open") && { hienthi: state }),
    ...(status && { trangthai: status }),
    ...(unitCode && { donvi: unitCode }),
    ...(isOwnOnly && { cua: "toi" }),
    ...(dueFrom && { hantu: dueFrom }),
    ...(dueTo && { handen: dueTo }),
    ...(after && { sau: `${after.at?.toISOString() ?? ""}_${after.id}` }),
  });
  return `${registerPath}?${query}`;
}

function readPlace(text: string): RegisterPlace | undefined {
  const [, instant, id] = /^([\d:.TZ-]*)_(\d{1,18})$/.exec(text) ?? [];
  if (id === undefined) return undefined;
  const at = instant ? new Date(instant) : null;
  return at && Number.isNaN(at.getTime()) ? undefined : { at, id };
}
