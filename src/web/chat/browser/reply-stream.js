const reconnectMs = 3_000;

/**
 * Hears every reply after the one named. A browser reconnects by itself only after some failures; this does after all.
 * @param {string} after outbox id of the last reply on the page
 * @param {{ onReply: (html: string) => void, onLost: () => void, onRestored: () => void }} hear
 */
export function listen(after, { onReply, onLost, onRestored }) {
  let last = after;
  let isLost = false;
  connect();

  function connect() {
    const source = new EventSource(`/chat/stream?after=${last}`);
    source.addEventListener("open", () => {
      if (isLost) onRestored();
      isLost = false;
    });
    source.addEventListener("reply", (event) => {
      onReply(event.data);
      last = event.lastEventId;
    });
    source.addEventListener("error", () => {
      if (!isLost) onLost();
      isLost = true;
      source.close();
      setTimeout(connect, reconnectMs);
    });
  }
}
