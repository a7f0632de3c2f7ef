import { element } from "./page.js";

/**
 * The files chosen for the next message, shown with what they are called and how to take them out again.
 * @param {{ onProblem: (why: string) => void, onChange: () => void }} hear
 */
export function createChosenFiles({ onProblem, onChange }) {
  const field = /** @type {HTMLInputElement} */ (element("files"));
  const list = element("chosen");
  const { most, largestMegabytes, tooMany = "", tooLarge = "", remove = "" } = field.dataset;
  const largestBytes = Number(largestMegabytes) * 1024 * 1024;
  /** @type {File[]} */
  let files = [];

  field.hidden = true;
  const button = element("attach");
  button.hidden = false;
  button.addEventListener("click", () => field.click());
  field.addEventListener("change", () => {
    add(Array.from(field.files ?? []));
    // Else choosing the same file again would be no change.
    field.value = "";
  });

  /** @param {File[]} more */
  function add(more) {
    const large = more.find((file) => file.size > largestBytes);
    const room = Number(most) - files.length;
    const fitting = more.filter((file) => file.size <= largestBytes);
    set([...files, ...fitting.slice(0, room)]);
    if (large) onProblem(tooLarge.replace("{name}", large.name));
    else if (fitting.length > room) onProblem(tooMany);
  }

  /** @param {File[]} chosen */
  function set(chosen) {
    files = chosen;
    list.replaceChildren(...files.map(showFile));
    onChange();
  }

  /** @param {File} file */
  function showFile(file) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = file.name;
    const out = document.createElement("button");
    out.type = "button";
    out.textContent = "×";
    out.setAttribute("aria-label", remove.replace("{name}", file.name));
    out.addEventListener("click", () => {
      set(files.filter((each) => each !== file));
      button.focus();
    });
    item.append(name, out);
    return item;
  }

  return {
    /** Those chosen, which are chosen no more. */
    take() {
      const taken = files;
      set([]);
      return taken;
    },
    /** @param {File[]} refused */
    giveBack: (refused) => set([...refused, ...files]),
  };
}
