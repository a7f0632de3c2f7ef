import { setTimeout as wait } from "node:timers/promises";
import { webChatChannel } from "./channels/web-chat/web-chat-channel.ts";
import type { Config } from "./config/config.ts";
import type { Channel } from "./conversation/delivery/channel.ts";
import { deliverWaiting } from "./conversation/delivery/deliver.ts";
import { flows } from "./conversation/flows/flows.ts";
import { formFlows } from "./conversation/flows/form-flows.ts";
import { createTurn, type HandleMessage } from "./conversation/turn.ts";
import type { SettingsStore } from "./domain/settings/settings.ts";
import type { StaffStore } from "./domain/staff/staff-member.ts";
import type { StatisticsStore } from "./domain/statistics/figures.ts";
import type { ReportSource } from "./domain/statistics/report-source.ts";
import type { Clock } from "./domain/vietnam-time.ts";
import type { AppLog } from "./logging/logger.ts";
import { allowedHosts } from "./allowed-hosts.ts";
import { createOutbound, type Outbound } from "./outbound/outbound.ts";
import { openDatabase, type Database } from "./persistence/database.ts";
import { useEmbeddedPostgres } from "./persistence/embedded-postgres.ts";
import { requireKeys } from "./persistence/sealing-keys.ts";
import { createKeyring } from "./persistence/keyring.ts";
import { migrate } from "./persistence/migrator.ts";
import { createDeliveryPaceStore } from "./persistence/delivery-pace-store.ts";
import { createOutboxStore } from "./persistence/outbox-store.ts";
import { createReportSource } from "./persistence/report-source.ts";
import { createSettingsStore } from "./persistence/settings-store.ts";
import { createStaffStore } from "./persistence/staff-store.ts";
import { createStatisticsStore } from "./persistence/statistics-store.ts";
import { createTurnStore } from "./persistence/turns/turn-store.ts";
import { createSurroundings, type ReadSurroundings } from "./surroundings.ts";
import { createOrderList } from "./ordered-lists.ts";
import { createOrderReport } from "./ordered-reports.ts";
import { createSignInLink } from "./sign-in-link.ts";
import { createTurnStores } from "./turn-stores.ts";
import { createWording, type Say } from "./wording/wording.ts";

/** Everything built and wired, with no server and no worker running. */
export interface App extends AsyncDisposable {
  readonly database: Database;
  /** The structure changes this start applied. */
  readonly migrations: { applied: string[] };
  readonly dataDir: string;
  readonly auditHeads: Config["auditHeads"];
  /** Where files are searched for malware; absent: nowhere. */
  readonly clamd: Config["clamd"];
  /** The one way to addresses that others name. */
  readonly outbound: Outbound;
  readonly clock: Clock;
  readonly log: AppLog;
  readonly say: Say;
  readonly staff: StaffStore;
  readonly settings: SettingsStore;
  readonly statistics: StatisticsStore;
  readonly reports: ReportSource;
  readonly surroundings: ReadSurroundings;
  readonly handleMessage: HandleMessage;
  /** Sends what waits for these channels; returns how many messages were sent. */
  deliver(channels: ReadonlyMap<string, Channel>, signal?: AbortSignal): Promise<number>;
  /** Called after each answered turn; a running service wakes its workers here. */
  onAnswered: () => void;
}

/**
 * Opens the configured database (embedded when none is named), migrates it and wires the rest. With `copiesAsItLies` nothing
 * sealed is opened or sealed, so keys do not matter.
 */
export async function createApp(
  config: Config,
  { clock, log, copiesAsItLies }: { clock: Clock; log: AppLog; copiesAsItLies?: true },
): Promise<App> {
  const keyring = createKeyring(config.secretKeys);
  const embedded = config.database.url ? undefined : await useEmbeddedPostgres(config.dataDir);
  const outbound = createOutbound(allowedHosts(config));
  const database = openDatabase({ url: config.database.url ?? embedded!.url, keyring });
  async function close(): Promise<void> {
    await outbound[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
    await embedded?.[Symbol.asyncDispose]();
  }
  async function prepare() {
    const applied = await migrate(database.url);
    if (!copiesAsItLies) await requireKeys(database, clock());
    return applied;
  }
  const migrations = await prepare().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const say = createWording();
  const surroundings = createSurroundings(database);
  const outbox = createOutboxStore(database);
  const pace = createDeliveryPaceStore(database);

  const app: App = {
    database,
    migrations,
    dataDir: config.dataDir,
    auditHeads: config.auditHeads,
    clamd: config.clamd,
    outbound,
    clock,
    log,
    say,
    staff: createStaffStore(database),
    settings: createSettingsStore(database),
    statistics: createStatisticsStore(database),
    reports: createReportSource(database),
    surroundings,
    handleMessage: createTurn({
      turns: createTurnStore(database, {
        listenedTo: webChatChannel.name,
        createStores: (sql) => ({
          ...createTurnStores(sql),
          orderReport: createOrderReport(sql, say),
          orderList: createOrderList(sql, say),
          signInLink: createSignInLink(sql, config.http),
        }),
      }),
      surroundings,
      flows,
      formFlows,
      say,
      clock,
      onFailure: (err, { channel, id }) => log.error({ err, channel, messageId: id }, "turn failed"),
      onAnswered: () => app.onAnswered(),
    }),
    deliver: (channels, signal) =>
      deliverWaiting({
        outbox,
        pace,
        wait,
        random: Math.random,
        channels,
        signal,
        clock,
        onTrouble: (trouble) =>
          log.warn(trouble, trouble.isGivenUp ? "message undeliverable" : "message not sent yet"),
      }),
    onAnswered: () => undefined,
    [Symbol.asyncDispose]: close,
  };
  return app;
}
