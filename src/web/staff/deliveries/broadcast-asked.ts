import type { Audience } from "../../../conversation/broadcasts/broadcast-board.ts";
import { readDossierCode } from "../../../domain/dossiers/dossier-code.ts";
import { addDays, instantOn, readDay } from "../../../domain/vietnam-time.ts";
import type { MessageKey } from "../../../wording/wording.ts";
import type { FormFields } from "../form-fields.ts";

export const audienceKinds = ["followers", "dossier", "staff", "unit"] as const;

/** What somebody wants to tell very many people, as they wrote it. */
export interface BroadcastAsked {
  kind: string;
  dossier: string;
  unit: string;
  text: string;
  lastOn: string;
}

export type Faults = Partial<Record<keyof BroadcastAsked, Extract<MessageKey, `broadcasts-fault-${string}`>>>;

export const nothingAsked: BroadcastAsked = { kind: "staff", dossier: "", unit: "", text: "", lastOn: "" };

/** What a message on every platform holds beside its heading. */
const longestText = 2_000;

export function readBroadcastAsked(fields: FormFields): BroadcastAsked {
  return {
    kind: fields.text("kind"),
    dossier: fields.text("dossier"),
    unit: fields.text("unit"),
    text: fields.text("text").replaceAll("\r\n", "\n"),
    lastOn: fields.text("lastOn"),
  };
}

/** The broadcast that is meant, or what is wrong with it. */
export function checkBroadcast(
  asked: BroadcastAsked,
  now: Date,
): { broadcast: { audience: Audience; text: string; expiresAt: Date | null } } | { faults: Faults } {
  const audience = readAudience(asked);
  const lastOn = asked.lastOn ? readDay(asked.lastOn) : undefined;
  const expiresAt = lastOn ? instantOn(addDays(lastOn, 1)) : null;
  const isPast = expiresAt !== null && expiresAt <= now;
  const faults: Faults = {
    ...(!audience &&
      (asked.kind === "dossier"
        ? { dossier: "broadcasts-fault-dossier" }
        : { kind: "broadcasts-fault-kind" })),
    ...(!asked.text && { text: "broadcasts-fault-empty" }),
    ...(asked.text.length > longestText && { text: "broadcasts-fault-long" }),
    ...(((asked.lastOn && !lastOn) || isPast) && { lastOn: "broadcasts-fault-day" }),
  };
  return audience && Object.keys(faults).length === 0
    ? { broadcast: { audience, text: asked.text, expiresAt } }
    : { faults };
}

function readAudience({ kind, dossier, unit }: BroadcastAsked): Audience | undefined {
  switch (kind) {
    case "followers":
    case "staff":
      return { kind };
    case "dossier": {
      const dossierCode = readDossierCode(dossier);
      return dossierCode === undefined ? undefined : { kind: "followers", dossierCode };
    }
    case "unit":
      return unit ? { kind, unitCode: unit } : undefined;
    default:
      return undefined;
  }
}
