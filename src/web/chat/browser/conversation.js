import { element } from "./page.js";

const answerExpectedMs = 15_000;

/**
 * The entries of both sides. An entry's id is its identity: whatever the stream repeats is shown once.
 * @param {HTMLElement} log
 */
export function createConversation(log) {
  const template = /** @type {HTMLTemplateElement} */ (element("pending-entry"));
  const answering = element("answering");
  /** @type {Set<string>} */
  const awaited = new Set();

  return {
    toEnd,

    /** @param {string} html entries as the server renders them */
    insert(html) {
      const fragment = document.createElement("template");
      fragment.innerHTML = html;
      for (const entry of Array.from(fragment.content.children)) {
        const shown = document.getElementById(entry.id);
        if (!shown) log.append(entry);
        else confirm(shown, entry);
        awaited.delete(entry.id);
      }
      showAnswering();
      toLastQuestion();
    },

    /**
     * @param {string} messageId
     * @param {string} words
     */
    addPending(messageId, words) {
      document.getElementById("greeting")?.remove();
      const id = `said-${messageId}`;
      const entry = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
      entry.id = id;
      part(entry, "[data-words]").textContent = words;
      log.append(entry);
      return pendingEntry(entry);
    },
  };

  /** @param {HTMLElement} entry */
  function pendingEntry(entry) {
    const sending = part(entry, ".sending");
    const failed = part(entry, ".failed");
    const bar = /** @type {HTMLProgressElement} */ (part(entry, "progress"));
    const standard = part(entry, "[data-problem]").textContent;

    return {
      sending() {
        sending.hidden = false;
        failed.hidden = true;
        awaited.add(entry.id);
        showAnswering();
        toEnd();
      },
      /** @param {number} share of the upload that is done, from 0 to 1 */
      progress(share) {
        bar.hidden = share === 1;
        bar.value = share;
      },
      sent() {
        sending.hidden = true;
        bar.hidden = true;
        setTimeout(() => stopAwaiting(), answerExpectedMs);
      },
      remove() {
        stopAwaiting();
        entry.remove();
      },
      /**
       * @param {string | undefined} problem
       * @param {() => void} resend
       */
      failed(problem, resend) {
        stopAwaiting();
        sending.hidden = true;
        bar.hidden = true;
        failed.hidden = false;
        part(entry, "[data-problem]").textContent = problem ?? standard;
        part(entry, "[data-resend]").onclick = resend;
        toEnd();
      },
    };

    function stopAwaiting() {
      awaited.delete(entry.id);
      showAnswering();
    }
  }

  /**
   * The server knows the message: what was pending is said, and shown as the server shows it.
   * @param {HTMLElement} shown
   * @param {Element} entry
   */
  function confirm(shown, entry) {
    const when = entry.querySelector("time");
    if (!when || shown.querySelector("time")) return;
    shown.replaceChildren(...entry.childNodes);
  }

  function showAnswering() {
    answering.hidden = awaited.size === 0;
  }

  /** An answer longer than the screen is read from its beginning. */
  function toLastQuestion() {
    const question = [...log.querySelectorAll(".said")].at(-1);
    const height = log.getBoundingClientRect().bottom - (question?.getBoundingClientRect().top ?? 0);
    if (question && height > window.innerHeight - composerHeight())
      question.scrollIntoView({ behavior: pace() });
    else toEnd();
  }

  function composerHeight() {
    return element("composer").getBoundingClientRect().height;
  }

  /** @returns {ScrollBehavior} */
  function pace() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  }

  /** @param {ScrollBehavior} [behavior] */
  function toEnd(behavior) {
    window.scrollTo({ top: document.body.scrollHeight, behavior: behavior ?? pace() });
  }
}

/**
 * @param {Element} within
 * @param {string} selector
 * @returns {HTMLElement}
 */
function part(within, selector) {
  const found = within.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`The entry has no ${selector}`);
  return found;
}
