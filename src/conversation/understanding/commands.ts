import type { Intent } from "./understanding.ts";

const names: Partial<Record<Intent, string>> = {
  start: "start batdau",
  help: "help trogiup huongdan menu lenh",
  cancel: "huy cancel thoi dung stop",
  back: "quaylai back lui",
  statistics: "thongke stats solieu baocao statistics report tk xuat export bieudo chart",
  figure_definition: "dinhnghia cachtinh definition definitions define",
  figure_subscription: "bantin digest newsletter",
  sign_off: "chotso chotsolieu signoff",
  adjustments: "dieuchinh adjustments",
  targets: "chitieu muctieu targets dubao",
  service_quality: "chiso chisophucvu quality",
  dossier_status: "tracuu hoso tra status dossier lookup tinhtrang",
  dossier_detail: "chitiet detail details",
  dossier_follow: "theodoi follow",
  dossier_unfollow: "botheodoi bo_theodoi unfollow",
  feedback_new: "gopy phananh kiennghi feedback pakn",
  feedback_status:
    "traphananh tra_phananh phananhtoi phananhcuatoi feedbackstatus ticket bosung rutphananh molai danhgia",
  procedure_info: "thutuc procedure procedures",
  office_info: "lienhe diachi giolamviec contact office",
  my_work: "viec congviec viechomnay mywork work nhiemvu tasks",
  complaint: "khieunai complaint",
  denunciation: "tocao denunciation",
  emergency: "khancap emergency sos",
  human: "gapnguoi canbo human agent gapcanbo",
  data_access: "dulieu dulieucuatoi mydata privacy",
  data_erasure: "xoadulieu forgetme erase",
  language: "ngonngu lang language tienganh tiengviet english",
  link_account: "lienket dangnhap link login thoat logout",
  relay: "trochuyen ketthuc",
  unreadable_photo: "anhkhongro",
  staff_pages: "trangquantri trangcanbo quantri pages admin",
  absence: "vang vangmat nghiphep away",
  apology: "xinloi apology",
};

const intents = new Map(
  Object.entries(names).flatMap(([intent, all]) => all.split(" ").map((name) => [name, intent as Intent])),
);

/** A slash command: what it asks for, and the words after it. `@TheBot` behind the name is Telegram's in groups. */
export interface Command {
  intent: Intent;
  name: string;
  rest: string;
}

const pattern = /^\s*\/\s?([\p{L}\p{M}_]+)(?:@\w+)?(.*)$/su;

/** Reads `/thongke quy1 2021`; undefined when there is no such command, so that the words after the slash still count. */
export function readCommand(text: string, fold: (text: string) => string): Command | undefined {
  const [, typed, rest] = pattern.exec(text) ?? [];
  if (typed === undefined || rest === undefined) return undefined;
  const name = fold(typed);
  const intent = intents.get(name) ?? intents.get(name.replaceAll("_", ""));
  return intent && { intent, name, rest };
}
