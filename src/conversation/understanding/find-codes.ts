import { findDossierCode, nearMiss, type CodeFault } from "../../domain/dossiers/dossier-code.ts";

/** What codes and numbers of a fixed form a text holds, and where, so that no grammar reads them again. */
export interface FoundCodes {
  dossierCode?: string;
  codeFault?: CodeFault;
  ticketCode?: string;
  phone?: string;
  spans: { start: number; end: number }[];
}

const ticket = /(?<![a-z\d])pa[\s-]*(20\d{2})[\s/-]+(\d{1,6})(?!\d)/i;
const phone = /(?<![\d.,-])(?:\+?84|0)[\s.-]*([35789](?:[\s.-]{0,3}\d){8})(?![\d])/;
const landline = /(?<![\d.,-])(?:\+?84|0)[\s.-]*(2(?:[\s.-]{0,3}\d){9})(?!\d)/;
const nothing: FoundCodes = { spans: [] };

/** Reads the codes of an NFC text. `PA-2026-123` is `PA-2026-000123`; `+84 905 123 456` is `0905123456`. */
export function findCodes(text: string): FoundCodes {
  // Most messages hold no number at all.
  if (!/\d/.test(text)) return nothing;
  const found: FoundCodes = { spans: [] };
  const take = (match: RegExpExecArray | null): RegExpExecArray | null => {
    if (match) found.spans.push({ start: match.index, end: match.index + match[0].length });
    return match;
  };
  const ticketParts = take(ticket.exec(text));
  if (ticketParts) found.ticketCode = `PA-${ticketParts[1]}-${ticketParts[2]!.padStart(6, "0")}`;
  const code = findDossierCode(text);
  if (code) {
    found.dossierCode = code.code;
    found.spans.push(code);
  } else if (!ticketParts) {
    const miss = nearMiss(text);
    if (miss) found.codeFault = miss;
  }
  const outside = found.spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + "x".repeat(end - start) + rest.slice(end),
    text,
  );
  const phoneParts = take(phone.exec(outside) ?? landline.exec(outside));
  if (phoneParts) found.phone = `0${phoneParts[1]!.replace(/\D/g, "")}`;
  return found;
}
