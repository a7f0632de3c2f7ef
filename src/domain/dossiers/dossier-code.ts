import { readDay } from "../vietnam-time.ts";

// The agency's identifier, the day of receipt and the serial of that day (NĐ 61/2018/NĐ-CP art. 26). The identifier is
// either of QCVN 102:2016 (000.00.16.H57) or of QĐ 20/2020/QĐ-TTg (H57.16).
const pattern =
  /^(?:\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}|[A-Y]\d{2}(?:\.[A-Z\d]+)*)-(\d{2})(\d{2})(\d{2})-\d{4,}$/;
const longestAgency = 35;

/** Whether a text is a dossier code in its canonical form: capitals, no space, a real day of receipt. */
export function isDossierCode(text: string): boolean {
  const [code, year, month, dayOfMonth] = pattern.exec(text) ?? [];
  if (!code || code.indexOf("-") > longestAgency) return false;
  return readDay(`20${year}-${month}-${dayOfMonth}`) !== undefined;
}
