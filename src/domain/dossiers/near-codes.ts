import { isDossierCode, nearMiss, readDossierCode } from "./dossier-code.ts";

const digits = Array.from({ length: 10 }, (_, digit) => String(digit));

/**
 * The dossier code that somebody wrote, also with O for 0 and I or L for 1; or what is almost one, as it was written, for
 * `nearCodes` to mend.
 */
export function readSlippedCode(text: string): string | undefined {
  const plain = text.replaceAll(/o/gi, "0").replaceAll(/[il]/gi, "1");
  const code = readDossierCode(text) ?? readDossierCode(plain);
  return code ?? (nearMiss(plain) ? plain.replaceAll(/\s/g, "").toUpperCase() : undefined);
}

/** The codes one slip of a finger away: another digit, two neighbours changed over, one left out or one too many. */
export function nearCodes(code: string): string[] {
  const near = new Set<string>();
  for (let at = 0; at < code.length; at += 1) {
    const [before, here, after] = [code.slice(0, at), code[at]!, code.slice(at + 1)];
    near.add(before + after);
    near.add(before + after.slice(0, 1) + here + after.slice(1));
    for (const digit of digits) {
      near.add(before + digit + here + after);
      if (/\d/.test(here)) near.add(before + digit + after);
    }
  }
  for (const digit of digits) near.add(code + digit);
  near.delete(code);
  return [...near].filter(isDossierCode);
}
