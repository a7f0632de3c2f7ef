import type { App } from "./app.ts";
import { sendAuditHeads } from "./audit-heads.ts";
import { upkeepCasesOf } from "./case-upkeep.ts";
import { webChatChannel } from "./channels/web-chat/web-chat-channel.ts";
import { orderedFileLifetimeMs, strayUploadLifetimeMs } from "./conversation/attachments/attachment-store.ts";
import { readPhotoCodes } from "./conversation/photo-codes.ts";
import { fetchAttachments } from "./conversation/attachments/fetch-attachments.ts";
import { writeBroadcasts } from "./conversation/broadcasts/write-broadcasts.ts";
import { stateLifetimeMs } from "./conversation/conversation-state.ts";
import { runLifetimeMs } from "./domain/statistics/figure-run.ts";
import { createSearch } from "./files/clamd.ts";
import { createExamination, searchHeldFiles } from "./searched-files.ts";
import { createHeldAttachmentStore } from "./persistence/held-attachment-store.ts";
import type { JobWork } from "./jobs/jobs.ts";
import { sealActs } from "./persistence/audit/seal-acts.ts";
import { forgetAllowances } from "./persistence/allowance-store.ts";
import { createAttachmentStore } from "./persistence/attachment-store.ts";
import { createBroadcastDesk } from "./persistence/broadcast-desk.ts";
import { foldFigureChanges } from "./persistence/kept-figures/fold-changes.ts";
import { createFigureRunStore } from "./persistence/figure-run-store.ts";
import { createPhotoReadingStore } from "./persistence/photo-reading-store.ts";
import { createAwaitedAttachmentStore } from "./persistence/awaited-attachment-store.ts";
import { unsentLifetimeMs } from "./conversation/flows/feedback/unsent-feedback.ts";
import { forgetFreePaces } from "./persistence/delivery-pace-store.ts";
import { keepRetention } from "./persistence/keep-retention.ts";
import { createJobRunStore } from "./persistence/job-run-store.ts";
import { forgetStaleConversations } from "./persistence/stale-conversations.ts";
import { tendBindings } from "./persistence/staff-bindings.ts";
import { forgetUnsentFeedback } from "./persistence/unsent-feedback-store.ts";
import type { Platform } from "./platforms.ts";
import { planFiguresDigests } from "./figures-digests.ts";
import { createCopiesOfKept, eraseDuePeople } from "./kept-of-people.ts";
import { copyScheme } from "./persistence/kept-of-person-store.ts";
import { createListWriting, listScheme } from "./ordered-lists.ts";
import { createReportDrawing, reportScheme } from "./ordered-reports.ts";
import { readCodes } from "./photos/read-codes.ts";
import { forgetOldImports, importsWait, runImports } from "./run-imports.ts";
import { tendRelays } from "./tend-relays.ts";
import { createReminding } from "./reminding.ts";

/** What a worker does: deliver when woken (until `stopping` aborts), and each recurring job, remembering when it last worked. */
export function backgroundWork(
  app: App,
  platforms: readonly Platform[],
  { stopping, wakeImports }: { stopping?: AbortSignal; wakeImports?: () => Promise<void> } = {},
): JobWork {
  const { database, clock } = app;
  const channels = new Map(
    [webChatChannel, ...platforms.map(({ channel }) => channel)].map((channel) => [channel.name, channel]),
  );
  const sources = new Map(platforms.map(({ channel, files }) => [channel.name, files]));
  sources.set(reportScheme, createReportDrawing(app));
  sources.set(listScheme, createListWriting(app));
  sources.set(copyScheme, createCopiesOfKept(app));
  const search = app.clamd === undefined ? undefined : createSearch(app.clamd);
  const attachments = createAwaitedAttachmentStore(database);
  const reminding = createReminding(app);
  const ago = (ms: number) => new Date(clock().getTime() - ms);

  const deliver = () => app.deliver(channels, stopping);
  const makeFiles = async () => {
    for (const scheme of [reportScheme, listScheme, copyScheme])
      await fetchAttachments({ attachments, sources, clock, scheme });
  };
  const readCodesOfPhotos = () =>
    readPhotoCodes({
      readings: createPhotoReadingStore(database),
      readCodes,
      handleMessage: app.handleMessage,
      clock,
    });
  /** The answer first, with what it shows drawn, then whatever news the turn made for others. */
  async function deliverAll(): Promise<void> {
    await makeFiles();
    await deliver();
    if ((await readCodesOfPhotos()) > 0) await deliver();
    if ((await reminding.handOver()) > 0) await deliver();
  }

  return {
    deliver: deliverAll,
    bringIn: () => runImports(app),
    recurring: remembered(app, {
      "sweep-outbox": deliver,
      "hand-over-notices": deliverAll,
      "plan-reminders": reminding.planDueWork,
      "morning-digest": reminding.planMorningDigest,
      "tell-followers": reminding.tellFollowers,
      "fold-figures": async () => {
        await database.transaction(foldFigureChanges);
      },
      "forget-figure-runs": () => createFigureRunStore(database).forget(ago(runLifetimeMs)),
      "figures-digests": () => planFiguresDigests(app),
      "upkeep-cases": () => upkeepCasesOf(app),
      "write-broadcasts": async () => {
        const { agencyName } = await app.surroundings();
        const ports = { desk: createBroadcastDesk(database), say: app.say, agencyName, now: clock() };
        if ((await writeBroadcasts(ports)) > 0) await deliver();
      },
      "forget-stale-conversations": async () => {
        await forgetStaleConversations(database, ago(stateLifetimeMs));
        await forgetFreePaces(database);
        await forgetUnsentFeedback(database, ago(unsentLifetimeMs));
      },
      "fetch-attachments": async () => {
        await fetchAttachments({ attachments, sources, clock, examine: createExamination(search) });
        await searchHeldFiles(createHeldAttachmentStore(database), search);
        await readCodesOfPhotos();
      },
      "tend-relays": async () => {
        if ((await tendRelays(app)) > 0) await deliverAll();
      },
      "tend-bindings": async () => {
        const { identity } = await app.settings.read();
        await tendBindings(database, identity.bindingMonths, clock());
      },
      "keep-retention": () => keepRetention(database, clock()),
      "seal-audit": () => sealActs(database, clock()),
      "send-audit-head": () => sendAuditHeads(app),
      "sweep-imports": async () => {
        await forgetOldImports(app);
        if (await importsWait(app)) await wakeImports?.();
      },
      "erase-people": () => eraseDuePeople(app),
      "forget-stray-uploads": async () => {
        await createAttachmentStore(database).forgetStray(ago(strayUploadLifetimeMs));
        await forgetAllowances(database, ago(strayUploadLifetimeMs));
        await createAttachmentStore(database).forgetOrdered(ago(orderedFileLifetimeMs));
      },
      "renew-platform-access": async () => {
        for (const platform of platforms) await platform.renewAccess?.();
      },
    }),
  };
}

const watchEveryMs = 60_000;

/**
 * Watches over the recurring jobs from outside their queue, so that a queue that has died is noticed too: tells the
 * administrators and the log. Disposing stops watching, once the look under way is over.
 */
export function watchOverJobs(app: App, deliver: () => Promise<unknown>): AsyncDisposable {
  const reminding = createReminding(app);
  const watchedSince = app.clock();
  let look: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    look = reminding
      .raiseAlarms(watchedSince)
      .then(async (raised) => {
        if (raised > 0) await deliver();
      })
      .catch((err: unknown) => app.log.error({ err }, "the jobs could not be watched over"));
  }, watchEveryMs);
  timer.unref();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await look;
    },
  };
}

/** Keeps when each job last worked, so that one that stops is noticed. */
function remembered({ database, clock }: App, jobs: JobWork["recurring"]): JobWork["recurring"] {
  const runs = createJobRunStore(database);
  const entries = Object.entries(jobs).map(([job, work]) => [
    job,
    async () => {
      try {
        await work();
        await runs.recordSuccess(job, clock());
      } catch (error) {
        await runs.recordFailure(job, clock(), String(error));
        throw error;
      }
    },
  ]);
  return Object.fromEntries(entries) as JobWork["recurring"];
}
