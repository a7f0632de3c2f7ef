import type { OpenConversation, TurnChanges, TurnStore, TurnStores } from "../../conversation/turn-store.ts";
import { shortTransactionsAtOnce, type Database, type Sql } from "../database.ts";
import { readEarlierVersion } from "../read-earlier-version.ts";
import { rememberAttachments } from "../remember-attachments.ts";
import { groupWork } from "../group-work.ts";
import { openConversations, type Asked, type Opened } from "./open-conversations.ts";
import { workSideBySide } from "./side-by-side.ts";
import { storeChanges, type TurnEnd } from "./store-changes.ts";

interface WaitingTurn extends Asked {
  key: string;
  /** The channel, which a transaction knows for what is entered in the audit. */
  kind: string;
  work: (conversation: OpenConversation, stores: TurnStores) => Promise<TurnChanges>;
}

type Outcome = "answered" | "duplicate";

export interface TurnStoreOptions {
  /** The stores that flows use, on the turn's own transaction. */
  createStores: (sql: Sql) => TurnStores;
  /** The channel whose pages listen for replies. */
  listenedTo: string;
}

const turnsAtOnce = 16;
/** Two commits under way keep the disk busy; a slow turn in one of them leaves room for the others. */
const eagerGroups = 2;
const patienceMs = 20;

/**
 * Turns on PostgreSQL. Those that come in while others are under way share a transaction, and with it the round trips
 * and the commit: each is worked out as if alone, and all are acknowledged after the commit.
 */
export function createTurnStore(database: Database, options: TurnStoreOptions): TurnStore {
  const put = groupWork<WaitingTurn, Outcome>({
    work: (turns) => workOut(database, turns, options),
    groupsAtOnce: shortTransactionsAtOnce,
    itemsAtOnce: turnsAtOnce,
    eagerGroups,
    patienceMs,
  });
  return {
    inTurn: (message, now, work) =>
      put({
        key: JSON.stringify([message.channel, message.conversationId]),
        kind: message.channel,
        message,
        now,
        work,
      }),
  };
}

function workOut(
  database: Database,
  turns: readonly WaitingTurn[],
  options: TurnStoreOptions,
): Promise<Outcome[]> {
  return database.shortTransaction(async (sql) => {
    const opened = await openConversations(sql, turns);
    const ended = await workSideBySide(
      sql,
      turns.map((turn, place) => (own: Sql) => workOutOne(own, turn, opened[place]!, options)),
    );
    const ends = ended.filter((end) => end !== undefined);
    return {
      result: ended.map((end): Outcome => (end ? "answered" : "duplicate")),
      finish: async () => (ends.length > 0 ? storeChanges(sql, ends) : undefined),
    };
  });
}

async function workOutOne(
  sql: Sql,
  { message, now, work }: WaitingTurn,
  { conversationId, inboundId, conversation }: Opened,
  { createStores, listenedTo }: TurnStoreOptions,
): Promise<TurnEnd | undefined> {
  if (inboundId === undefined) return undefined;
  const place = { conversationId, inboundId };
  const attachments = message.content.kind === "media" ? message.content.attachments : [];
  const changes = await work(
    {
      ...conversation,
      attachmentIds: await rememberAttachments(sql, place, attachments, now),
      earlierVersion: (messageId) => readEarlierVersion(sql, place, messageId),
    },
    createStores(sql),
  );
  const signal = message.channel === listenedTo ? `${message.channel}:${message.conversationId}` : undefined;
  return { ...place, changes, now, signal };
}
