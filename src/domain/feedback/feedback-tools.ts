import type { WorkingCalendars } from "../deadlines/working-calendar.ts";
import type { NoticeStore } from "../notices/notice.ts";
import type { StaffDirectory } from "../staff/staff-directory.ts";
import type { FeedbackRules, FeedbackStore } from "./feedback-store.ts";
import type { FoldText } from "./routing.ts";
import type { SurveyStore } from "./survey.ts";

/** What the use cases of feedback work with, all of one transaction. */
export interface FeedbackTools {
  feedback: FeedbackStore;
  feedbackRules: FeedbackRules;
  surveys: SurveyStore;
  staffDirectory: StaffDirectory;
  notices: NoticeStore;
  calendars: WorkingCalendars;
  fold: FoldText;
}
