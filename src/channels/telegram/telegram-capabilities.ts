import type { Capabilities } from "../rendering/capabilities.ts";

/** The Bot API's limits, and what is legible on a narrow phone. */
export const telegramCapabilities: Capabilities = {
  // Counted after entity parsing.
  textLimit: 4096,
  // A small phone shows about this many columns of <pre> before it breaks the lines.
  tableColumns: 32,
  hasLinks: true,
  takesFile: () => true,
  // Telegram takes 100 buttons and any label; nobody reads that many.
  buttons: { count: 24, labelLimit: 40, sayLimitBytes: 64, rowColumns: 34 },
};
