import type { Clock } from "../../domain/vietnam-time.ts";
import type { Say } from "../../wording/wording.ts";
import type { Assets } from "../assets.ts";
import type { WebPorts } from "../ports.ts";

/** What the chat's routes work with. */
export interface ChatTools {
  ports: WebPorts;
  assets: Assets;
  say: Say;
  clock: Clock;
  publicUrl?: string | undefined;
  isHttps: boolean;
  heartbeatMs: number;
  /** Pages of these origins may show the chat in a frame. */
  widgetOrigins: readonly string[];
}
