// The page works without this script; with it messages go and replies come without loading the page anew.
import { createComposer } from "./composer.js";
import { listen } from "./reply-stream.js";
import { createConversation } from "./conversation.js";
import { post } from "./post-message.js";
import { element, showFor } from "./page.js";

const log = element("log");
const conversation = createConversation(log);
const composer = createComposer();

composer.onSend((text) => void send({ id: newId(), text }, text));

// Buttons of replies, now and later, are forms of their own.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.closest(".buttons")) return;
  event.preventDefault();
  const button = form.querySelector("button");
  if (!button) return;
  const label = button.textContent ?? "";
  void send({ id: newId(), say: button.value, label }, label);
});

listen(log.dataset["after"] ?? "0", {
  onReply: (html) => conversation.insert(html),
  onLost: () => (element("connection-lost").hidden = false),
  onRestored() {
    element("connection-lost").hidden = true;
    showFor(element("connection-restored"), 4_000);
  },
});

conversation.toEnd("instant");

/**
 * @param {import("./post-message.js").Message} message
 * @param {string} words
 */
async function send(message, words) {
  const pending = conversation.addPending(message.id, words);
  await attempt();

  async function attempt() {
    pending.sending();
    const outcome = await post(message);
    if (outcome.kind === "sent") return pending.sent();
    if (outcome.kind === "failed") return pending.failed(outcome.problem, () => void attempt());
    pending.remove();
    composer.giveBack(words, outcome.problem);
  }
}

/** `crypto.randomUUID` exists on HTTPS only. */
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
