// The bar above the page: contents, theme, and the keys.

const root = document.documentElement;
const sidebar = document.getElementById("sidebar");
const sidebarButton = document.getElementById("sidebar-button");
const themeChoice = document.getElementById("theme-choice");

sidebarButton.addEventListener("click", () => {
  const open = sidebar.classList.toggle("open");
  sidebarButton.setAttribute("aria-expanded", open);
});

themeChoice.value = root.dataset.theme || "auto";
themeChoice.addEventListener("change", () => {
  root.dataset.theme = themeChoice.value;
  try {
    localStorage.setItem("theme", themeChoice.value);
  } catch {
    // Without storage the choice holds for this page.
  }
});

addEventListener("keydown", (event) => {
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
  if (!plain || event.target.closest("input, select, textarea, dialog, pre, [tabindex='0'], [contenteditable]")) return;
  const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  document.querySelector(`.turn [rel="${rel}"]`)?.click();
});

sidebar.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });

// What scrolls can be scrolled by keyboard; an observer is told once all is laid out.
const scrolling = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const box of document.querySelectorAll("pre > code, .table-wrapper")) scrolling.observe(box);
