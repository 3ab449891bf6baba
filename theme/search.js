// Search: what finds, and the index, are fetched when the dialog is opened for the first time, or
// when a message is put into the field of the page for it.

const dialog = document.getElementById("search");
const button = document.getElementById("search-button");
const words = document.getElementById("search-words");
const results = document.getElementById("search-results");
const field = document.getElementById("paste");
const { root } = document.body.dataset;
// A field of one line takes no message of several; what was pasted is kept beside it.
let pasted;
let answering;

async function answer(text, count, list) {
  try {
    answering ??= import(new URL(`${button.dataset.engine}answers.js`, document.baseURI)).then(({ answers }) => answers(root));
    if (text() && !list.hasChildNodes()) count.textContent = "Loading the index …";
    const find = await answering;
    const { told, items } = find(text());
    count.textContent = told;
    list.replaceChildren(...items);
  } catch {
    answering = undefined;
    count.textContent = "The search index could not be loaded.";
  }
}

async function show() {
  await answer(() => pasted ?? words.value, document.getElementById("search-count"), results);
  results.scrollTop = 0;
}

function open() {
  dialog.showModal();
  words.focus();
  words.select();
  return show();
}

if (button) {
  button.addEventListener("click", open);
  words.addEventListener("input", () => {
    pasted = undefined;
    show();
  });
  words.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain").trim();
    if (!text.includes("\n")) return;
    event.preventDefault();
    pasted = text;
    words.value = text.split("\n").find((line) => /error/u.test(line))?.trim() ?? text.split("\n")[0];
    show();
  });
  // A click beside the dialog falls on the dialog's own backdrop.
  dialog.addEventListener("click", (event) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const beside = event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom;
    if (event.target.closest("#search-results a") || (event.target === dialog && beside)) dialog.close();
  });
  words.addEventListener("keydown", (event) => {
    // A browser would first empty the field and close the dialog at the second press.
    if (event.key === "Escape") dialog.close();
    if (event.key !== "Enter" && event.key !== "ArrowDown") return;
    event.preventDefault();
    const first = results.querySelector("a");
    if (event.key === "Enter") first?.click();
    else first?.focus();
  });
  results.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const links = [...results.querySelectorAll("a")];
    (links[links.indexOf(event.target) + step] ?? (step < 0 ? words : event.target)).focus();
  });
  addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (plain && (event.key === "/" || event.key === "s") && !event.target.closest("input, select, textarea, dialog, [contenteditable]")) {
      event.preventDefault();
      open();
    }
  });
  const read = () => answer(() => field.value, document.getElementById("paste-count"), document.getElementById("paste-results"));
  field?.addEventListener("input", read);
  // A browser that comes back to the page has kept what was pasted.
  addEventListener("pageshow", () => field?.value && read());
}
