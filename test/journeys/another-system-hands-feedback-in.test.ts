import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeCase } from "../../src/domain/feedback/change-case.ts";
import { importRows } from "../../src/imports/import-rows.ts";
import { keyDigest } from "../../src/open311.ts";
import { createApiClientStore } from "../../src/persistence/api-client-store.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { createFeedbackTools } from "../../src/turn-stores.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

// The hotline's operator hands matters in over Open311 and reads what became of them.

let now = new Date("2026-11-23T01:00:00Z");
let test: TestApp;
let serving: Serving;
let base: string;
const keys = { hotline: "khoa-1022", portal: "khoa-cong" };

beforeAll(async () => {
  test = await createTestApp(() => now);
  const { app } = test;
  const store = createImportStore(app.database);
  const context = {
    store,
    now,
    source: "test",
    say: app.say,
    language: "vi" as const,
    isDemonstration: false,
  };
  await importRows("don-vi", [{ ma_don_vi: "STP", ten: "Sở Tư pháp", ma_don_vi_cha: "" }], context);
  await importRows(
    "can-bo",
    [
      { tai_khoan: "lan", ho_ten: "Trần Thị Lan", vai_tro: "quan_tri", ma_don_vi: "STP" },
      { tai_khoan: "minh", ho_ten: "Lê Minh", vai_tro: "can_bo", ma_don_vi: "STP", cap_tren: "lan" },
    ],
    context,
  );
  await app.database.query("insert into field (name) values ('Hộ tịch')");
  const clients = createApiClientStore(app.database);
  await clients.add({ name: "tong-dai", source: "1022", keyDigest: keyDigest(keys.hotline) }, now);
  await clients.add({ name: "cong-tinh", source: "open311", keyDigest: keyDigest(keys.portal) }, now);
  serving = await serve(app, test.config, "web");
  base = `${serving.url}/open311/v2`;
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
});

const post = (fields: Record<string, string>, { key = keys.hotline, format = "json" } = {}) =>
  fetch(`${base}/requests.${format}`, {
    method: "POST",
    body: new URLSearchParams({ ...(key && { api_key: key }), ...fields }),
  });
const get = (path: string, key = keys.hotline) =>
  fetch(`${base}/${path}${path.includes("?") ? "&" : "?"}api_key=${key}`);

async function hotlineService(): Promise<string> {
  const services = (await (await fetch(`${base}/services.json`)).json()) as {
    service_code: string;
    service_name: string;
  }[];
  return services.find(({ service_name }) => service_name === "Hộ tịch")!.service_code;
}

describe("the services", () => {
  it("are the agency's fields and one for everything else, in both formats", async () => {
    const json = (await (await fetch(`${base}/services.json`)).json()) as { service_name: string }[];
    expect(json.map(({ service_name }) => service_name)).toEqual(["Hộ tịch", "Nội dung khác"]);
    const xml = await fetch(`${base}/services.xml`);
    expect(xml.headers.get("content-type")).toBe("text/xml; charset=utf-8");
    expect(await xml.text()).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<services><service><service_code>f\d+<\/service_code><service_name>Hộ tịch</,
    );
  });

  it("have a definition without attributes", async () => {
    const code = await hotlineService();
    expect(await (await fetch(`${base}/services/${code}.json`)).json()).toEqual({
      service_code: code,
      attributes: [],
    });
    expect((await fetch(`${base}/services/f999.json`)).status).toBe(404);
  });
});

describe("a request", () => {
  it("is filed once however often it is sent, with a promise, an officer and a notice for them", async () => {
    const request = {
      service_code: await hotlineService(),
      description: "Chờ bản sao trích lục quá lâu",
      source_request_id: "1022-77",
      address_string: "12 Lê Lợi",
      lat: "15.88",
      long: "108.33",
      phone: "0900000001",
    };
    const first = await post(request);
    expect(first.status).toBe(201);
    const [{ service_request_id: code }] = (await first.json()) as [{ service_request_id: string }];
    expect(code).toBe("PA-2026-000001");
    const repeated = await Promise.all([post(request), post(request), post(request)]);
    for (const response of repeated)
      expect(await response.json()).toEqual([
        { service_request_id: code, service_notice: null, account_id: null },
      ]);

    const [shown] = (await (await get(`requests/${code}.json`)).json()) as [Record<string, unknown>];
    expect(shown).toMatchObject({
      service_request_id: code,
      status: "open",
      status_notes: "Đã nhận, đang chờ phân công.",
      service_name: "Hộ tịch",
      description: "Chờ bản sao trích lục quá lâu",
      requested_datetime: "2026-11-23T01:00:00.000Z",
      expected_datetime: "2026-11-30T10:00:00.000Z",
      address: "12 Lê Lợi",
      lat: 15.88,
      long: 108.33,
    });
    expect(JSON.stringify(shown)).not.toContain("0900000001");
    const notices = await test.app.database.query(
      "select kind, recipient from notice where kind = 'case-assigned'",
    );
    expect(notices).toEqual([{ kind: "case-assigned", recipient: { kind: "staff", username: "lan" } }]);
  });

  it("shows its answer to the system that sent it, and nothing to another", async () => {
    const code = "PA-2026-000001";
    now = new Date("2026-11-24T02:00:00Z");
    const lan = (await test.app.staff.findByUsername("lan"))!;
    await test.app.database.transaction(async (sql) =>
      changeCase(
        {
          code,
          action: { kind: "answer", text: "Bản sao đã có, mời ông/bà đến nhận." },
          actor: { kind: "staff", staff: lan },
          channel: "test",
          now,
        },
        await createFeedbackTools(sql, test.app.surroundings),
      ),
    );
    const [shown] = (await (await get(`requests/${code}.json`)).json()) as [Record<string, unknown>];
    expect(shown).toMatchObject({ status: "closed", status_notes: "Bản sao đã có, mời ông/bà đến nhận." });
    expect((await get(`requests/${code}.json`, keys.portal)).status).toBe(404);
    expect(await (await get("requests.json", keys.portal)).json()).toEqual([]);
  });

  it("with the same id from another system is another request", async () => {
    const request = {
      service_code: "other",
      description: "Đèn hành lang hỏng",
      source_request_id: "1022-77",
    };
    const [{ service_request_id }] = (await (await post(request, { key: keys.portal })).json()) as [
      { service_request_id: string },
    ];
    expect(service_request_id).toBe("PA-2026-000002");
  });

  it("writes in XML what XML can say", async () => {
    const text = 'Chữ <b>đậm</b> & "ngoặc" \u0007 của chị Hoa';
    const response = await post({ service_code: "other", description: text }, { format: "xml" });
    const code = /<service_request_id>(PA-2026-\d{6})<\/service_request_id>/.exec(await response.text())![1];
    const xml = await (await get(`requests/${code}.xml`)).text();
    expect(xml).toContain(
      "<description>Chữ &lt;b>đậm&lt;/b> &amp; &quot;ngoặc&quot;  của chị Hoa</description>",
    );
    expect(xml).toMatch(/^<\?xml.*<service_requests><request>.*<\/request><\/service_requests>$/s);
  });

  it.each([
    [{ description: "x" }, "service_code"],
    [{ service_code: "other" }, "description"],
    [{ service_code: "other", description: "   " }, "description"],
    [{ service_code: "other", description: "dài ".repeat(1300) }, "description"],
    [{ service_code: "other", description: "x", lat: "91", long: "0" }, "lat"],
    [{ service_code: "other", description: "x", lat: "15" }, "lat and long"],
    [{ service_code: "other", description: "x", lat: "15", long: "" }, "lat and long"],
    [{ service_code: "other", description: "x\0y" }, "description"],
    [{ service_code: "other", description: "x", source_request_id: "\0" }, "source_request_id"],
    [{ service_code: "other", description: "x", media_url: "javascript:alert(1)" }, "media_url"],
  ])("that is faulty is refused, naming the parameter (%#)", async (fields, named) => {
    const response = await post(fields as Record<string, string>);
    expect(response.status).toBe(400);
    const [error] = (await response.json()) as [{ code: number; description: string }];
    expect(error.code).toBe(400);
    expect(error.description).toContain(named);
  });

  it("for a service there is none of is not found, in the format asked for", async () => {
    const response = await post({ service_code: "f999", description: "x" }, { format: "xml" });
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/<errors><error><code>404<\/code><description>service_code: /);
  });
});

describe("what no request is", () => {
  it.each([
    ["nothing.xml", {}, 404],
    ["requests.xml", { method: "POST", body: "{", headers: { "content-type": "application/json" } }, 400],
    ["requests.xml", { method: "POST", body: "x", headers: { "content-type": "text/plain" } }, 415],
    ["requests.xml", { method: "POST", body: new URLSearchParams({ x: "a".repeat(3_000_000) }) }, 413],
    [`requests/%00.xml?api_key=${keys.hotline}`, {}, 400],
  ])("is refused at %s in the shape and format of an error", async (path, init, status) => {
    const response = await fetch(`${base}/${path}`, init);
    expect([response.status, response.headers.get("content-type")]).toEqual([
      status,
      "text/xml; charset=utf-8",
    ]);
    expect(await response.text()).toMatch(
      new RegExp(`<errors><error><code>${status}</code><description>[^<]+</description></error></errors>`),
    );
  });
});

describe("many requests at once", () => {
  it("get the numbers of the year without a gap, and one that is sent twice gets one", async () => {
    const ids = Array.from({ length: 12 }, (_, at) => `cung-luc-${at % 6}`);
    const filed = await Promise.all(
      ids.map(async (id) => {
        const response = await post({ service_code: "other", description: id, source_request_id: id });
        return ((await response.json()) as [{ service_request_id: string }])[0].service_request_id;
      }),
    );
    expect(filed.slice(0, 6)).toEqual(filed.slice(6));
    const codes = await test.app.database.query<{ code: string }>("select code from feedback order by code");
    expect(codes.map(({ code }) => code)).toEqual(
      codes.map((_, at) => `PA-2026-${String(at + 1).padStart(6, "0")}`),
    );
  });
});

describe("a key", () => {
  it.each(["", "khoa-sai"])("that is %j opens nothing", async (key) => {
    const before = await test.app.database.query("select count(*) from feedback");
    expect((await post({ service_code: "other", description: "x" }, { key })).status).toBe(403);
    expect((await get("requests.json", key)).status).toBe(403);
    expect(await test.app.database.query("select count(*) from feedback")).toEqual(before);
  });

  it("that was revoked opens nothing from then on", async () => {
    const clients = createApiClientStore(test.app.database);
    await clients.add({ name: "cu", source: "other", keyDigest: keyDigest("khoa-cu") }, now);
    expect((await get("requests.json", "khoa-cu")).status).toBe(200);
    expect(await clients.revoke("cu", now)).toBe(true);
    expect(await clients.revoke("cu", now)).toBe(false);
    expect((await get("requests.json", "khoa-cu")).status).toBe(403);
  });
});

describe("the list of requests", () => {
  it("is filtered by id, state, service and day, newest first", async () => {
    const codes = async (query: string) =>
      ((await (await get(`requests.json?${query}`)).json()) as { service_request_id: string }[]).map(
        ({ service_request_id }) => service_request_id,
      );
    expect(await codes("page_size=1")).toEqual(["PA-2026-000009"]);
    expect((await codes("status=open")).slice(-1)).toEqual(["PA-2026-000003"]);
    expect(await codes("status=closed")).toEqual(["PA-2026-000001"]);
    expect((await codes("service_code=other")).slice(-1)).toEqual(["PA-2026-000003"]);
    expect(await codes("service_request_id=PA-2026-000001,PA-2026-000002")).toEqual(["PA-2026-000001"]);
    expect(await codes("end_date=2026-11-24T00:00:00Z")).toEqual(["PA-2026-000001"]);
    expect(await codes("page_size=7&page=2")).toEqual(["PA-2026-000001"]);
  });

  it.each([
    "status=maybe",
    "start_date=hom-qua",
    "page=0",
    "page_size=5000",
    "service_request_id=%00",
    "end_date=2026-01-01T00:00:00Z&start_date=2026-02-01T00:00:00Z",
  ])("refuses %s in a sentence", async (query) => {
    const response = await get(`requests.json?${query}`);
    expect(response.status).toBe(400);
    expect(((await response.json()) as [{ description: string }])[0].description).toContain(
      query.split("=")[0],
    );
  });
});

describe("a request from a form", () => {
  it("with a place left empty in a form is nowhere, not at 0, 0", async () => {
    const response = await post(
      { service_code: "other", description: "đèn hành lang hỏng", lat: "", long: " " },
      { key: keys.portal },
    );
    const [{ service_request_id: code }] = (await response.json()) as [{ service_request_id: string }];
    const [request] = (await (await get(`requests/${code}.json`, keys.portal)).json()) as [object];
    expect(request).toMatchObject({ lat: null, long: null });
  });
});
