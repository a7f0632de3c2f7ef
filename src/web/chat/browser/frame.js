// The chat inside somebody else's page. What is said to that page tells nothing, so any page may hear it.
import "./chat.js";
import { element } from "./page.js";

addEventListener("message", (event) => {
  if (event.source === parent && event.data?.motcua === "enter") element("message").focus();
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) tell("close");
});
void showWhetherKept();

/** A browser that keeps no cookie here at all cannot hold a conversation: then it goes on in a window of its own. */
async function showWhetherKept() {
  const answer = await fetch("/khung-tro-chuyen/phien");
  if (answer.ok) return tell("ready");
  element("composer").hidden = true;
  element("not-kept").hidden = false;
  tell("ready");
}

/** @param {"ready" | "close"} what */
function tell(what) {
  parent.postMessage({ motcua: what }, "*");
}
