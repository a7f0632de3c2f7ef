import { tellWhenLost } from "./live-lost.js";

// Tells how many cases changed since the list was shown. The list itself moves only when its reader asks for it.
const news = /** @type {HTMLElement | null} */ (document.querySelector("#news"));
const address = news?.dataset["live"];

/** @returns {Map<string, string>} the versions of the cases that the page shows */
function shown() {
  const rows = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#queue [data-version]"));
  return new Map([...rows].map((row) => [row.id, row.dataset["version"] ?? ""]));
}

/** @param {Map<string, string>} now */
function tell(now) {
  if (!news) return;
  const before = shown();
  const fresh = [...now].filter(([code, version]) => before.get(code) !== version).length;
  const gone = [...before.keys()].filter((code) => !now.has(code)).length;
  const count = news.querySelector("[data-count]");
  if (count) count.textContent = String(fresh + gone);
  news.hidden = fresh + gone === 0;
}

if (news && address) {
  const source = new EventSource(address);
  /** @type {Map<string, string>} */
  let latest = new Map();
  source.addEventListener("queue", ({ data }) => {
    latest = new Map(JSON.parse(data));
    tell(latest);
  });
  tellWhenLost(source);
  source.addEventListener("over", () => source.close());
  document.addEventListener("htmx:after:swap", () => {
    tell(latest);
    // What was pressed is hidden now: whoever works by keyboard goes on where the list begins.
    const queue = /** @type {HTMLElement | null} */ (document.querySelector("#queue"));
    if (news.hidden) queue?.focus();
  });
}
