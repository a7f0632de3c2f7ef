import { dayOf } from "../../domain/vietnam-time.ts";
import { officeAnswer } from "../answers/office-answer.ts";
import type { Flow } from "../flow.ts";
import { readOfficeQuestion } from "../office/read-office-question.ts";

/** "Mấy giờ làm việc", "thứ 7 có làm không", "địa chỉ ở đâu": from the working calendar and the settings. */
export const officeFlow: Flow = ({ understanding, language, now, state }, { say, settings, calendars }) => ({
  replies: [
    {
      blocks: officeAnswer(readOfficeQuestion(understanding.text, dayOf(now)), {
        say,
        language,
        now,
        settings,
        calendar: calendars.of(),
      }),
    },
  ],
  state,
});
