import { createChosenFiles } from "./chosen-files.js";
import { element } from "./page.js";

/** The box one writes in: Enter sends, Shift+Enter starts a line, what was refused comes back to be mended. */
export function createComposer() {
  const form = /** @type {HTMLFormElement} */ (element("composer"));
  const box = /** @type {HTMLTextAreaElement} */ (element("message"));
  const problem = element("problem");
  element("keys-hint").hidden = false;
  const chosen = createChosenFiles({ onProblem: showProblem, onChange: clearProblem });

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

  /** @param {string} why */
  function showProblem(why) {
    problem.textContent = why;
  }

  return {
    showProblem,

    /** @param {(text: string, files: File[]) => void} send */
    onSend(send) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const text = box.value.trim();
        const files = chosen.take();
        if (!text && !files.length) return;
        box.value = "";
        grow();
        clearProblem();
        box.focus();
        send(text, files);
      });
    },

    /**
     * @param {string} text
     * @param {File[]} files
     * @param {string} why
     */
    giveBack(text, files, why) {
      box.value ||= text;
      grow();
      chosen.giveBack(files);
      showProblem(why);
      box.setAttribute("aria-invalid", "true");
      box.focus();
    },
  };
}
