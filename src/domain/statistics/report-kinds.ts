/** What a chart of a period can show. */
export const chartKinds = ["outcome", "mode", "backlog", "units", "late"] as const;
export type ChartKind = (typeof chartKinds)[number];

/** A file that a period can be had as: the official form, the narrative report, a chart. */
export type ReportKind = { kind: "xlsx" } | { kind: "docx" } | { kind: "png"; chart: ChartKind };
