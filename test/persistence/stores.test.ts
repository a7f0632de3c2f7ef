import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultSettings } from "../../src/domain/settings/settings.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createDossierStore } from "../../src/persistence/dossier-store.ts";
import { createProofAttemptStore } from "../../src/persistence/proof-attempt-store.ts";
import { readGazetteer } from "../../src/persistence/read-gazetteer.ts";
import { createSettingsStore } from "../../src/persistence/settings-store.ts";
import { createStaffStore } from "../../src/persistence/staff-store.ts";
import { byTest } from "../support/acts.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.query(`
    insert into unit (code, name) values ('H57.16', 'Sở Tư pháp'), ('H57.16.01', 'Phòng Hộ tịch');
    insert into field (name) values ('Lý lịch tư pháp'), ('Hộ tịch');
    insert into procedure (code, name, field_id, working_days, fee, online_level, interlinked, is_published, updated_at)
    values ('2.000488', 'Cấp phiếu lý lịch tư pháp', 1, 10, '200.000 đồng', 'full', 'none', true, '2021-01-01'),
           ('1.000656', 'Đăng ký khai sinh', 2, null, null, 'none', 'none', false, '2021-01-01');
    insert into staff_member (username, full_name, role, unit_id) values ('minh', 'Trần Văn Minh', 'officer', 2);
    insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, applicant_name,
                         applicant_phone, interlinked)
    values ('H57.16-210315-0012', 1, 2, 'online', 'in-progress', '2021-03-15 08:00+07', '2021-03-29 00:00+07',
            'Nguyễn Thị Hoa', '0901234567', 'none'),
           ('H57.16-210315-0013', 2, 1, 'postal', 'registered', null, null, null, null, 'none');
    insert into dossier_event (dossier_id, happened_at, recorded_at, from_status, to_status, due_at, source)
    values (1, '2021-03-16 09:30+07', '2021-03-16', 'accepted', 'in-progress', null, 'ho-so-2.csv'),
           (1, '2021-03-15 08:00+07', '2021-03-15', null, 'accepted', '2021-03-29 00:00+07', 'ho-so-1.csv');
  `);
});
afterAll(() => database[Symbol.asyncDispose]());

describe("the dossier store", () => {
  it("finds chị Hoa's dossier with its names and its history, oldest first", async () => {
    expect(await createDossierStore(database).findByCode("H57.16-210315-0012")).toEqual({
      code: "H57.16-210315-0012",
      procedureName: "Cấp phiếu lý lịch tư pháp",
      procedureWorkingDays: 10,
      procedureFee: "200.000 đồng",
      unitName: "Phòng Hộ tịch",
      submissionMode: "online",
      status: "in-progress",
      receivedAt: new Date("2021-03-15T01:00:00Z"),
      dueAt: new Date("2021-03-28T17:00:00Z"),
      dueOn: "2021-03-29",
      finishedAt: null,
      returnedAt: null,
      applicantName: "Nguyễn Thị Hoa",
      applicantPhone: "0901234567",
      partnerAgency: null,
      isDemonstration: false,
      apology: null,
      history: [
        {
          happenedAt: new Date("2021-03-15T01:00:00Z"),
          fromStatus: null,
          toStatus: "accepted",
          dueAt: new Date("2021-03-28T17:00:00Z"),
          source: "ho-so-1.csv",
        },
        {
          happenedAt: new Date("2021-03-16T02:30:00Z"),
          fromStatus: "accepted",
          toStatus: "in-progress",
          dueAt: null,
          source: "ho-so-2.csv",
        },
      ],
    });
  });

  it("gives an empty history to a dossier that nothing has happened to", async () => {
    const dossier = await createDossierStore(database).findByCode("H57.16-210315-0013");
    expect(dossier).toMatchObject({ procedureWorkingDays: null, receivedAt: null, dueOn: null, history: [] });
  });

  it("finds nothing but the very code", async () => {
    expect(await createDossierStore(database).findByCode("H57.16-210315-001")).toBeUndefined();
  });
});

describe("the proof attempt store", () => {
  it("counts a person's tries at any code, and anyone's tries at one code, from an instant on", async () => {
    const store = createProofAttemptStore(database);
    const since = new Date("2021-03-15T00:00:00Z");
    const tries = [
      ["hoa", "A", "2021-03-14T23:59:59Z"],
      ["hoa", "A", "2021-03-15T00:00:00Z"],
      ["hoa", "B", "2021-03-15T01:00:00Z"],
      ["anh Nam", "A", "2021-03-15T02:00:00Z"],
      ["anh Nam", "C", "2021-03-15T03:00:00Z"],
      ["chị Lan", "A", "2021-03-15T04:00:00Z"],
    ] as const;
    for (const [person, code, at] of tries) await store.record({ person, code, triedAt: new Date(at) });
    const counts = async (person: string, code: string) => {
      const { byPerson, byCode } = await store.count({ person, code }, { since, knownSince: since });
      return [byPerson.count, byCode.count];
    };
    expect(await counts("hoa", "A")).toEqual([2, 3]);
    expect(await counts("anh Nam", "Z")).toEqual([2, 0]);
    await store.noteRight({ person: "hoa", code: "B", triedAt: new Date("2021-03-15T01:00:00Z") });
    expect(await counts("hoa", "A")).toEqual([1, 3]);
  });
});

describe("the staff store", () => {
  it("finds anh Minh with his unit, and no stranger", async () => {
    const store = createStaffStore(database);
    expect(await store.findByUsername("minh")).toEqual({
      username: "minh",
      fullName: "Trần Văn Minh",
      role: "officer",
      unitCode: "H57.16.01",
      unitName: "Phòng Hộ tịch",
    });
    expect(await store.findByUsername("ai-do")).toBeUndefined();
  });
});

describe("the settings store", () => {
  it("has the defaults until something is written, and leaves the rest alone when it is", async () => {
    const store = createSettingsStore(database);
    expect(await store.read()).toEqual(defaultSettings);
    await store.write({ isDemonstration: true, periodBasis: "calendar" }, byTest);
    await store.write({ periodBasis: "reporting" }, byTest);
    expect(await store.read()).toEqual({
      ...defaultSettings,
      isDemonstration: true,
      periodBasis: "reporting",
    });
  });

  it("does not read what is no setting of this version", async () => {
    await database.query(`insert into setting (key, value) values ('withdrawnLongAgo', '1')`);
    expect(Object.keys(await createSettingsStore(database).read()).sort()).toEqual(
      Object.keys(defaultSettings).sort(),
    );
  });
});

describe("the gazetteer", () => {
  it("names units, fields and the procedures that are published", async () => {
    expect(await readGazetteer(database)).toEqual({
      units: [
        { code: "H57.16", name: "Sở Tư pháp" },
        { code: "H57.16.01", name: "Phòng Hộ tịch" },
      ],
      fields: ["Hộ tịch", "Lý lịch tư pháp"],
      procedures: [{ code: "2.000488", name: "Cấp phiếu lý lịch tư pháp" }],
    });
  });
});
