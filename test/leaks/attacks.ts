import { randomUUID } from "node:crypto";
import { createFileLinks } from "../../src/file-links.ts";
import { createApiClientStore } from "../../src/persistence/api-client-store.ts";
import { createSignInStore } from "../../src/persistence/sign-in-store.ts";
import { createStaffAccountStore } from "../../src/persistence/staff-account-store.ts";
import { wordsOf } from "../support/people.ts";
import { ZaloEvents } from "../support/fake-zalo-events.ts";
import { assignmentCode, dossierCode, keys, origin, proof, zaloAppId, type LeakTown } from "./leak-town.ts";

// One row an attack: how it goes, and the refusal. What comes back never has chị Hoa's name, number or words.

interface Attack {
  attack: string;
  by: () => Promise<string>;
  refused: RegExp;
  /** Whose reach is in the query itself: nothing secret leaves the database, and this is among what the query is bound to. */
  scopedTo?: string;
  /** The table that is read; cases where left out. */
  reads?: string;
}

/** What is said and sent in attacks on a town, and the attacks. */
export function createAttacks(town: () => LeakTown) {
  const told = async (response: Promise<Response>) => {
    const { status, text } = await response.then(async (answer) => ({
      status: answer.status,
      text: await answer.text(),
    }));
    return `${status} ${text.replaceAll(/<[^>]+>/g, " ")}`;
  };
  const says = async (text: string, as?: string) => wordsOf(await town().chats(as).says(text));
  const detail = (digits: string) => `/chitiet ${dossierCode} ${digits}`;
  const zaloText = (text: string, id = randomUUID()) =>
    new ZaloEvents(zaloAppId, () => town().now).from("zalo-hoa", "user_send_text", {
      message: { text, msg_id: id },
    });
  const open311 = (path: string, key?: string) =>
    town()
      .stranger()
      .get(`/open311/v2/${path}`, key === undefined ? {} : { "x-api-key": key });
  const webhook = (headers: Record<string, string>) =>
    told(
      town()
        .stranger()
        .post("/webhooks/telegram", { update_id: 1, message: { text: "/help" } }, headers),
    );

  const attacks: Attack[] = [
    {
      attack: "a dossier's code alone",
      by: () => says(dossierCode),
      refused: /đang/i,
    },
    {
      attack: "a right code with a wrong proof",
      by: () => says(detail("9999")),
      refused: /không|chưa/i,
    },
    {
      attack: "guesses one after another, the right one after too many",
      by: async () => {
        const guesser = town().chats();
        for (const digits of ["1111", "2222", "3333", "4444", "5555"]) await guesser.says(detail(digits));
        return wordsOf(await guesser.says(detail(proof)));
      },
      refused: /quá số lần cho phép/,
    },
    {
      attack: "another citizen's case, by its code",
      by: () => says(town().code),
      refused: /không|chưa/i,
    },
    {
      attack: "the case of another unit, in a messenger",
      by: () => says(town().code, "khoa"),
      refused: /không/i,
    },
    {
      attack: "a forged press of another's button",
      by: async () => wordsOf(await town().chats("khoa").presses(`/nhan ${town().code}`)),
      refused: /không/i,
    },
    {
      attack: "a citizen who presses an officer's button",
      by: async () => wordsOf(await town().chats().presses(`/nhan ${town().code}`)),
      refused: /cán bộ|không/i,
    },
    {
      attack: "the work of a unit, as a citizen",
      by: () => says("/vieccuatoi"),
      refused: /cán bộ/i,
    },
    {
      attack: "the work list of another unit's leader",
      by: () => says("việc của phòng", "bich"),
      refused: /không|0/i,
    },
    {
      attack: "the case of another unit, on its page",
      by: async () => told((await town().signedIn("khoa")).get(`/lamviec/phananh/${town().code}`)),
      refused: /^404/,
      scopedTo: "khoa",
    },
    {
      attack: "the same, as a leader of another unit",
      by: async () => told((await town().signedIn("bich")).get(`/lamviec/phananh/${town().code}`)),
      refused: /^404/,
      scopedTo: "STP.BT",
    },
    {
      attack: "the list of another unit",
      by: async () => told((await town().signedIn("khoa")).get("/lamviec/phananh")),
      refused: /^200/,
      scopedTo: "khoa",
    },
    {
      attack: "the search box, with words of another unit's case",
      by: async () =>
        told(
          (await town().signedIn("bich")).get(`/lamviec/phananh?tim=${encodeURIComponent("giấy khai sinh")}`),
        ),
      refused: /^200/,
      scopedTo: "STP.BT",
    },
    {
      attack: "today's work of another unit",
      by: async () => told((await town().signedIn("khoa")).get("/lamviec")),
      refused: /^200/,
      scopedTo: "khoa",
    },
    {
      attack: "figures' files, in a group with outsiders",
      by: () => town().asksInGroup("/xuat xlsx quy 4 2026", "lan"),
      refused: /cán bộ|riêng/i,
    },
    {
      attack: "an officer's case, in a group with outsiders",
      by: () => town().asksInGroup(town().code, "minh"),
      refused: /riêng|không/i,
    },
    {
      attack: "a link to sign in by, used again",
      by: async () => {
        const token = await createSignInStore(town().test.app.database).issue("minh", town().now);
        await town().stranger().submit(`/vao/${token}`, {}, { origin });
        return told(town().stranger().submit(`/vao/${token}`, {}, { origin }));
      },
      refused: /^410/,
    },
    {
      attack: "a file's link, altered",
      by: async () => {
        const { linkTo } = createFileLinks(town().test.config, () => town().now);
        const link = new URL(linkTo("1") ?? `${origin}/tep/1.9999999999.${"A".repeat(43)}`);
        return told(town().stranger().get(link.pathname.replace("/tep/1.", "/tep/2.")));
      },
      refused: /^404/,
    },
    {
      attack: "a session that was ended",
      by: async () => {
        const minh = await town().signedIn("minh");
        const store = createSignInStore(town().test.app.database);
        for (const { id } of await store.sessionsOf("minh", town().now))
          await store.end("minh", id, town().now);
        return told(minh.get("/lamviec"));
      },
      refused: /^401/,
    },
    {
      attack: "a former officer's open session, and messenger",
      by: async () => {
        const tuan = await town().signedIn("tuan");
        await createStaffAccountStore(town().test.app.database).leave("tuan", "quan", town().now);
        return `${await told(tuan.get("/lamviec"))} ${await says("/vieccuatoi", "tuan")}`;
      },
      refused: /^401[^]*cán bộ/,
    },
    {
      attack: "the key of another system",
      by: () => told(open311(`requests/${town().code}.json`, keys.portal)),
      refused: /^404/,
      scopedTo: "cong-tinh:",
    },
    {
      attack: "the list of another system",
      by: () => told(open311("requests.json", keys.portal)),
      refused: /^200 \[\]/,
      scopedTo: "cong-tinh:",
    },
    {
      attack: "a key that was revoked",
      by: async () => {
        await createApiClientStore(town().test.app.database).revoke("tong-dai", town().now);
        return told(open311(`requests/${town().code}.json`, keys.hotline));
      },
      refused: /^403/,
    },
    {
      attack: "a task of another unit, on its page",
      by: async () => told((await town().signedIn("khoa")).get(`/lamviec/viec/${assignmentCode}`)),
      refused: /^404/,
      scopedTo: "khoa",
      reads: "assignment",
    },
    {
      attack: "a dossier of another unit, on its page",
      by: async () => told((await town().signedIn("bich")).get(`/lamviec/hoso/${dossierCode}`)),
      refused: /^404/,
      scopedTo: "STP.BT",
      reads: "dossier",
    },
    {
      attack: "the search box for dossiers, with the applicant's name",
      by: async () =>
        told((await town().signedIn("khoa")).get(`/lamviec/hoso?tim=${encodeURIComponent("Hoa")}`)),
      refused: /^200/,
      scopedTo: "khoa",
      reads: "dossier",
    },
    {
      attack: "the dossiers behind a figure of another unit",
      by: async () =>
        told(
          (await town().signedIn("khoa")).get(
            "/lamviec/solieu/hoso?ky=quy&nam=2026&so=4&chitieu=received&donvi=STP.HT",
          ),
        ),
      refused: /^(200|404)/,
    },
    {
      attack: "a file of another unit's case",
      by: async () =>
        told((await town().signedIn("khoa")).get(`/lamviec/phananh/${town().code}/tep/${town().file}`)),
      refused: /^404/,
      scopedTo: "khoa",
    },
    {
      attack: "another system's case, with the key in the query and in XML",
      by: () => told(town().stranger().get(`/open311/v2/requests/${town().code}.xml?api_key=${keys.portal}`)),
      refused: /^404/,
      scopedTo: "cong-tinh:",
    },
    {
      attack: "a key that is a piece of another",
      by: () => told(open311("requests.json", keys.portal.slice(0, -1))),
      refused: /^403/,
    },
    {
      attack: "Zalo's webhook, signed with another key",
      by: async () => {
        const events = new ZaloEvents(zaloAppId, () => town().now);
        const { body, headers } = events.sign(
          { timestamp: String(town().now.getTime()), event_name: "user_send_text" },
          "x",
        );
        return told(town().stranger().post("/webhooks/zalo", body, headers));
      },
      refused: /^401/,
    },
    {
      attack: "Zalo's webhook, with a signature of other words",
      by: async () => {
        const { body, headers } = zaloText("/help");
        return told(town().stranger().post("/webhooks/zalo", body.replace("/help", "/phanhoi"), headers));
      },
      refused: /^401/,
    },
    { attack: "a webhook without a secret", by: () => webhook({}), refused: /^401/ },
    {
      attack: "a webhook with a forged secret",
      by: () => webhook({ "x-telegram-bot-api-secret-token": "a-secret-of-the-tesT" }),
      refused: /^401/,
    },
  ];
  return { attacks, says, told, zaloText };
}
