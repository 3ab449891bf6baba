// The bar above the page: contents, print, theme, and the keys.

const root = document.documentElement;
const sidebar = document.getElementById("sidebar");
const sidebarButton = document.getElementById("sidebar-button");
const themeChoice = document.getElementById("theme-choice");

// On a narrow screen the contents lie over the page.
function showContents(open) {
  sidebar.classList.toggle("open", open);
  for (const below of document.querySelectorAll("main, .turn")) below.inert = open;
  sidebarButton.setAttribute("aria-expanded", open);
  if (!open) return;
  // The page below stays where it is.
  const link = sidebar.querySelector("[aria-current], a");
  link.focus({ preventScroll: true });
  sidebar.scrollTop = link.offsetTop - sidebar.clientHeight / 2;
}

// On a wide one they stand beside it.
matchMedia("(min-width: 70rem)").addEventListener("change", () => showContents(false));
sidebarButton.addEventListener("click", () => showContents(!sidebar.classList.contains("open")));
sidebar.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !sidebar.classList.contains("open")) return;
  showContents(false);
  sidebarButton.focus({ preventScroll: true });
});
sidebar.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && relatedTarget !== sidebarButton && !sidebar.contains(relatedTarget)) showContents(false);
});

// On the page that holds all others; elsewhere a link leads there.
document.getElementById("print-button")?.addEventListener("click", () => print());

// A page that comes back from the browser's memory, or stands in another tab, follows the choice.
function showTheme() {
  let theme = root.dataset.theme;
  try {
    theme = localStorage.getItem("theme");
  } catch {
    // Without storage the choice holds for this page.
  }
  root.dataset.theme = theme === "light" || theme === "dark" ? theme : "auto";
  themeChoice.value = root.dataset.theme;
}

showTheme();
addEventListener("pageshow", showTheme);
addEventListener("storage", showTheme);
themeChoice.addEventListener("change", () => {
  root.dataset.theme = themeChoice.value;
  try {
    localStorage.setItem("theme", themeChoice.value);
  } catch {
    // Not remembered then.
  }
});

// What a reader has chosen or read is kept in this browser alone.
function kept(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Not remembered then.
  }
}

// A page whose end has been in sight is read; the first page leads to the one after the last of them.
const links = [...sidebar.querySelectorAll(".contents a:not(.sections a)")];
const nameOf = (link) => link.getAttribute("href").slice(document.body.dataset.root.length);
const here = links.find((link) => link.ariaCurrent);
const read = new Set([kept("read", [])].flat().map(String));
for (const link of links) link.toggleAttribute("data-read", read.has(nameOf(link)));
const last = kept("last-read", null);
const following = links[links.findIndex((link) => nameOf(link) === last) + 1];
if (here === links[0] && following && following !== here) {
  const link = document.getElementById("continue");
  link.href = following.href;
  link.title = following.textContent;
  link.hidden = false;
}
if (here) {
  new IntersectionObserver(([end], observer) => {
    if (!end.isIntersecting) return;
    observer.disconnect();
    here.setAttribute("data-read", "");
    read.add(nameOf(here));
    keep("read", [...read]);
    keep("last-read", nameOf(here));
  }).observe(document.querySelector(".turn"));
}

// Whoever reads one task in Java reads the next in Java, too.
const tabs = [...document.querySelectorAll(".tabs > input")];
const languageOf = (tab) => tab.labels[0]?.textContent;
function showLanguage(language) {
  for (const tab of tabs) if (languageOf(tab) === language) tab.checked = true;
}
showLanguage(kept("language", null));
for (const tab of tabs) {
  tab.addEventListener("change", () => {
    const { top } = tab.labels[0].getBoundingClientRect();
    showLanguage(languageOf(tab));
    // What is above may have grown; what was clicked stays where it is.
    scrollBy({ top: tab.labels[0].getBoundingClientRect().top - top, behavior: "instant" });
    keep("language", languageOf(tab));
  });
}

addEventListener("keydown", (event) => {
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
  // What a figure has done with a key is done.
  if (!plain || event.defaultPrevented || event.target.closest("input, select, textarea, button, summary, label, dialog, pre, [tabindex='0'], [contenteditable]")) return;
  const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  document.querySelector(`.turn [rel="${rel}"]`)?.click();
});

sidebar.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });

// What scrolls can be scrolled by keyboard; an observer is told once all is laid out.
const scrolling = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const box of document.querySelectorAll("pre > code, .table-wrapper, .memory")) scrolling.observe(box);
