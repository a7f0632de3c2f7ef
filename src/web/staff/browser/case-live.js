import { tellWhenLost } from "./live-lost.js";

// Says who else has the case open, and that it changed since it was shown. Nothing that is being written is touched.
const place = /** @type {HTMLElement | null} */ (document.querySelector("#presence"));
const address = place?.dataset["live"];

if (place && address) {
  const source = new EventSource(address);
  source.addEventListener("case", ({ data }) => {
    /** @type {{ others: string, version: number }} */
    const { others, version } = JSON.parse(data);
    const who = place.querySelector("[data-others]");
    if (who) who.textContent = others;
    const changed = /** @type {HTMLElement | null} */ (place.querySelector("[data-changed]"));
    if (changed) changed.hidden = String(version) === place.dataset["version"];
  });
  tellWhenLost(source);
  source.addEventListener("over", () => source.close());
}
