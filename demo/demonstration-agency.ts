import { defaultSettings, type Settings } from "../src/domain/settings/settings.ts";
import type { IndicatorName } from "../src/domain/statistics/figures.ts";
import type { Day } from "../src/domain/vietnam-time.ts";
import { staff, units } from "./agency.ts";
import { assignmentRows } from "./assignments.ts";
import { procedureRows } from "./catalogue.ts";
import { dossierRows } from "./draft-dossier.ts";
import { feedbackRows } from "./feedback.ts";
import { quarterDossiers } from "./published-quarter.ts";
import { createRandom } from "./random.ts";
import { recentDossiers } from "./recent-dossiers.ts";
import { routingRows } from "./routing.ts";
import type { Row } from "./rows.ts";

/** The demonstration agency as files to import, in the order in which they refer to one another. */
export interface DemonstrationAgency {
  files: {
    kind: "don-vi" | "thu-tuc" | "can-bo" | "ho-so" | "nhiem-vu" | "phan-anh" | "phan-cong";
    rows: Row[];
  }[];
  targets: { indicator: IndicatorName; value: number; validFrom: Day; source: string }[];
  settings: Settings;
}

/** Deterministic: the same day gives the same agency, and the published quarter is the same on every day. */
export function demonstrationAgency(now: Date): DemonstrationAgency {
  return {
    files: [
      { kind: "don-vi", rows: units },
      { kind: "thu-tuc", rows: procedureRows },
      { kind: "can-bo", rows: staff },
      {
        kind: "ho-so",
        rows: [
          ...dossierRows(quarterDossiers(), createRandom(31)),
          ...dossierRows(recentDossiers(now), createRandom(37)),
        ],
      },
      { kind: "nhiem-vu", rows: assignmentRows(now) },
      { kind: "phan-cong", rows: routingRows },
      { kind: "phan-anh", rows: feedbackRows(now) },
    ],
    targets: [
      {
        indicator: "onlineRateOfHandled",
        value: 0.25,
        validFrom: "2020-12-15" as Day,
        source: "cam kết với UBND tỉnh (minh hoạ)",
      },
    ],
    settings: {
      isDemonstration: true,
      periodBasis: "reporting",
      onlineRate: "onlineRateOfHandled",
      office: {
        address: "Số 1 đường Minh Hoạ, phường Minh Hoạ (địa chỉ minh hoạ)",
        phone: "0900 000 000 (số minh hoạ)",
        hotline: "0900 001 022 (số minh hoạ)",
      },
      letterhead: {
        superior: "UBND tỉnh (minh hoạ)",
        place: "Minh Hoạ",
        symbol: "BC-STP",
        signatory: "Giám đốc",
        recipients: ["UBND tỉnh (b/c)", "Văn phòng UBND tỉnh", "Lãnh đạo Sở", "Lưu: VT, VP"],
      },
      identity: defaultSettings.identity,
    },
  };
}
