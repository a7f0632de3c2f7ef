import { statisticsAnswer } from "../answers/statistics-answer.ts";
import type { Flow } from "../flow.ts";

export const statisticsFlow: Flow = (request, tools) => statisticsAnswer(request, tools) as never;
