/**
 * Says that a page hears nothing more while its stream is away, and takes that back once it hears again.
 * @param {EventSource} source
 */
export function tellWhenLost(source) {
  const lost = /** @type {HTMLElement | null} */ (document.querySelector("[data-lost]"));
  if (!lost) return;
  source.addEventListener("error", () => (lost.hidden = false));
  source.addEventListener("open", () => (lost.hidden = true));
}
