import type { App } from "./app.ts";
import { comparedDays, likenessOf, leastLikeness } from "./domain/feedback/similar-feedback.ts";
import { createAttachmentStore } from "./persistence/attachment-store.ts";
import { lookIn } from "./persistence/case-presence.ts";
import { codeOfCase, conversationOfCase, filesOfCase } from "./persistence/case-surroundings.ts";
import { createFeedbackStore } from "./persistence/feedback-store.ts";
import { createReplyTemplateStore } from "./persistence/reply-template-store.ts";
import type { CaseDesk } from "./web/staff/cases/case-desk.ts";

const mostSimilar = 5;

/** Fills what lies around a case on its page from the app. */
export function createCaseDesk({ database, surroundings }: App): CaseDesk {
  const feedback = createFeedbackStore(database);
  return {
    async around(matter, now) {
      const since = new Date(now.getTime() - comparedDays * 86_400_000);
      const { fold } = await surroundings();
      const [files, joined, candidates, conversation, templates, mainCode] = await Promise.all([
        filesOfCase(database, matter.id),
        feedback.joinedTo(matter.id),
        feedback.candidates(matter, since),
        conversationOfCase(database, matter),
        createReplyTemplateStore(database).list(),
        matter.joinedToId === null ? undefined : codeOfCase(database, matter.joinedToId),
      ]);
      const main = mainCode === undefined ? undefined : (await feedback.find(mainCode))?.matter;
      const similar = candidates
        .filter(
          ({ id, joinedToId }) => id !== matter.id && id !== matter.joinedToId && joinedToId !== matter.id,
        )
        .map((other) => ({ other, likeness: likenessOf(matter, other, fold) }))
        .filter(({ likeness }) => likeness >= leastLikeness)
        .toSorted((a, b) => b.likeness - a.likeness)
        .slice(0, mostSimilar)
        .map(({ other }) => other);
      return { files, main, joined, similar, conversation, templates };
    },
    async file(caseId, fileId) {
      const files = await filesOfCase(database, caseId);
      return files.some(({ id }) => id === fileId) ? createAttachmentStore(database).read(fileId) : undefined;
    },
    lookIn: (caseId, username, now) => lookIn(database, caseId, username, now),
  };
}
