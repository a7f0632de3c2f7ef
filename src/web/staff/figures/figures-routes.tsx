import { countOf } from "../../../domain/statistics/dossier-measures.ts";
import { dossierReachOf } from "../../../domain/statistics/dossier-reach.ts";
import type { Figures } from "../../../domain/statistics/figures.ts";
import { chartKinds, type ReportKind } from "../../../domain/statistics/report-kinds.ts";
import type { ReportReader } from "../../../domain/statistics/report-source.ts";
import { Refusal } from "../../refusal.ts";
import { readFields } from "../form-fields.ts";
import type { StaffPorts } from "../staff-ports.ts";
import type { StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { breakdownCsv } from "./breakdown-csv.ts";
import { figureListPage } from "./figure-list-page.tsx";
import { figuresPage } from "./figures-page.tsx";
import { figuresPath, readFiguresAsked, readMeasure, type FiguresAsked } from "./figures-asked.ts";

const rowsAtOnce = 50;
const farthestPage = 1_000;

interface Asking {
  Querystring: unknown;
}

const files: Record<string, ReportKind> = {
  xlsx: { kind: "xlsx" },
  docx: { kind: "docx" },
  ...Object.fromEntries(chartKinds.map((chart) => [`${chart}.png`, { kind: "png", chart } as const])),
};

/** "Số liệu": the figures of a period as chat tells them, with the dossiers behind each number, charts and files. */
export function addFiguresRoutes(site: StaffSite, { figures, work }: StaffPorts): void {
  const { source, signed, runs, periodBasis, report } = figures;
  const notFound = () => new Refusal(404, { key: "web-error-not-found" });
  const read = async (query: unknown, { now }: StaffVisit) =>
    readFiguresAsked(query, { now, periodBasis: await periodBasis() });
  const ofUnit = ({ period, unitCode }: FiguresAsked, { now }: StaffVisit) => ({
    period,
    now,
    ...(unitCode !== undefined && { unitCode }),
  });

  const readBreakdown = async (
    { by }: FiguresAsked,
    question: ReturnType<typeof ofUnit>,
    { statistics }: ReportReader,
  ) => ({
    figures: await statistics.figures(question),
    rows: await statistics.breakdown({ ...question, by }),
  });
  const keepRun = ({ period: _period, now, ...ofWhom }: ReturnType<typeof ofUnit>, figures: Figures) =>
    runs.keep({ askedAt: now, ...ofWhom, figures });

  site.page<Asking>(figuresPath, async (visit, { query }) => {
    const asked = await read(query, visit);
    const question = ofUnit(asked, visit);
    const [told, signedOff, units] = await Promise.all([
      source.atOneMoment(async (reader) => {
        const { figures: whole, rows } = await readBreakdown(asked, question, reader);
        if (!whole) throw notFound();
        return {
          figures: whole,
          rows,
          findings: await figures.findings(whole, question, reader, visit.language),
        };
      }),
      signed.find(question),
      work.rooms(),
    ]);
    await keepRun(question, told.figures);
    return figuresPage({ asked, ...told, signed: signedOff, units, visit });
  });

  site.page<Asking>(`${figuresPath}/hoso`, async (visit, { query }) => {
    const [asked, measure] = [await read(query, visit), readMeasure(query)];
    if (!measure) throw notFound();
    const page = Math.min(
      farthestPage,
      Math.max(1, Math.trunc(Number(readFields(query).text("trang"))) || 1),
    );
    // The list is of all that are meant, whatever they are shown apart by.
    const { by: _by, unread: _unread, ...filter } = asked;
    const question = { ...filter, now: visit.now };
    const seen = { ...question, measure, reach: dossierReachOf(visit.staff) };
    const told = await source.atOneMoment(async ({ statistics, dossiers }) => ({
      count: countOf(measure, await statistics.dossiers(question)),
      reached: await dossiers.count(seen),
      dossiers: await dossiers.list({ ...seen, limit: rowsAtOnce, offset: (page - 1) * rowsAtOnce }),
    }));
    return figureListPage({ asked, measure, page, rowsAtOnce, visit, ...told });
  });

  for (const [file, kind] of Object.entries(files))
    site.file<Asking>(`${figuresPath}/${file}`, async (visit, { query }) => {
      const asked = await read(query, visit);
      const made = await report(kind, ofUnit(asked, visit), visit.language);
      if (!made) throw notFound();
      const { name, mediaType, bytes } = made;
      const on = { kind: "figures", id: name.slice(0, 200) };
      return {
        name,
        mediaType,
        content: bytes,
        ...(kind.kind !== "png" && { exported: { deed: "report-exported", on } }),
      };
    });

  site.file<Asking>(`${figuresPath}/csv`, async (visit, { query }) => {
    const asked = await read(query, visit);
    const question = ofUnit(asked, visit);
    const told = await source.atOneMoment((reader) => readBreakdown(asked, question, reader));
    if (!told.figures) throw notFound();
    await keepRun(question, told.figures);
    const { name, text } = breakdownCsv({ figures: told.figures, rows: told.rows }, asked, visit);
    return {
      name,
      mediaType: "text/csv; charset=utf-8",
      content: text,
      exported: { deed: "report-exported", on: { kind: "figures", id: name.slice(0, 200) } },
    };
  });
}
