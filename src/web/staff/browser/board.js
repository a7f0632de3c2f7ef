// Cards of the board are dragged to the columns that one of their deeds leads to: a drop presses its button, or opens its
// form. Without this file the buttons do the same.

/** @type {HTMLElement | undefined} */
let dragged;

/** @param {Element} column */
function wayTo(column) {
  const to = column instanceof HTMLElement ? column.dataset["column"] : undefined;
  const ways = [
    .../** @type {NodeListOf<HTMLElement>} */ (dragged?.querySelectorAll(`[data-to="${to}"]`) ?? []),
  ];
  // What is done at once comes before what has to be written first.
  return ways.find((way) => way instanceof HTMLButtonElement) ?? ways[0];
}

/** @param {Event} event */
function columnAt({ target }) {
  return target instanceof Element ? target.closest("[data-column]") : null;
}

function prepare() {
  for (const card of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".board .row")))
    card.draggable = true;
}

document.addEventListener("dragstart", (event) => {
  const card = event.target instanceof Element ? event.target.closest(".board .row") : null;
  if (!(card instanceof HTMLElement)) return;
  dragged = card;
  event.dataTransfer?.setData("text/plain", card.id);
  for (const column of document.querySelectorAll("[data-column]"))
    column.classList.toggle("takes", wayTo(column) !== undefined);
});

document.addEventListener("dragover", (event) => {
  const column = columnAt(event);
  if (dragged && column && !column.contains(dragged)) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  const column = columnAt(event);
  if (!dragged || !column || column.contains(dragged)) return;
  event.preventDefault();
  const way = wayTo(column);
  const said = document.querySelector("[data-said]");
  if (way) way.click();
  else if (said) said.textContent = document.getElementById("queue")?.dataset["noWay"] ?? "";
});

document.addEventListener("dragend", () => {
  dragged = undefined;
  for (const column of document.querySelectorAll(".takes")) column.classList.remove("takes");
});

document.addEventListener("htmx:after:swap", prepare);
prepare();

export {};
