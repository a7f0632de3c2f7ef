import { addDays, dayOf, showDay, type Day } from "../src/domain/vietnam-time.ts";
import { workingDayAfter } from "./office-days.ts";
import type { Row } from "./rows.ts";

interface Task {
  code: string;
  content: string;
  assignedOn: Day;
  dueOn: Day;
  doneOn: Day | null;
}

/** Given by the provincial People's Committee between 01/01/2021 and 15/03/2021: three of three done early. */
const publishedQuarter: Task[] = [
  task(
    "UBND-2021-01",
    "Báo cáo kết quả rà soát thủ tục hành chính (minh hoạ)",
    "2021-01-06",
    "2021-01-29",
    "2021-01-26",
  ),
  task(
    "UBND-2021-02",
    "Góp ý dự thảo quy chế phối hợp liên thông (minh hoạ)",
    "2021-01-20",
    "2021-02-26",
    "2021-02-22",
  ),
  task(
    "UBND-2021-03",
    "Kế hoạch nâng tỷ lệ hồ sơ trực tuyến (minh hoạ)",
    "2021-02-18",
    "2021-03-12",
    "2021-03-09",
  ),
];

/** Two assignments a month over the last two years, done early, on time or late, and present ones. */
export function assignmentRows(now: Date): Row[] {
  const today = dayOf(now);
  const outcomes = [-3, 0, -1, -5, 2, 0];
  const past = Array.from({ length: 44 }, (_, at) => {
    const dueOn = workingDayAfter(addDays(today, -700 + at * 15), 1);
    return task(
      `MH-NV-${at + 1}`,
      "Nhiệm vụ minh hoạ",
      addDays(dueOn, -20),
      dueOn,
      workingDayAfter(dueOn, outcomes[at % 6]!),
    );
  }).filter(({ assignedOn, doneOn }) => assignedOn >= "2021-06-15" && doneOn! < today);
  const present = [-4, 0, 1, 6].map((due, at) => {
    const dueOn = due === 0 ? today : workingDayAfter(today, due);
    return task(
      `MH-NV-moi-${at + 1}`,
      "Nhiệm vụ đang thực hiện (minh hoạ)",
      addDays(dueOn, -20),
      dueOn,
      null,
    );
  });
  return [...publishedQuarter, ...past, ...present].map(toRow);
}

function task(code: string, content: string, assignedOn: string, dueOn: string, doneOn: string | null): Task {
  return { code, content, assignedOn: assignedOn as Day, dueOn: dueOn as Day, doneOn: doneOn as Day | null };
}

function toRow({ code, content, assignedOn, dueOn, doneOn }: Task): Row {
  return {
    ma_nhiem_vu: code,
    noi_dung: content,
    ngay_giao: showDay(assignedOn),
    han: showDay(dueOn),
    hoan_thanh: doneOn ? showDay(doneOn) : "",
    can_bo: "truongphong",
    ma_don_vi: "H57.16.HCTP",
  };
}
