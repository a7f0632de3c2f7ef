import { fold } from "../understanding/text/fold.ts";

interface NamedUnit {
  code: string;
  name: string;
}

/** A unit that words mean: one, one of several, or none that there is. */
export type UnitRead =
  | { kind: "unit"; code: string }
  | { kind: "own" }
  | { kind: "several"; units: NamedUnit[] }
  | { kind: "none"; words: string };

const head = /\b(phong|trung tam|chi cuc|van phong|don vi|bo phan)\s+((?:[a-z.]+\s*)+)/;
/** Where a name ends. */
const after =
  /\b(thang|quy|nam|tuan|ngay|hom|ky|co|con|bi|da|dang|qua|tre|dung|truoc|som|theo|bao|may|la|thi|nhan|giai|ton|xu|so|trong|the|sao|voi|tang|giam|duoc|moi|ti|ty|nop|luy|tu(?= (?:ngay|thang|quy|dau|nam|hom)\b)|den|cua|ho|mot|khi|luc|xuat|xem)\b.*$/;
const noName = /^(nao|ban|nay|do|nao do|khac|chuc nang|chuyen mon)?$/;

/** Folding leaves each letter in its place. */
function asWritten(text: string, folded: string): string {
  const composed = text.normalize("NFC");
  const at = fold(composed).indexOf(folded);
  return at < 0 ? folded : composed.slice(at, at + folded.length);
}

/** Whether a unit is called what the words call it: "phòng tư pháp" is not Sở Tư pháp. */
export function isCalled(text: string, { name }: NamedUnit): boolean {
  const [, type] = head.exec(fold(text)) ?? [];
  return type === undefined || type === "don vi" || fold(name).includes(type);
}

/** "phòng Đất đai tháng 3" of a deployment that has none; "phòng tư pháp" where two are called so. */
export function readUnit(text: string, units: readonly NamedUnit[]): UnitRead | undefined {
  const words = fold(text);
  if (/\b(phong|don vi|bo phan)( cua)? (minh|toi|em|chung toi|ta)\b|\bmy (unit|office|room)\b/.test(words))
    return { kind: "own" };
  const [, type, rest] = head.exec(words.replaceAll(/[?!,;]/g, " | ")) ?? [];
  if (type === undefined || rest === undefined || /\b(theo|tung|cac|moi|nhung) $/.test(words.split(type)[0]!))
    return undefined;
  const name = rest.replace(after, "").trim();
  if (noName.test(name)) return undefined;
  const asked = name.split(/\s+/);
  const meant = units.filter((unit) => {
    const own = fold(unit.name).split(/[^a-z]+/);
    return asked.every((word) => own.includes(word));
  });
  if (meant.length === 0) return { kind: "none", words: asWritten(text, `${type} ${name}`) };
  return meant.length === 1 ? { kind: "unit", code: meant[0]!.code } : { kind: "several", units: meant };
}
