// Memory pictures: one step at a time, chosen with a slider, its line marked in the program and
// in the timeline.

for (const memory of document.querySelectorAll("body:not(.whole) details.memory")) {
  const control = memory.querySelector(".memory-control");
  const steps = [...memory.querySelectorAll(".step")];
  const figure = memory.closest("figure.listing");
  const pre = figure?.querySelector("pre");
  if (!control || !pre) continue;

  const slider = control.querySelector("input");
  const [back, next] = control.querySelectorAll("button");
  const mark = document.createElement("span");
  mark.className = "memory-mark";
  mark.setAttribute("aria-hidden", "true");
  mark.hidden = true;
  pre.append(mark);

  function show(number) {
    slider.value = number;
    steps.forEach((step, index) => step.classList.toggle("shown", index === number - 1));
    const step = steps[number - 1];
    const count = `${number} of ${steps.length}`;
    control.querySelector("output").textContent = count;
    slider.setAttribute("aria-valuetext", `${count}: ${step.querySelector("figcaption").textContent}`);
    back.setAttribute("aria-disabled", number === 1);
    next.setAttribute("aria-disabled", number === steps.length);
    markLine(Number(step.dataset.line));
  }

  function move(by) {
    show(Math.min(Math.max(Number(slider.value) + by, 1), steps.length));
  }

  function markLine(line) {
    // An edited program has other lines than the one that ran.
    mark.hidden = line === 0 || !memory.open || figure.classList.contains("edited");
    for (const row of figure.querySelectorAll(".timeline tbody tr")) {
      row.classList.toggle("now", !mark.hidden && Number(row.cells[0].textContent) === line);
    }
    const code = pre.querySelector("code");
    const style = getComputedStyle(code);
    const height = parseFloat(style.lineHeight);
    const top = code.getBoundingClientRect().top - pre.getBoundingClientRect().top;
    mark.style.top = `${top + parseFloat(style.paddingTop) + (line - 1) * height}px`;
    mark.style.height = `${height}px`;
  }

  slider.addEventListener("input", () => move(0));
  back.addEventListener("click", () => move(-1));
  next.addEventListener("click", () => move(1));
  memory.addEventListener("toggle", () => move(0));
  figure.addEventListener("edited", () => move(0));
  // A question is answered; the step shows why.
  figure.addEventListener("line", ({ detail }) => {
    const index = steps.findIndex((step) => Number(step.dataset.line) === detail);
    if (index >= 0) show(index + 1);
  });
  // A browser that comes back to the page may have kept the slider's place.
  addEventListener("pageshow", () => move(0));
  move(0);
}
