import type { Capabilities } from "../rendering/capabilities.ts";
import { zaloFacts } from "./zalo-client/zalo-facts.ts";
import { uploadKind } from "./uploads.ts";
import { pressPrefix } from "./write-message.ts";

/** An Official Account shows plain text in a proportional font, and a few buttons, one under the other. */
export const zaloCapabilities: Capabilities = {
  textLimit: 2000,
  tableColumns: 0,
  hasLinks: false,
  takesFile: (mediaType) => uploadKind(mediaType) !== undefined,
  buttons: {
    count: zaloFacts.buttons.count,
    labelLimit: zaloFacts.buttons.titleLimit,
    sayLimitBytes: zaloFacts.buttons.payloadLimitBytes - pressPrefix.length,
    rowColumns: 0,
  },
};
