import fc from "fast-check";
import { dossierStatuses, interlinkedKinds, submissionModes } from "../../src/domain/dossiers/dossier.ts";
import { onlineLevels, type DossierFilter } from "../../src/domain/statistics/figures-question.ts";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import type { Database } from "../../src/persistence/database.ts";
import type { PlacedDossier } from "./question-oracle.ts";

export const paths: Record<string, string[]> = {
  STP: ["STP"],
  HCTP: ["HCTP", "STP"],
  "HCTP.1": ["HCTP.1", "HCTP", "STP"],
  BTTP: ["BTTP", "STP"],
};
const catalogue = [
  { code: "P1", field: "Hộ tịch", level: "full" },
  { code: "P2", field: "Hộ tịch", level: "partial" },
  { code: "P3", field: "Công chứng", level: "none" },
  { code: "P4", field: "Công chứng", level: "full" },
] as const;
const officers = [
  { username: "mot", unit: "HCTP.1" },
  { username: "hai", unit: "BTTP" },
];

/** Four units, two fields, four procedures, two officers. */
export async function foundAgency(database: Database): Promise<void> {
  await database.query(`
    with root as (insert into unit (code, name) values ('STP', 'Sở Tư pháp') returning id)
    insert into unit (code, name, parent_id)
    select c, n, id from root, (values ('HCTP', 'Phòng Hành chính tư pháp'), ('BTTP', 'Phòng Bổ trợ tư pháp')) v (c, n)`);
  await database.query(
    `insert into unit (code, name, parent_id) select 'HCTP.1', 'Tổ một cửa', id from unit where code = 'HCTP'`,
  );
  await database.query("insert into field (name) values ('Hộ tịch'), ('Công chứng')");
  await database.query(
    `insert into procedure (code, name, field_id, online_level, interlinked, is_published, updated_at)
     select e->>'code', 'Thủ tục ' || (e->>'code'), f.id, e->>'level', 'none', true, now()
     from jsonb_array_elements($1::jsonb) e join field f on f.name = e->>'field'`,
    [JSON.stringify(catalogue)],
  );
  await database.query(
    `insert into staff_member (username, full_name, role, unit_id)
     select e->>'username', e->>'username', 'officer', u.id
     from jsonb_array_elements($1::jsonb) e join unit u on u.code = e->>'unit'`,
    [JSON.stringify(officers)],
  );
}

export async function storeDossiers(database: Database, dossiers: PlacedDossier[]): Promise<void> {
  await database.query("truncate dossier, dossier_event restart identity cascade");
  await database.query(
    `insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, finished_at, resolved_at, interlinked, officer_id)
     select d->>'code', p.id, u.id, d->>'mode', d->>'status', (d->>'receivedAt')::timestamptz, (d->>'dueAt')::timestamptz,
            (d->>'resolvedAt')::timestamptz, (d->>'resolvedAt')::timestamptz, d->>'interlinked', s.id
     from jsonb_array_elements($1::jsonb) d
     join procedure p on p.code = d->>'procedure' join unit u on u.code = d->>'unit'
     left join staff_member s on s.username = d->>'officer'`,
    [JSON.stringify(dossiers)],
  );
}

export const period = namedPeriod("quarter", 2021, 1, "reporting");
export const moments = [
  "2020-12-14T16:59:59.999Z",
  "2020-12-14T17:00:00.000Z",
  "2021-02-01T03:00:00.000Z",
  "2021-03-14T16:59:59.999Z",
  "2021-03-14T17:00:00.000Z",
  "2021-04-01T02:00:00.000Z",
].map((text) => new Date(text));
const anyInstant = fc.oneof(
  fc.constantFrom(...moments),
  fc.date({
    min: new Date("2020-11-01T00:00:00Z"),
    max: new Date("2021-04-10T00:00:00Z"),
    noInvalidDate: true,
  }),
);
const anyDossiers: fc.Arbitrary<PlacedDossier[]> = fc
  .array(
    fc.record({
      status: fc.constantFrom(...dossierStatuses),
      mode: fc.constantFrom(...submissionModes),
      receivedAt: anyInstant,
      dueAt: fc.option(anyInstant),
      resolvedAt: fc.option(anyInstant, { freq: 3 }),
      interlinked: fc.constantFrom(...interlinkedKinds),
      unit: fc.constantFrom(...Object.keys(paths)),
      procedure: fc.constantFrom(...catalogue),
      officer: fc.constantFrom(null, "mot", "hai"),
    }),
    { minLength: 20, maxLength: 60 },
  )
  .map((all) =>
    all.map(({ procedure: { code, field, level }, ...d }, at) => ({
      ...d,
      code: `H57.16-210101-${String(at).padStart(5, "0")}`,
      resolvedAt: d.resolvedAt && d.resolvedAt < d.receivedAt ? null : d.resolvedAt,
      procedure: code,
      field,
      level,
      unitPath: paths[d.unit]!,
    })),
  );
/** At most two of these at once: most combinations of all have no dossier. */
const anyFilter: fc.Arbitrary<DossierFilter> = fc
  .record({
    unitCode: fc.constantFrom("HCTP", "HCTP.1", "STP", "XYZ"),
    field: fc.constantFrom("Hộ tịch", "Công chứng", "Không có"),
    procedureCode: fc.constantFrom("P1", "P3"),
    mode: fc.constantFrom(...submissionModes),
    level: fc.constantFrom(...onlineLevels),
    interlinked: fc.constantFrom(...interlinkedKinds),
  })
  .chain((all) =>
    fc
      .subarray(Object.entries(all), { maxLength: 2 })
      .map((chosen) => Object.fromEntries(chosen) as DossierFilter),
  );
export const anyQuestion = fc.record({
  dossiers: anyDossiers,
  filter: anyFilter,
  now: fc.constantFrom(...moments),
});
