/**
 * An element the server has put on the page.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}

/**
 * @param {HTMLElement} shown
 * @param {number} durationMs
 */
export function showFor(shown, durationMs) {
  shown.hidden = false;
  setTimeout(() => (shown.hidden = true), durationMs);
}
