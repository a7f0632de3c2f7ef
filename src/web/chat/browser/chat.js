// The page works without this script; with it messages go and replies come without loading the page anew.
import { createComposer } from "./composer.js";
import { listen } from "./reply-stream.js";
import { createConversation } from "./conversation.js";
import { post } from "./post-message.js";
import { element, showFor } from "./page.js";
import { offerPosition } from "./position.js";

const log = element("log");
const conversation = createConversation(log);
const composer = createComposer();

composer.onSend((text, files) => void send({ id: newId(), text, files }, wordsOf(text, files)));
offerPosition({
  onPosition: (place) => void send({ id: newId(), ...place }, showPlace(place)),
  onProblem: composer.showProblem,
});

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
    const outcome = await post(message, (share) => pending.progress(share));
    if (outcome.kind === "sent") return pending.sent();
    if (outcome.kind === "failed") return pending.failed(outcome.problem, () => void attempt());
    pending.remove();
    if ("text" in message) composer.giveBack(message.text, message.files, outcome.problem);
    else composer.showProblem(outcome.problem);
  }
}

/**
 * What stands for a message until the server shows it.
 * @param {string} text
 * @param {File[]} files
 */
function wordsOf(text, files) {
  return [text, ...files.map(({ name }) => name)].filter(Boolean).join("\n");
}

/** @param {{ latitude: number, longitude: number }} place */
function showPlace({ latitude, longitude }) {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}

/** `crypto.randomUUID` exists on HTTPS only. */
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
