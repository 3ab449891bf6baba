// Questions: answered where they stand. What was missed is kept in this browser, and comes again.

const KEY = "questions";
const DAY = 24 * 60 * 60 * 1000;
// How many days later a missed question comes again, each time it was answered right.
const DAYS = [0, 1, 3, 8, 21];

// What was missed, by the question's name: how often it was right since, and when it is due.
const kept = {
  read() {
    try {
      return checked(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
    } catch {
      return {};
    }
  },
  write(missed) {
    try {
      if (Object.keys(missed).length) localStorage.setItem(KEY, JSON.stringify(missed));
      else localStorage.removeItem(KEY);
    } catch {
      // Not remembered then.
    }
  },
};

/** What somebody imports may be anything; what is no missed question is left out. */
function checked(missed) {
  const entries = Object.entries(Object(missed));
  return Object.fromEntries(entries.filter(([, it]) => DAYS[it?.step] !== undefined && Number.isFinite(it?.due)).map(([id, { step, due }]) => [id, { step, due }]));
}

function remember(id, right) {
  const missed = kept.read();
  if (!right) missed[id] = { step: 0, due: Date.now() };
  else if (missed[id]?.due <= Date.now()) {
    const step = missed[id].step + 1;
    if (step < DAYS.length) missed[id] = { step, due: Date.now() + DAYS[step] * DAY };
    else delete missed[id];
  } else return;
  kept.write(missed);
}

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** What the answer at the end of the page says, as a copy. */
function said(answer, selector) {
  const found = answer.querySelector(selector);
  return found ? [...found.childNodes].map((node) => node.cloneNode(true)) : [];
}

const answered = new Set();

/** Lets a question be answered. */
function bring(section) {
  const form = section.querySelector("form");
  const told = section.querySelector(".told");
  const answer = document.getElementById(`${section.id}-answer`);
  const groups = [...form.querySelectorAll("fieldset")].map((fieldset) => [...fieldset.querySelectorAll("input")]);
  // Questions about a program of the reader's own are asked once.
  const isKept = !section.closest(".looked");
  let first = true;

  const right = (input) => "right" in input.dataset;
  const wrongly = (input) => input.checked !== right(input);

  function mark(inputs) {
    for (const input of groups.flat()) delete input.closest("label").dataset.mark;
    for (const input of inputs) input.closest("label").dataset.mark = right(input) ? "right" : "wrong";
  }

  /** The sentences for what was chosen and is wrong. */
  function reasons() {
    return groups.flatMap((inputs, number) => inputs.flatMap((input, option) => {
      if (!input.checked || right(input)) return [];
      const reason = said(answer, `[data-option="${number}-${option}"]`);
      if (reason.length === 0) return [];
      const paragraph = element("p", "");
      paragraph.append(...reason);
      return [paragraph];
    }));
  }

  function tell(word, className, ...more) {
    const verdict = element("p", "");
    verdict.append(element("strong", word, className), " ");
    const [sentence] = more;
    if (sentence?.tagName === "P") {
      verdict.append(...sentence.childNodes);
      more.shift();
    }
    told.replaceChildren(verdict, ...more);
  }

  function because() {
    const paragraph = element("p", "");
    paragraph.append(...said(answer, ".because"));
    return paragraph;
  }

  function others() {
    const list = answer.querySelector("dl");
    if (!list) return [];
    const details = element("details", "");
    details.append(element("summary", "What is to be said of each option"), list.cloneNode(true));
    return [details];
  }

  /** Nothing is left to be given away: the figure opens, at the step that shows why. */
  function done() {
    answered.add(section);
    section.classList.add("answered");
    const figure = document.getElementById(section.dataset.about);
    const asked = document.querySelectorAll(`.question[data-about="${section.dataset.about}"]`);
    if (!figure || [...asked].some((other) => !answered.has(other))) return;
    for (const details of figure.querySelectorAll(":scope > details")) details.open = true;
    const line = [section, ...asked].map((other) => other.dataset.line).find((line) => line !== undefined);
    figure.dispatchEvent(new CustomEvent("answered"));
    if (line === undefined) return;
    figure.dispatchEvent(new CustomEvent("line", { detail: Number(line) }));
  }

  function next() {
    const due = Object.entries(kept.read()).filter(([, { due }]) => due <= Date.now()).length;
    const list = document.querySelector("#sidebar a[href$='questions-to-come-back-to.html']");
    if (!due || !list) return [];
    const paragraph = element("p", "");
    const link = element("a", due === 1 ? "1 question to come back to" : `${due} questions to come back to`);
    link.href = list.href;
    paragraph.append(link);
    return [paragraph];
  }

  function show() {
    if (first && isKept) remember(section.id, false);
    first = false;
    for (const input of groups.flat()) input.checked = right(input);
    mark(groups.flat().filter(right));
    const none = groups.flat().some(right) ? [] : [element("p", "None of them is right.")];
    tell("The answer:", "", because(), ...none, ...others(), ...next());
    done();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const open = groups.some((inputs) => inputs[0].type === "radio" && !inputs.some((input) => input.checked));
    if (open) {
      told.replaceChildren(element("p", groups.length > 1 ? "Choose one option in each part." : "Choose an option."));
      return;
    }
    const wrong = groups.flat().some(wrongly);
    if (first && isKept) remember(section.id, !wrong);
    first = false;
    mark(groups.flat().filter((input) => input.checked));
    if (!wrong) {
      tell("Right.", "verdict-right", because(), ...others(), ...next());
      done();
      return;
    }
    const missing = groups.some((inputs) => inputs[0].type === "checkbox" && inputs.some((input) => right(input) && !input.checked));
    const sentences = [...reasons(), ...(missing ? [element("p", "Something that is right is not chosen.")] : [])];
    if (sentences.length === 0) sentences.push(element("p", "Look again."));
    const button = element("button", "Show the answer");
    button.type = "button";
    button.addEventListener("click", () => {
      form.querySelector("button").focus();
      show();
    });
    tell("Not so.", "verdict-wrong", ...sentences, button);
  });

  form.addEventListener("change", () => {
    mark([]);
    told.replaceChildren();
  });
}

document.querySelectorAll("body:not(.whole) .question").forEach(bring);
// Where a reader asks for some.
document.addEventListener("questions", ({ target }) => target.querySelectorAll(".question").forEach(bring));

// Lists of questions: those that are due, or of this part.
const lists = document.querySelectorAll("body:not(.whole) [data-questions]");

function list() {
  const missed = kept.read();
  for (const list of lists) {
    const ofPart = list.dataset.questions === "part";
    const items = [...list.querySelectorAll("[data-question]")];
    if (!ofPart) {
      // What no page asks any more is dropped.
      const there = new Set(items.map((item) => item.dataset.question));
      kept.write(Object.fromEntries(Object.entries(missed).filter(([id]) => there.has(id))));
    }
    for (const item of items) {
      const it = missed[item.dataset.question];
      item.hidden = !it || (ofPart ? it.step > 0 : it.due > Date.now());
    }
    for (const group of list.querySelectorAll("[data-page]")) group.hidden = !group.querySelector("[data-question]:not([hidden])");
    const some = items.some((item) => !item.hidden);
    if (ofPart) list.hidden = !some;
    else list.querySelector(".none-due").hidden = some;
    list.classList.add("told-apart");
  }
}

const tools = document.querySelector(".kept");
if (tools) {
  const [save, load, wipe] = tools.querySelectorAll("button");
  const file = tools.querySelector("input");
  const output = tools.querySelector("output");
  save.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(kept.read(), null, 2)], { type: "application/json" }));
    link.download = "questions.json";
    link.click();
    URL.revokeObjectURL(link.href);
    output.textContent = "Saved as questions.json.";
  });
  load.addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    try {
      const missed = checked(JSON.parse(await file.files[0].text()));
      kept.write({ ...kept.read(), ...missed });
      output.textContent = `${Object.keys(missed).length} questions are read from the file.`;
    } catch {
      output.textContent = "This file was not saved here; nothing is changed.";
    }
    file.value = "";
    list();
  });
  wipe.addEventListener("click", () => {
    if (!confirm("Forget which questions were missed?")) return;
    kept.write({});
    output.textContent = "Forgotten.";
    list();
  });
}

list();
addEventListener("pageshow", list);
