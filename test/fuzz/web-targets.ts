import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { dossierCode, keys, origin, type LeakTown } from "../leaks/leak-town.ts";
import { sampleFiles } from "../support/sample-files.ts";
import { fuzzTarget, requireNoStack, type FuzzTarget } from "./fuzz-target.ts";
import { mutated, mutatedBytes, oddText } from "./odd-values.ts";

/** Names of fields that some form, query or request of the service reads. */
const fieldNames =
  "from,until,kind,note,basis,unit,hours,page,tim,trang,loai,don_vi,linh_vuc,text,reason,officer,code,codes,group,title,channels,status,start_date,end_date,page_size,service_request_id,service_code,description,lat,long,phone,email,media_url,lang,after,speaker,field,acceptance,resolution,order,validFrom".split(
    ",",
  );
const fields = fc.dictionary(fc.constantFrom(...fieldNames), oddText, { maxKeys: 8 });
const closing = (route: string) =>
  route.includes("/ra") || route.includes("ket-thuc") || route.includes("stream");

/** Every route by HTTP, as an administrator who is signed in, as another system and as a citizen's browser. */
export async function webTargets(town: LeakTown): Promise<FuzzTarget[]> {
  const admin = await town.signedIn("quan");
  const citizen = town.stranger();
  await citizen.get("/");
  const page = await (await admin.get("/lamviec/lich")).text();
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1];
  if (!token) throw new Error("the page for the fuzzing has no form");
  const routes = town.serving.routes!.filter((route) => !closing(route));
  return [
    fuzzTarget({
      name: "every route, its parameters, queries and forms",
      share: 20,
      inputs: fc.record({
        route: fc.constantFrom(...routes),
        parameter: fc.oneof(
          oddText,
          fc.constantFrom("1", "json", "xml", town.code, dossierCode, "-1", "99999999999"),
        ),
        fields,
      }),
      async take({ route, parameter, fields: sent }) {
        const [method, path] = route.split(" ") as [string, string];
        const address = path.replaceAll(/:\w+|\*/g, encoded(parameter));
        const key = { api_key: keys.hotline };
        await requireAnswered(
          method === "POST"
            ? await admin.submit(address, { token, ...key, ...sent }, { origin })
            : await admin.asks(method, `${address}?${new URLSearchParams({ ...key, ...sent })}`, { origin }),
        );
      },
    }),
    fuzzTarget({
      name: "requests of other systems (Open311)",
      share: 8,
      inputs: fields,
      async take(sent) {
        const body = { api_key: keys.hotline, service_code: "other", description: "Đèn hỏng", ...sent };
        await requireAnswered(await town.stranger().submit("/open311/v2/requests.json", body));
      },
    }),
    fuzzTarget({
      name: "messages of the chat page",
      share: 7,
      inputs: mutated([
        { id: "a".repeat(20), text: "Xin chào" },
        { id: "b".repeat(20), say: "/start", label: "Bắt đầu" },
        { id: "c".repeat(20), latitude: 21.03, longitude: 105.85 },
      ]),
      take: async (body) =>
        requireAnswered(await citizen.post("/chat/messages", JSON.stringify(body) ?? "null", { origin })),
    }),
    fuzzTarget({
      name: "files sent on the chat page",
      share: 4,
      inputs: fc.tuple(mutatedBytes(Object.values(sampleFiles)), oddText, oddText),
      async take([bytes, name, text]) {
        const form = new FormData();
        form.set("id", randomUUID());
        form.set("text", text);
        form.set("files", new Blob([new Uint8Array(bytes)]), name);
        await requireAnswered(await citizen.upload("/chat/messages", form, { origin }));
      },
    }),
  ];
}

/** Half a surrogate pair cannot be written in an address. */
function encoded(text: string): string {
  return encodeURIComponent(text.slice(0, 200).replaceAll(/\p{Cs}/gu, ""));
}

/** 503 stands for a platform or database that is away, and neither is. */
async function requireAnswered(response: Response): Promise<void> {
  const text = await response.text();
  if (response.status >= 500) throw new Error(`answered ${response.status}: ${text.slice(0, 200)}`);
  requireNoStack(text);
}
