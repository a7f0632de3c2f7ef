import { addDays, dayOf, type Day } from "../src/domain/vietnam-time.ts";
import { roomFor } from "./agency.ts";
import { closingTime, officeInstant, workingDayAfter, workingDays } from "./office-days.ts";
import { createRandom, type Random } from "./random.ts";
import { written, type Row } from "./rows.ts";

const matters: readonly [field: string, content: string][] = [
  ["Hộ tịch", "Hỏi vì sao bản sao trích lục chưa có dù đã quá ngày hẹn (minh hoạ)"],
  ["Lý lịch tư pháp", "Đề nghị cho nhận phiếu qua bưu điện (minh hoạ)"],
  ["Giao dịch bảo đảm", "Phản ánh phải đi lại nhiều lần để xoá đăng ký thế chấp (minh hoạ)"],
  ["Công chứng", "Kiến nghị niêm yết phí rõ ràng hơn (minh hoạ)"],
  ["Luật sư", "Hỏi hồ sơ đăng ký hành nghề còn thiếu gì (minh hoạ)"],
];
const sources = ["1022", "zalo", "telegram", "web", "truc_tiep", "khac"] as const;

/** The two matters of hotline 1022 in quarter I/2021, both answered in time. */
const publishedQuarter: Row[] = [
  matter({
    code: "1022-2021-0117",
    source: "1022",
    at: 2,
    receivedOn: "2021-01-18" as Day,
    answeredAfter: 3,
    random: createRandom(1),
  }),
  matter({
    code: "1022-2021-0342",
    source: "1022",
    at: 0,
    receivedOn: "2021-03-01" as Day,
    answeredAfter: 4,
    random: createRandom(2),
  }),
];

/** A few matters a month over the last two years, and present ones unanswered, in time and late. */
export function feedbackRows(now: Date): Row[] {
  const today = dayOf(now);
  const start = addDays(today, -730) > "2021-06-15" ? addDays(today, -730) : ("2021-06-15" as Day);
  const random = createRandom(1022);
  const past = workingDays(start, workingDayAfter(today, -8))
    .filter((_, at) => at % 4 === 0)
    .map((receivedOn, at) =>
      matter({
        code: `MH-${receivedOn}`,
        source: sources[at % 6]!,
        at,
        receivedOn,
        answeredAfter: at % 11 === 0 ? 7 : random.between(1, 5),
        random,
      }),
    );
  const present = [1, 2, 3, 6, 7].map((ago, at) =>
    matter({
      code: `MH-moi-${at + 1}`,
      source: sources[at]!,
      at,
      receivedOn: workingDayAfter(today, -ago),
      answeredAfter: null,
      random,
    }),
  );
  return [...publishedQuarter, ...past, ...present];
}

interface Matter {
  code: string;
  source: string;
  at: number;
  receivedOn: Day;
  /** Working days until it was answered; due after five. Null: not answered yet. */
  answeredAfter: number | null;
  random: Random;
}

function matter({ code, source, at, receivedOn, answeredAfter, random }: Matter): Row {
  const [field, content] = matters[at % matters.length]!;
  return {
    ma_goc: code,
    nguon: source,
    linh_vuc: field,
    noi_dung: content,
    tiep_nhan: written(officeInstant(receivedOn, random)),
    han: written(closingTime(workingDayAfter(receivedOn, 5))),
    tra_loi:
      answeredAfter === null
        ? ""
        : written(officeInstant(workingDayAfter(receivedOn, answeredAfter), random)),
    ma_don_vi: roomFor(field),
    nguoi_gui: "Người dân (minh hoạ)",
    so_dien_thoai: `0900${String(random.between(0, 999_999)).padStart(6, "0")}`,
  };
}
