// A button at the bottom right of somebody else's page that opens the chat in a frame. WIDGET is put before it.
const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const home = new URL(script.src).origin;
const words = WIDGET.words[script.dataset["lang"] === "en" ? "en" : "vi"];
const readyWithinMs = 15_000;

if (WIDGET.origins.includes(location.origin)) offerChat();
// oxlint-disable-next-line no-console -- for whoever puts it on a page: nothing else would tell why there is no button
else console.warn(`motcua: ${location.origin} is not among WIDGET_ORIGINS`);

function offerChat() {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", put, { once: true });
  else put();
}

function put() {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  // A page's policy may refuse style elements, but not sheets made by a script it allows.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(WIDGET.styles);
  root.adoptedStyleSheets = [sheet];

  const button = make("button", {
    type: "button",
    class: "open",
    "aria-expanded": "false",
    "aria-controls": "panel",
  });
  button.append(icon(), words.open);
  const panel = make("section", { id: "panel", class: "panel", role: "dialog", "aria-label": words.title });
  panel.hidden = true;
  const apart = make("a", { href: `${home}/`, target: "_blank", rel: "noopener" });
  apart.textContent = words.apart;
  const close = make("button", { type: "button", class: "close", "aria-label": words.close });
  close.textContent = "×";
  const head = make("div", { class: "head" });
  const title = make("h2", {});
  title.textContent = words.title;
  head.append(title, apart, close);
  const trouble = make("p", { class: "trouble", role: "status" });
  panel.append(head, trouble);
  root.append(button, panel);
  document.body.append(host);

  /** @type {HTMLIFrameElement | undefined} */
  let frame;
  let isReady = false;

  button.addEventListener("click", () => (panel.hidden ? open() : shut()));
  close.addEventListener("click", shut);
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") shut();
  });
  addEventListener("message", (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== home) return;
    if (event.data?.motcua === "close") shut();
    if (event.data?.motcua !== "ready") return;
    isReady = true;
    trouble.textContent = "";
    if (!panel.hidden) enter();
  });

  function open() {
    panel.hidden = false;
    button.setAttribute("aria-expanded", "true");
    if (frame && isReady) return enter();
    close.focus();
    if (frame) return;
    trouble.textContent = words.loading;
    frame = /** @type {HTMLIFrameElement} */ (
      make("iframe", {
        src: `${home}/khung-tro-chuyen?lang=${words.language}`,
        title: words.title,
        sandbox:
          "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads",
        allow: "geolocation",
        referrerpolicy: "origin",
      })
    );
    panel.append(frame);
    setTimeout(() => {
      if (!isReady) trouble.textContent = words.failed;
    }, readyWithinMs);
  }

  function enter() {
    frame?.focus();
    frame?.contentWindow?.postMessage({ motcua: "enter" }, home);
  }

  function shut() {
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
    button.focus();
  }
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @returns {HTMLElement}
 */
function make(name, attributes) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

function icon() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", "M4 5h16v11H9l-5 4V5Z");
  svg.append(path);
  return svg;
}
