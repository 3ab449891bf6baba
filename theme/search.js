// Search: the engine and the index are fetched when the dialog is opened for the first time.

const dialog = document.getElementById("search");
const words = document.getElementById("search-words");
const count = document.getElementById("search-count");
const results = document.getElementById("search-results");
const { root, searchIndex, searchEngine } = document.body.dataset;
const OPTIONS = { bool: "AND", expand: true, fields: { title: { boost: 2 }, body: { boost: 1 }, breadcrumbs: { boost: 0 } } };
const MOST = 20;
let index;

function load(path) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = path;
    script.onload = resolve;
    script.onerror = () => reject(new Error(path));
    document.head.append(script);
  });
}

async function open() {
  dialog.showModal();
  words.focus();
  words.select();
  if (index) return;
  try {
    window.search = {};
    count.textContent = "Loading the index …";
    await Promise.all([load(searchEngine), load(searchIndex)]);
    index = window.elasticlunr.Index.load(window.search.index);
    show();
  } catch {
    count.textContent = "The search index could not be loaded.";
  }
}

function show() {
  if (!index) return;
  const query = words.value.trim();
  const found = query ? index.search(query, OPTIONS) : [];
  const shown = found.slice(0, MOST);
  const places = found.length === 1 ? "1 place" : `${found.length} places`;
  count.textContent = query ? (found.length > MOST ? `The first ${MOST} of ${places}` : places) : "";
  results.scrollTop = 0;
  results.replaceChildren(...shown.map(({ ref, doc }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = root + window.search.doc_urls[ref];
    // A page's first section has the page's name twice.
    link.textContent = doc.breadcrumbs.split(" » ").filter((part, at, parts) => part !== parts[at - 1]).join(" » ");
    link.addEventListener("click", () => dialog.close());
    const teaser = document.createElement("p");
    teaser.append(...excerpt(doc.body, query));
    item.append(link, teaser);
    return item;
  }));
}

/** Some words around the first that is found, those that are found marked. */
function excerpt(body, query) {
  const pattern = new RegExp(`(${query.split(/\s+/).map((word) => word.replace(/[^\p{L}\p{N}_]/gu, "\\$&")).join("|")})`, "iu");
  const start = Math.max(0, body.lastIndexOf(" ", Math.max(0, body.search(pattern) - 60)));
  const text = body.slice(start, start + 160).replace(/\s\S*$/u, "").trim();
  const parts = `${start > 0 ? "… " : ""}${text} …`.split(new RegExp(pattern, "giu"));
  return parts.map((part, at) => {
    if (at % 2 === 0) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
}

if (dialog) {
  document.getElementById("search-button").addEventListener("click", open);
  words.addEventListener("input", show);
  // A click beside the dialog falls on the dialog's own backdrop.
  dialog.addEventListener("click", (event) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const beside = event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom;
    if (event.target === dialog && beside) dialog.close();
  });
  words.addEventListener("keydown", (event) => {
    // A browser would first empty the field and close the dialog at the second press.
    if (event.key === "Escape") dialog.close();
    if (event.key !== "Enter" && event.key !== "ArrowDown") return;
    event.preventDefault();
    results.querySelector("a")?.focus();
  });
  results.addEventListener("keydown", (event) => {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const item = step && event.target.closest("li")?.[step];
    if (!step) return;
    event.preventDefault();
    (item?.querySelector("a") ?? words).focus();
  });
  addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (plain && (event.key === "/" || event.key === "s") && !event.target.closest("input, select, textarea, dialog, [contenteditable]")) {
      event.preventDefault();
      open();
    }
  });
}
