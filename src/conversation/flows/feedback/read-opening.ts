import { findDossierCode } from "../../../domain/dossiers/dossier-code.ts";
import type { FeedbackKind, Privacy } from "../../../domain/feedback/feedback.ts";
import { findCodes } from "../../understanding/find-codes.ts";
import { fold } from "../../understanding/text/fold.ts";
import { foldWords } from "../../understanding/text/fold-words.ts";
import type { UnsentFeedback } from "./unsent-feedback.ts";

const command = /^\s*\/\s?[\p{L}_]+(?:@\w+)?/u;
const lead =
  /^\s*(?:(?:da|vang|a|toi|em|minh|chau|con|tui|cho|xin|muon|can|duoc|gui|mot|co|i|want|to|would|like|have|a|send|give|some)[\s,]+)*(phan anh|phan anh,? kien nghi|gop y|kien nghi|phan nan|de xuat|feedback|report|suggestion|suggest|complaint)(?![a-z])/;
/** Small words that say nothing by themselves. */
const idle = /^(?:\s|[.,:!?-]|\b(?:a|nhe|voi|ve|mot|viec|chut|kien|nghi|nay|giup|about|something)\b)*$/;

/** What the words that begin a matter say of it: "phản ánh: đèn hỏng, ẩn danh" → its content, and who may know. */
export function readOpening(text: string): Partial<UnsentFeedback> {
  const said = text.normalize("NFC").replace(command, "").trim();
  const folded = fold(said);
  const [matched = "", noun] = lead.exec(folded) ?? [];
  const kind = noun === undefined ? {} : { kind: kindOf(noun) };
  const rest = folded.slice(matched.length);
  if (said === "" || (matched && idle.test(rest))) return kind;
  const separator = /^\s*[:\n-]\s*/.exec(rest)?.[0];
  return {
    ...kind,
    ...readClauses(matched && separator ? said.slice(matched.length + separator.length) : said),
  };
}

function kindOf(noun: string): FeedbackKind {
  return /kien nghi|de xuat|suggest/.test(noun) ? "proposal" : "report";
}

/** A text with what its last clauses say by themselves — who may know, which dossier, which number to call — taken out. */
function readClauses(text: string): Partial<UnsentFeedback> {
  let rest = text.trim();
  let found: Partial<UnsentFeedback> = {};
  for (;;) {
    const cut = lastClauseStart(rest);
    const clause = readClause(rest.slice(cut));
    if (!clause) break;
    found = { ...clause, ...found };
    rest = rest.slice(0, cut).replace(/[\s,;.]+$/u, "");
    if (rest === "") return found;
  }
  return { ...found, content: rest };
}

/** What a clause, or a whole message, says beside the matter itself. */
export function readClause(text: string): Partial<UnsentFeedback> | undefined {
  const words = foldWords(text);
  const privacy = privacyOf(words);
  if (privacy) return { privacy };
  const code = findDossierCode(text);
  if (code && isIdle(text.slice(0, code.start) + text.slice(code.end))) return { dossierCode: code.code };
  const { phone, spans } = findCodes(text);
  const [span] = spans;
  return phone && span && isIdle(text.slice(0, span.start) + text.slice(span.end))
    ? { contact: { phone } }
    : undefined;
}

const phrases: Record<Privacy, readonly string[]> = {
  anonymous: ["an danh", "giau ten", "khong neu ten", "khong de ten", "anonymous", "anonymously"],
  agency: [
    "chi co quan biet",
    "co quan biet",
    "chi cho co quan biet",
    "khong cong khai",
    "agency only",
    "private",
  ],
  public: ["cong khai ten", "cong khai ho ten", "cong khai danh tinh", "publish name"],
};
const polite = /\b(?:xin|toi|em|minh|muon|gui|duoc|cho|nhe|a|keep|it|please|my|name)\b/g;

/** Who may know, when folded words say nothing else. */
export function privacyOf(words: string): Privacy | undefined {
  const bare = (text: string) => text.replaceAll(polite, " ").replaceAll(/\s+/g, " ").trim();
  const said = bare(words);
  for (const [privacy, all] of Object.entries(phrases))
    if (all.some((phrase) => phrase === words || bare(phrase) === said)) return privacy as Privacy;
  return undefined;
}

const besideCodes = new Set(
  "ho so ma ve cho so dt sdt dien thoai goi lai lien he toi em theo phone call me dossier application at on".split(
    " ",
  ),
);

function isIdle(text: string): boolean {
  return foldWords(text)
    .split(" ")
    .every((word) => word === "" || besideCodes.has(word));
}

function lastClauseStart(text: string): number {
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(/[,;\n]|\.\s/g)) {
    const after = index + mark.length;
    if (text.slice(after).trim() !== "") start = after;
  }
  return start;
}
