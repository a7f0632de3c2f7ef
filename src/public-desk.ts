import { createHmac, hkdfSync } from "node:crypto";
import { isIPv6 } from "node:net";
import type { App } from "./app.ts";
import type { Deed } from "./domain/audit/act.ts";
import type { ProofTry } from "./domain/people/second-proof.ts";
import { createAuditTrail } from "./persistence/audit/audit-trail.ts";
import type { Config } from "./config/config.ts";
import { lookUpDossier, lookUpDossierDetail } from "./domain/dossiers/look-up-dossier.ts";
import { lookUpCase } from "./domain/feedback/look-up-case.ts";
import { echoCase } from "./domain/feedback/publication.ts";
import { namedPeriodAt, previousPeriod, progress } from "./domain/statistics/periods.ts";
import { publishFigures, type PublishedFigures } from "./domain/statistics/published-figures.ts";
import { dayOf } from "./domain/vietnam-time.ts";
import type { Sql } from "./persistence/database.ts";
import { createDossierStore } from "./persistence/dossier-store.ts";
import { createFeedbackStore } from "./persistence/feedback-store.ts";
import { createProofAttemptStore } from "./persistence/proof-attempt-store.ts";
import { createPublicationStore } from "./persistence/publication-store.ts";
import { createSignedFiguresStore } from "./persistence/signed-figures-store.ts";
import type { PublicPorts } from "./web/public/public-ports.ts";

const mostQuarters = 12;
/** Figures of a quarter cost much to reckon and change little. */
const keptMs = 5 * 60_000;

/** Fills the ports of the pages for everybody from the app. */
export function createPublicDesk(app: App, config: Config): PublicPorts {
  const { database, surroundings, clock, statistics } = app;
  const proofStores = (sql: Sql) => ({
    dossiers: createDossierStore(sql),
    feedback: createFeedbackStore(sql),
    proofAttempts: createProofAttemptStore(sql),
  });
  const publications = createPublicationStore(database);
  const signedFigures = createSignedFiguresStore(database);
  const kept = new Map<string, { figures: Promise<PublishedFigures | undefined>; at: number }>();

  async function reckon(period: PublishedFigures["period"]): Promise<PublishedFigures | undefined> {
    const signed = await signedFigures.find({ period });
    if (signed) return publishFigures(signed.figures, signed.byField, signed.signedAt);
    const question = { period, now: clock() };
    const figures = await statistics.figures(question);
    return figures && publishFigures(figures, await statistics.breakdown({ ...question, by: "field" }), null);
  }

  return {
    dossierStatus: (code) => lookUpDossier(code, createDossierStore(database)),
    // In one transaction, so that tries made at once are counted one after another.
    dossierDetail: (asked) =>
      database.transaction(async (sql) => {
        const outcome = await lookUpDossierDetail(asked, proofStores(sql));
        if (outcome.kind === "found") await disclosed(sql, asked, "dossier-disclosed", "dossier");
        return outcome;
      }),
    caseStatus: (asked) =>
      database.transaction(async (sql) => {
        const outcome = await lookUpCase(asked, proofStores(sql));
        if (outcome.kind === "found") await disclosed(sql, asked, "page-shown", "case");
        return outcome;
      }),
    published: (words, page) => publications.published(words, page),
    publication: (code) => publications.find(code),
    echo: (code, from) => echoCase({ code, ...from, now: clock() }, publications),
    async quarters() {
      const extent = await statistics.extent();
      if (!extent) return [];
      const { periodBasis } = (await surroundings()).settings;
      const quarters = [];
      let quarter = namedPeriodAt("quarter", dayOf(clock()), periodBasis);
      while (quarter.to >= extent.from && quarters.length < mostQuarters) {
        if (progress(quarter, clock()) === "over" && quarter.from <= extent.to) quarters.push(quarter);
        quarter = previousPeriod(quarter);
      }
      return quarters;
    },
    figures(period) {
      const key = `${period.from} ${period.to}`;
      const now = clock().getTime();
      const before = kept.get(key);
      if (before && now - before.at < keptMs && now >= before.at) return before.figures;
      const figures = reckon(period);
      kept.set(key, { figures, at: now });
      figures.catch(() => kept.delete(key));
      return figures;
    },
    nameNetwork: createNetworkNames(config),
    calendars: async () => (await surroundings()).calendars,
    settings: async () => (await surroundings()).settings,
  };
}

function disclosed(sql: Sql, { person, code, now }: ProofTry, deed: Deed, kind: string): Promise<void> {
  return createAuditTrail(sql).record({
    by: { kind: "citizen", name: person },
    deed,
    on: { kind, id: code },
    channel: "web",
    at: now,
  });
}

/** The same network always has the same name, and from the name nobody gets back to it who has not our secret. */
function createNetworkNames({
  secretKey,
  zalo,
  telegram,
  database,
  dataDir,
}: Config): (address: string) => string {
  const secret = secretKey ?? zalo?.appSecret ?? telegram?.token ?? database.url ?? dataDir;
  const key = new Uint8Array(hkdfSync("sha256", secret, "", "motcua network names", 32));
  return (address) =>
    `network:${createHmac("sha256", key).update(networkOf(address)).digest("base64url").slice(0, 22)}`;
}

/** Of IPv6 a household or office has all of a /64. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address.replace("::ffff:", "");
  const [head = "", tail = ""] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const missing = address.includes("::") ? 8 - groups.length - tail.split(":").filter(Boolean).length : 0;
  return [...groups, ...Array.from({ length: missing }, () => "0")].slice(0, 4).join(":");
}
