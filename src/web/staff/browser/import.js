// Bringing files in: how far the upload is, then how far the import is. Without this file both work by loading pages.

const tooLong = 90_000;

for (const form of document.querySelectorAll("form[data-upload]")) {
  if (form instanceof HTMLFormElement) form.addEventListener("submit", (event) => send(event, form));
}

/**
 * @param {SubmitEvent} event
 * @param {HTMLFormElement} form
 */
function send(event, form) {
  const input = form.querySelector("input[type=file]");
  const fault = form.querySelector(".fault");
  const progress = form.querySelector("progress");
  const button = form.querySelector("button");
  if (!(input instanceof HTMLInputElement) || !fault || !progress || !button) return;
  event.preventDefault();
  const tell = (/** @type {string | undefined} */ sentence) => {
    fault.textContent = sentence ?? "";
    progress.hidden = true;
    button.disabled = false;
  };
  const { largest, tooLarge, failed } = form.dataset;
  const file = input.files?.[0];
  if (file && file.size > Number(largest)) return tell(tooLarge);
  fault.textContent = "";
  progress.hidden = false;
  button.disabled = true;
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", ({ loaded, total }) => (progress.value = loaded / total));
  request.addEventListener("error", () => tell(failed));
  request.addEventListener("load", () => {
    if (request.status < 400) location.assign(request.responseURL);
    else if (!replaceContent(request.responseText)) tell(failed);
  });
  request.open("POST", form.action);
  request.setRequestHeader("accept", "text/html");
  request.send(new FormData(form));
}

if (document.querySelector("[data-under-way]")) void follow();

/** Looks again and again, more seldom as it lasts, until the import is over. */
async function follow() {
  const since = Date.now();
  while (document.querySelector("[data-under-way]")) {
    await new Promise((resolve) => setTimeout(resolve, Date.now() - since < tooLong ? 1000 : 5000));
    if (document.hidden) continue;
    const page = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => undefined);
    if (page?.ok) replaceContent(await page.text());
    else if (page?.status === 401) location.reload();
  }
}

/**
 * Puts the content of another page in the place of this one's; false when it has none.
 * @param {string} html
 */
function replaceContent(html) {
  const content = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  const here = document.querySelector("main");
  if (!content || !here) return false;
  here.replaceWith(content);
  for (const form of content.querySelectorAll("form[data-upload]"))
    if (form instanceof HTMLFormElement) form.addEventListener("submit", (event) => send(event, form));
  return true;
}
