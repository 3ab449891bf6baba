// The instrument: one step control moves the program, the lanes, the sentence and the picture
// together. Buttons, arrow keys and a click on a line lead to the same stops.

function bring(figure) {
  const side = figure.querySelector(".side");
  const program = figure.querySelector(".program");
  const rows = new Map([...program.querySelectorAll("tr[data-line]")].map((row) => [Number(row.dataset.line), row]));
  const stops = side.dataset.stops.split(" ").filter(Boolean).map((stop) => stop.split(":").map(Number));
  const sentences = [...side.querySelectorAll(".sentences > li")];
  const reasons = [...figure.querySelectorAll(".reasons > li")];
  const pictures = [...side.querySelectorAll(".step")];
  const [back, next] = side.querySelectorAll(".control button");
  const count = side.querySelector(".control output");
  const more = side.querySelector(".control .add");
  // The letters of the selected line for a narrow screen, and what a cell says, for who points at it.
  const chips = side.querySelector(".chips");
  const cell = document.createElement("li");
  cell.className = "cell";
  cell.setAttribute("aria-hidden", "true");
  const said = side.querySelector(".sentences");
  said?.append(cell);
  said?.setAttribute("aria-live", "polite");
  program.setAttribute("role", "grid");
  let at = Number(side.dataset.first);

  /** Goes to a stop; every part of the figure follows. */
  function go(stop) {
    at = Math.min(Math.max(stop, 0), stops.length - 1);
    const [line, picture] = stops[at];
    select(line || lastLine());
    pictures.forEach((step, number) => step.classList.toggle("shown", number === picture));
    if (!count) return;
    count.textContent = `${at + 1} of ${stops.length}`;
    back.setAttribute("aria-disabled", at === 0);
    next.setAttribute("aria-disabled", at === stops.length - 1);
  }

  /** The line that stands for the end of main: the last that has a stop. */
  function lastLine() {
    return Math.max(...stops.map(([line]) => line));
  }

  function select(line) {
    for (const [number, row] of rows) {
      row.classList.toggle("now", number === line);
      row.setAttribute("aria-selected", number === line);
    }
    tabStop(rows.get(line));
    chips?.replaceChildren(...cellsOf(rows.get(line)).map((of) => {
      const chip = document.createElement("span");
      chip.append(`${nameOf(of)} `, ...of.firstChild.cloneNode(true).childNodes);
      return chip;
    }));
    cell.textContent = "";
    for (const sentence of sentences) sentence.classList.toggle("shown", Number(sentence.dataset.line) === line);
    for (const reason of reasons) reason.classList.toggle("now", reason.dataset.lines.split(" ").includes(String(line)));
  }

  /** The cells beside a line that say something. */
  function cellsOf(row) {
    return [...row.querySelectorAll("td[aria-label]")].filter((of) => of.checkVisibility() || !of.classList.contains("more"));
  }

  /** The name over a lane. */
  function nameOf(of) {
    let row = of.parentElement;
    while (row && !row.querySelector(".name")) row = row.previousElementSibling;
    return row?.children[of.cellIndex].textContent ?? "";
  }

  /** The one part of the program that Tab leads to: a line, or a cell beside it. */
  function tabStop(part) {
    for (const other of program.querySelectorAll("[tabindex]")) other.removeAttribute("tabindex");
    part.tabIndex = 0;
  }

  /** The next stop at a line in the order of the run, or its first. */
  function stopAt(line) {
    const later = stops.findIndex(([other], number) => number > at && other === line);
    return later < 0 ? stops.findIndex(([other]) => other === line) : later;
  }

  back?.addEventListener("click", () => go(at - 1));
  next?.addEventListener("click", () => go(at + 1));
  program.addEventListener("click", ({ target }) => {
    const row = target.closest("tr[data-line]");
    const stop = row && !target.closest("button") && program.querySelector(".now") ? stopAt(Number(row.dataset.line)) : -1;
    if (stop >= 0) go(stop);
  });
  program.addEventListener("pointerover", ({ target }) => {
    cell.textContent = target.closest("td[aria-label]")?.ariaLabel ?? "";
  });
  program.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const parts = [program.querySelector("tr.now"), ...cellsOf(program.querySelector("tr.now"))];
      const part = parts[parts.indexOf(event.target) + (event.key === "ArrowRight" ? 1 : -1)];
      event.preventDefault();
      if (!part) return;
      tabStop(part);
      part.focus();
      cell.textContent = part.ariaLabel ?? "";
      return;
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    go(to);
    program.querySelector("tr.now")?.focus();
  });
  // A question is answered; the line shows why.
  figure.addEventListener("line", ({ detail }) => {
    if (stopAt(detail) >= 0) go(stopAt(detail));
  });
  more?.addEventListener("click", () => more.setAttribute("aria-pressed", figure.classList.toggle("all")));
  // While the page asks for a prediction, no line is selected.
  const outcome = figure.querySelector(":scope > .outcome");
  const begin = () => {
    if (stops.length > 0 && (!outcome || outcome.open)) go(at);
  };
  outcome?.addEventListener("toggle", begin);
  begin();
}

for (const figure of document.querySelectorAll("body:not(.whole) .instrument")) bring(figure);
// One that comes later, with the answer to an edited program.
document.addEventListener("instrument", ({ target }) => bring(target));

// What the signs mean, until the reader has read it.
document.addEventListener("click", ({ target }) => {
  if (!target.closest(".legend button")) return;
  document.documentElement.dataset.legend = "closed";
  try {
    localStorage.setItem("legend", "closed");
  } catch {
    // Closed on this page alone.
  }
});
