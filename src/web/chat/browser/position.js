import { element } from "./page.js";

const timeoutMs = 15_000;

/**
 * Lets the person send where they are, where the browser can tell: on HTTPS, and when it is allowed to.
 * @param {{ onPosition: (place: { latitude: number, longitude: number }) => void, onProblem: (why: string) => void }} hear
 */
export function offerPosition({ onPosition, onProblem }) {
  if (!isSecureContext || !("geolocation" in navigator)) return;
  const button = /** @type {HTMLButtonElement} */ (element("share-position"));
  const asking = element("position-asking");
  button.hidden = false;
  button.addEventListener("click", () => {
    ask(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        ask(false);
        onPosition({ latitude, longitude });
      },
      ({ code, PERMISSION_DENIED }) => {
        ask(false);
        const { denied = "", unavailable = "" } = button.dataset;
        onProblem(code === PERMISSION_DENIED ? denied : unavailable);
      },
      { enableHighAccuracy: true, timeout: timeoutMs, maximumAge: 60_000 },
    );
  });

  /** @param {boolean} isAsking */
  function ask(isAsking) {
    button.disabled = isAsking;
    asking.hidden = !isAsking;
  }
}
