import { element } from "./page.js";

/** The box one writes in: Enter sends, Shift+Enter starts a line, what was refused comes back to be mended. */
export function createComposer() {
  const form = /** @type {HTMLFormElement} */ (element("composer"));
  const box = /** @type {HTMLTextAreaElement} */ (element("message"));
  const problem = element("problem");
  element("keys-hint").hidden = false;

  box.addEventListener("keydown", (event) => {
    // While an input method composes a Vietnamese letter, Enter ends the letter.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  box.addEventListener("input", () => {
    grow();
    clearProblem();
  });

  function grow() {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
  }

  function clearProblem() {
    problem.textContent = "";
    box.removeAttribute("aria-invalid");
  }

  return {
    /** @param {(text: string) => void} send */
    onSend(send) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const text = box.value.trim();
        if (!text) return;
        box.value = "";
        grow();
        clearProblem();
        box.focus();
        send(text);
      });
    },

    /**
     * @param {string} text
     * @param {string} why
     */
    giveBack(text, why) {
      box.value ||= text;
      grow();
      problem.textContent = why;
      box.setAttribute("aria-invalid", "true");
      box.focus();
    },
  };
}
