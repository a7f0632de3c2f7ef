import { runImports } from "../../../src/run-imports.ts";
import { createDossierTown } from "../../support/dossier-town.ts";
import { header, openImportDesk, row } from "../../support/import-desk.ts";
import { hostileText, longName, type WholePlace } from "../../support/page-suite.ts";

const runs: Record<"waiting" | "queued" | "done" | "undone" | "refused", string> = {
  waiting: "",
  queued: "",
  done: "",
  undone: "",
  refused: "",
};

export const dossierPages: WholePlace = {
  pages: [
    { name: "Hồ sơ", address: "/lamviec/hoso", as: "minh", isHostile: true },
    { name: "Hồ sơ không có gì", address: "/lamviec/hoso?tim=khongco&handen=2026-12-01", as: "minh" },
    {
      name: "Hồ sơ gần giống",
      address: "/lamviec/hoso?tim=H57.16-261161-0001",
      as: "minh",
      isHostile: true,
    },
    { name: "Một hồ sơ", address: "/lamviec/hoso/H57.16-261116-0001", as: "lan", isHostile: true },
    { name: "Số liệu", address: "/lamviec/solieu?ky=2026", as: "lan" },
    { name: "Số liệu chưa có gì", address: "/lamviec/solieu?ky=2019", as: "lan" },
    { name: "Hồ sơ sau một số", address: "/lamviec/solieu/hoso?ky=2026&so=received", as: "lan" },
    { name: "Nhập dữ liệu", address: "/lamviec/nhap", as: "quan", isHostile: true },
    { name: "Xem trước tệp", address: () => runs.waiting, as: "quan", isHostile: true },
    { name: "Đang chờ nhập", address: () => runs.queued, as: "quan" },
    { name: "Đã nhập", address: () => runs.done, as: "quan" },
    { name: "Đã hoàn tác", address: () => runs.undone, as: "quan" },
    { name: "Không nhận được", address: () => runs.refused, as: "quan" },
  ],
  async open() {
    const town = await createDossierTown("2026-11-23 08:00", "web");
    const { database } = town.test.app;
    await database.query("update dossier set applicant_name = $1 where code = 'H57.16-261116-0001'", [
      `${longName} ${hostileText}`,
    ]);
    const desk = await openImportDesk(town);
    const quoted = `"${hostileText.replaceAll('"', '""')}"`;
    runs.undone = await desk.bringIn(`${header}\n${row(1)}\n${row(2)}\n`);
    await database.query("update dossier set status = 'awaiting-fee' where code = 'H57.16-261120-0001'");
    await desk.undo(runs.undone);
    runs.done = await desk.bringIn(`${header}\n${row(3)}\n${row(4).replace("LLTP1", "KHONG")}\n`);
    runs.refused = (await desk.upload("%PDF-1.7")).address;
    runs.queued = (await desk.upload(`${header}\n${row(5)}\n`)).address;
    await desk.quan.submit(`${runs.queued}/nhap`, {
      token: desk.token,
      ...(await desk.chosenAt(runs.queued)),
    });
    runs.waiting = (
      await desk.upload(
        `${header},${longName.replaceAll(",", ";")},${quoted}\n${row(6, quoted)},${longName.replaceAll(",", ";")},x\n`,
        { name: `${hostileText.replaceAll("/", "")}.csv` },
      )
    ).address;
    return {
      url: town.url,
      signInLink: (username) => town.linkOf(username),
      async [Symbol.asyncDispose]() {
        // What waits is brought in, so that no page was shown of something that could never end.
        await runImports(town.test.app);
        await town[Symbol.asyncDispose]();
      },
    };
  },
};
