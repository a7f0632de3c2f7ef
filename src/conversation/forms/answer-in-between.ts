import type { Flow } from "../flow.ts";

/** Answers something else, then asks the form's question anew — unless the answer opened a form of its own. */
export function answerInBetween(aside: Flow, again: Flow): Flow {
  return async (request, tools) => {
    const answer = await aside(request, tools);
    const opened = answer.state?.form;
    if (opened && opened !== request.state.form) return answer;
    const language = answer.language ?? request.language;
    const back = await again({ ...request, language }, tools);
    return {
      ...answer,
      replies: [...answer.replies, ...back.replies],
      state: { ...answer.state, ...back.state },
    };
  };
}
