// What is done with a program of the page: it is run, edited, and looked at anew. Where `cargo run`
// serves the book, this computer answers; elsewhere the Rust playground runs it, and nothing more.
// Fetched when a button at a program is pressed for the first time.

const PLAYGROUND = "https://play.rust-lang.org/evaluate.json";
const PATIENCE = 20_000;
// How long after the last key an edited program is looked at, in milliseconds.
const PAUSE = 250;
export const MORE = "Run the book with cargo run, and this computer answers, also with lanes and memory, and offline.";

const { root } = document.body.dataset;
/** Whether `cargo run` serves this page. */
const mark = document.querySelector("meta[name='served']");
export const served = mark !== null;
// What this system cannot keep a program from; the reader is told before the first one runs.
const unconfined = mark?.content ?? "";
let isTold = unconfined === "";
// How often this page has asked.
let turn = 0;

/** What tells one who asks from all others; a newer question of the same takes the place of an older. */
const newcomer = () => crypto.randomUUID?.() ?? String(Math.random());

// What was edited stays for this visit, reloads and page changes included.
export const drafts = {
  get: (slug) => { try { return sessionStorage.getItem(slug); } catch { return null; } },
  set: (slug, text) => { try { sessionStorage.setItem(slug, text); } catch { /* Not kept then. */ } },
  drop: (slug) => { try { sessionStorage.removeItem(slug); } catch { /* Was not kept. */ } },
};

/** The keys that addresses have brought, the newest first. */
function keys() {
  try {
    return [localStorage.getItem("key"), localStorage.getItem("key-before")].filter(Boolean);
  } catch {
    return [];
  }
}

/** Whether an address has brought a key. */
export const mayAsk = () => keys().length > 0;

/** Asks this computer, for one on the page; yields each bit of the answer as it comes. */
export async function* ask(page, what, question, signal) {
  turn += 1;
  let response;
  for (const key of [...keys(), ""]) {
    response = await fetch(new URL(`${root}live/${what}`, document.baseURI), {
      method: "POST",
      headers: { "Content-Type": "application/json", "Book-Key": key },
      body: JSON.stringify({ page, turn, to_root: root, ...question }),
      signal,
    });
    if (response.status !== 401) break;
  }
  if (!response.ok) throw new Error((await response.text()).trim());
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (text + value).split("\n");
    text = lines.pop();
    for (const line of lines) yield JSON.parse(line);
  }
}

/** Why nothing was answered, for a reader. */
export function complaint(error) {
  return error instanceof TypeError ? "The book is not served any longer; start it again with cargo run." : error.message;
}

/** What the playground says of a program. */
async function evaluate(code) {
  const response = await fetch(PLAYGROUND, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ version: "stable", optimize: "0", edition: "2024", code }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Error(response.statusText);
  const { result, error } = await response.json();
  return `From the playground:\n${(result || error || "").trimEnd() || "The program prints nothing."}`;
}

/** Text as it stands in HTML. */
function escaped(text) {
  const made = document.createElement("p");
  made.textContent = text;
  return made.innerHTML;
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Does it at once, or when the reader knows what this system cannot keep a program from. */
export function whenTold(box, then) {
  if (isTold) return then();
  box.querySelector(".stranger")?.remove();
  const note = element("p", "stranger", `A program runs here with limits on time and memory, but ${unconfined}. `);
  const button = element("button", "", "Go on");
  button.type = "button";
  button.addEventListener("click", () => {
    isTold = true;
    for (const other of document.querySelectorAll(".ran > .stranger, .looked > .stranger")) other.remove();
    then();
  });
  note.append(button);
  box.prepend(note);
  box.hidden = false;
}

/** Runs programs and shows what they print, one at a time. */
export function makeOutput() {
  const page = newcomer();
  const box = element("div", "ran");
  box.hidden = true;
  const stop = element("button", "stop", "Stop");
  stop.type = "button";
  const how = element("p", "how");
  how.setAttribute("role", "status");
  const asked = element("label", "input", "What the program reads: ");
  const input = element("textarea", "");
  input.rows = 3;
  input.spellcheck = false;
  asked.append(input);
  const printed = element("pre", "playground");
  printed.tabIndex = 0;
  printed.setAttribute("aria-label", "What the program prints");
  box.append(asked, stop, how, printed);
  let running;
  stop.addEventListener("click", () => running?.abort());

  function begin(program) {
    running?.abort();
    running = new AbortController();
    box.hidden = false;
    asked.hidden = !served || !/\bstdin\b|\binput\(|\bScanner\b/.test(program);
    box.classList.remove("old");
    printed.replaceChildren();
    printed.hidden = true;
    return running;
  }

  async function here(program, language, expected) {
    const run = begin(program);
    how.textContent = "Compiling …";
    stop.hidden = false;
    let hasEnded = false;
    try {
      for await (const said of ask(page, "run", { program, language, input: input.value }, run.signal)) {
        if (run !== running) return;
        if (said === "started") how.textContent = "Running …";
        if (said.messages) {
          printed.innerHTML = said.messages.html;
          printed.hidden = false;
        }
        if (said.output) {
          printed.append(element("span", said.output.errors ? "errors" : "", said.output.text));
          printed.hidden = false;
        }
        if (said.ended) {
          how.textContent = said.ended.text;
          // The same words twice would be read twice.
          printed.hidden = printed.textContent.trimEnd() === expected;
          if (printed.hidden && expected) how.textContent += " It printed what stands below.";
        }
        hasEnded ||= said.ended !== undefined;
      }
      if (run === running && !hasEnded) how.textContent = "Stopped.";
    } catch (error) {
      if (run !== running) return;
      how.textContent = run.signal.aborted ? "Stopped." : complaint(error);
    }
    if (run === running) stop.hidden = true;
  }

  async function there(program, instead) {
    const run = begin(program);
    how.textContent = "Running on the playground …";
    stop.hidden = true;
    let answer;
    try {
      answer = await evaluate(program);
    } catch (error) {
      const what = error.name === "TimeoutError" ? `does not answer within ${PATIENCE / 1000} seconds` : "cannot be reached";
      answer = `The playground ${what}; ${instead}`;
    }
    // An answer that comes late says nothing of the program that was sent after it.
    if (run !== running) return;
    how.textContent = MORE;
    printed.textContent = answer;
    printed.hidden = false;
  }

  return {
    box,
    /** Runs a program; `expected` is what the page shows of its output, `instead` what helps where nobody answers. */
    run: (program, language, instead, expected = "") => (served ? whenTold(box, () => here(program, language, expected)) : there(program, instead)),
    /** The text has changed since. */
    age() {
      running?.abort();
      box.classList.add("old");
    },
    end() {
      running?.abort();
      running = undefined;
      box.hidden = true;
    },
  };
}

/** Looks at programs and shows rustc's messages, the lanes and the memory of the newest text. */
export function makeAnswer(onProblems) {
  const page = `asked-${newcomer()}`;
  const box = element("div", "looked");
  box.hidden = true;
  const how = element("p", "how");
  how.setAttribute("role", "status");
  const messages = element("div", "messages");
  const figure = element("div", "");
  figure.id = page;
  const questions = element("div", "questions");
  const askedHow = element("p", "how");
  askedHow.setAttribute("role", "status");
  questions.append(askedHow);
  box.append(questions, how, messages, figure);
  // While the reader is asked, nothing gives the answers away.
  const isAsking = () => box.classList.contains("asking");
  let problems = [];
  const mark = (found) => {
    problems = found;
    onProblems(isAsking() ? [] : found);
  };
  const endAsking = () => {
    box.classList.remove("asking");
    mark(problems);
  };
  figure.addEventListener("answered", endAsking);
  let asking;
  let looking;
  let waiting;

  async function look(program) {
    const look = new AbortController();
    looking = look;
    if (!how.textContent) how.textContent = "Compiling …";
    let isTold = false;
    let isWhole = false;
    try {
      for await (const said of ask(page, "look", { program }, look.signal)) {
        if (look !== looking) return;
        if (said.messages) told(said.messages);
        if (said.figure) drawn(said.figure);
        // Without a word of rustc, what is there is of an older text.
        if (said.missing) (isTold ? missing : none)(said.missing.html);
        isTold ||= said.messages !== undefined;
        isWhole = said.figure !== undefined || said.missing !== undefined;
      }
      if (look !== looking) return;
      box.classList.remove("drawing");
      if (!isWhole) none("Stopped.");
    } catch (error) {
      if (look === looking) none(escaped(complaint(error)));
    }
  }

  /** There is no answer, and why. */
  function none(html) {
    box.classList.remove("old", "drawing");
    how.innerHTML = html;
    messages.replaceChildren();
    figure.replaceChildren();
    figure.className = "";
    mark([]);
  }

  function told({ errors, problems, html }) {
    box.classList.remove("old");
    box.classList.add("drawing");
    figure.classList.add("old");
    how.textContent = errors === 0 ? "It compiles." : `It does not compile: ${errors} error${errors === 1 ? "" : "s"}.`;
    messages.innerHTML = html;
    mark(problems);
  }

  function drawn({ html, classes }) {
    // The reader stays at the line.
    const line = figure.querySelector("tr.now")?.dataset.line;
    figure.className = `drawn ${classes}`;
    figure.innerHTML = html;
    if (classes.includes("instrument")) {
      figure.dispatchEvent(new CustomEvent("instrument", { bubbles: true }));
      if (line) figure.dispatchEvent(new CustomEvent("line", { detail: Number(line) }));
    }
  }

  /** There is no figure, or no memory in it, and why. */
  function missing(html) {
    if (figure.classList.contains("old")) figure.replaceChildren();
    figure.classList.remove("old");
    how.innerHTML = how.textContent ? `${how.innerHTML} ${html}` : html;
  }

  /** Asks the reader about a program, and shows it when all is answered. */
  async function question(program) {
    const mine = new AbortController();
    asking = mine;
    box.hidden = false;
    box.classList.add("asking");
    mark(problems);
    questions.replaceChildren(askedHow);
    askedHow.textContent = "Looking for questions …";
    const end = (why) => {
      askedHow.innerHTML = why;
      endAsking();
    };
    try {
      for await (const said of ask(page, "questions", { program }, mine.signal)) {
        if (mine !== asking) return;
        if (said.missing) return end(`There is nothing to ask: ${said.missing.html}`);
        const made = element("div", "");
        made.innerHTML = said.questions.html;
        questions.append(made);
        made.dispatchEvent(new CustomEvent("questions", { bubbles: true }));
        const count = made.querySelectorAll(".question").length;
        askedHow.textContent = `${count} question${count === 1 ? "" : "s"}, one after the other; then what rustc says, the lanes and the pictures open.`;
        made.querySelector("input")?.focus();
      }
      if (mine === asking) look(program);
    } catch (error) {
      if (mine === asking) end(escaped(complaint(error)));
    }
  }

  return {
    box,
    ask: (program) => whenTold(box, () => question(program)),
    /** Looks at a program, now or when the reader pauses. */
    look(program, now) {
      asking?.abort();
      asking = undefined;
      questions.replaceChildren(askedHow);
      askedHow.textContent = "";
      endAsking();
      // An answer to an older text is not wanted any longer.
      looking?.abort();
      looking = undefined;
      box.hidden = false;
      box.classList.add("old");
      box.classList.remove("drawing");
      clearTimeout(waiting);
      waiting = setTimeout(() => whenTold(box, () => look(program)), now ? 0 : PAUSE);
    },
    end() {
      clearTimeout(waiting);
      asking?.abort();
      asking = undefined;
      looking?.abort();
      looking = undefined;
      questions.replaceChildren(askedHow);
      box.classList.remove("asking");
      box.hidden = true;
      figure.replaceChildren();
      figure.className = "";
    },
  };
}

/** The program beside these buttons, with what its buttons do; `textOf` reads it as it is printed. */
export function makeProgram(tools, textOf) {
  const [, edit, reset] = tools.querySelectorAll("button");
  const { slug, language } = tools.dataset;
  const whole = tools.closest("figure");
  const part = tools.closest(".panel") ?? whole;
  const program = part.querySelector(".program, pre > code");
  const original = textOf(program).trimEnd();
  const printed = program.closest(".stage, pre") ?? program;
  const output = makeOutput();
  printed.after(output.box);
  let editing;

  const text = () => (editing ? editing.editor.value : original).trimEnd();
  const isEdited = () => text() !== original;

  function mark() {
    reset.hidden = !isEdited();
    whole.classList.toggle("edited", isEdited());
    for (const change of whole.querySelectorAll(".what-if button")) change.ariaPressed = change.value === text();
  }

  async function open(draft) {
    const { makeEditor } = await import("{{ resource "theme/live/editor.js" }}");
    if (editing) return;
    const editor = makeEditor({ text: draft, original, label: "The program, to be edited" });
    const answer = makeAnswer((problems) => editor.setProblems(problems));
    const askMe = element("button", "ask", "Ask me");
    askMe.type = "button";
    askMe.setAttribute("aria-label", `Ask me about ${slug}`);
    askMe.hidden = !served;
    askMe.addEventListener("click", () => answer.ask(`${text()}\n`));
    tools.append(askMe);
    editing = { editor, answer, askMe };
    whole.classList.add("editing");
    printed.hidden = true;
    printed.after(editor.element, answer.box, output.box);
    editor.onInput(() => {
      drafts.set(slug, editor.value);
      mark();
      output.age();
      if (served) answer.look(editor.value);
    });
    if (served && isEdited()) answer.look(editor.value, true);
    mark();
  }

  function close() {
    editing.answer.end();
    editing.answer.box.remove();
    editing.editor.destroy();
    editing.askMe.remove();
    editing = undefined;
    whole.classList.remove("editing");
    printed.hidden = false;
    mark();
    edit.focus();
  }

  return {
    run() {
      let instead = `run cargo run --example ${slug} instead.`;
      if (whole.classList.contains("rejected")) instead = "what rustc says stands below.";
      if (isEdited()) instead = "what you have written was not run: save it as edited.rs, then rustc --edition 2024 edited.rs compiles it.";
      const shown = isEdited() ? null : part.querySelector(".output code");
      const expected = shown?.checkVisibility() ? shown.textContent.trimEnd() : undefined;
      return output.run(`${text()}\n`, language, instead, expected);
    },
    async edit() {
      await open(drafts.get(slug) ?? original);
      editing.editor.field.setSelectionRange(0, 0);
      editing.editor.focus();
    },
    /** Tries a change that the page proposes; Ctrl-Z leads back. */
    async try(changed) {
      await open(text());
      editing.editor.replace(changed);
    },
    async restore() {
      await open(drafts.get(slug));
    },
    reset() {
      drafts.drop(slug);
      output.end();
      if (editing) close();
    },
  };
}
