// Search: the engine and the index are fetched when the dialog is opened for the first time.

const dialog = document.getElementById("search");
const words = document.getElementById("search-words");
const count = document.getElementById("search-count");
const results = document.getElementById("search-results");
const { root, searchIndex, searchEngine } = document.body.dataset;
const OPTIONS = { bool: "AND", expand: true, fields: { title: { boost: 2 }, body: { boost: 1 }, breadcrumbs: { boost: 0 } } };
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
  if (index) return;
  try {
    window.search = {};
    await Promise.all([load(searchEngine), load(searchIndex)]);
    index = window.elasticlunr.Index.load(window.search.index);
    show();
  } catch {
    count.textContent = "The search index could not be loaded.";
  }
}

function show() {
  const query = words.value.trim();
  const found = index && query ? index.search(query, OPTIONS).slice(0, 20) : [];
  count.textContent = query ? `${found.length} places` : "";
  results.replaceChildren(...found.map(({ ref, doc }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = root + window.search.doc_urls[ref];
    link.textContent = doc.breadcrumbs;
    link.addEventListener("click", () => dialog.close());
    const teaser = document.createElement("p");
    teaser.textContent = excerpt(doc.body, query);
    item.append(link, teaser);
    return item;
  }));
}

function excerpt(body, query) {
  const at = body.toLowerCase().indexOf(query.toLowerCase().split(/\s+/)[0]);
  const start = Math.max(0, body.lastIndexOf(" ", Math.max(0, at - 60)));
  return body.slice(start, start + 160);
}

if (dialog) {
  document.getElementById("search-button").addEventListener("click", open);
  words.addEventListener("input", show);
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
