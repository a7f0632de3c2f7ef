import { findDossierCode, nearMiss, type CodeFault } from "../../domain/dossiers/dossier-code.ts";
import { findCaseCode, isCaseCodeMiss } from "../../domain/feedback/case-code.ts";

/** What codes and numbers of a fixed form a text holds, and where, so that no grammar reads them again. */
export interface FoundCodes {
  dossierCode?: string;
  codeFault?: CodeFault;
  ticketCode?: string;
  phone?: string;
  spans: { start: number; end: number }[];
}

const phone = /(?<![\d.,-])(?:\+?84|0)[\s.-]*([35789](?:[\s.-]{0,3}\d){8})(?![\d])/;
const landline = /(?<![\d.,-])(?:\+?84|0)[\s.-]*(2(?:[\s.-]{0,3}\d){9})(?!\d)/;
const nothing: FoundCodes = { spans: [] };

/** Reads the codes of an NFC text. `PA-2026-123` is `PA-2026-000123`; `+84 905 123 456` is `0905123456`. */
export function findCodes(text: string): FoundCodes {
  // Most messages hold no number at all.
  if (!/\d/.test(text)) return nothing;
  const found: FoundCodes = { spans: [] };
  const ticket = findCaseCode(text);
  if (ticket) {
    found.ticketCode = ticket.code;
    found.spans.push(ticket);
  }
  const code = findDossierCode(text);
  if (code) {
    found.dossierCode = code.code;
    found.spans.push(code);
  } else if (!ticket && !isCaseCodeMiss(text)) {
    const miss = nearMiss(text);
    if (miss) found.codeFault = miss;
  }
  const outside = found.spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + "x".repeat(end - start) + rest.slice(end),
    text,
  );
  const phoneParts = phone.exec(outside) ?? landline.exec(outside);
  if (phoneParts) {
    found.phone = `0${phoneParts[1]!.replace(/\D/g, "")}`;
    found.spans.push({ start: phoneParts.index, end: phoneParts.index + phoneParts[0].length });
  }
  return found;
}
