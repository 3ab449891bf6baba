// What the buttons at a program do: copy it, show its hidden lines, and run it on the Rust playground,
// edited or not. Nothing is sent before a button is pressed.

const PLAYGROUND = "https://play.rust-lang.org/evaluate.json";
const PATIENCE = 20_000;

// What was edited stays for this visit, page changes included.
const drafts = {
  get: (slug) => { try { return sessionStorage.getItem(slug); } catch { return null; } },
  set: (slug, text) => { try { sessionStorage.setItem(slug, text); } catch { /* Not kept then. */ } },
  drop: (slug) => { try { sessionStorage.removeItem(slug); } catch { /* Was not kept. */ } },
};

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

/** The lines of a program as it is printed: a table with a row for each, or a block of code. */
function textOf(program) {
  if (program.tagName !== "TABLE") return program.textContent;
  return [...program.querySelectorAll("th[scope='row'] > code")].map((code) => `${code.textContent}\n`).join("");
}

/** A field for a program, with the numbers of its lines. */
function makeEditor() {
  const editor = document.createElement("div");
  editor.className = "editor";
  editor.hidden = true;
  const numbers = document.createElement("div");
  numbers.setAttribute("aria-hidden", "true");
  const field = document.createElement("textarea");
  field.spellcheck = false;
  field.wrap = "off";
  field.setAttribute("aria-label", "The program, to be edited");
  editor.append(numbers, field);
  const fit = () => {
    const lines = field.value.split("\n").length;
    field.rows = lines;
    numbers.textContent = Array.from({ length: lines }, (_, line) => line + 1).join("\n");
  };
  field.addEventListener("input", fit);
  return { editor, field, fit };
}

for (const figure of document.querySelectorAll("figure.listing")) {
  const program = figure.querySelector(".program, code.language-rust");
  if (!program) continue;
  const slug = figure.id;
  const original = textOf(program).trimEnd();
  const printed = program.closest(".stage, pre") ?? program;
  const { editor, field, fit } = makeEditor();
  const output = document.createElement("pre");
  output.className = "playground";
  output.setAttribute("role", "status");
  output.hidden = true;

  const [run, edit, reset] = figure.querySelectorAll(".run-tools button");
  const isEdited = () => !editor.hidden && field.value.trimEnd() !== original;
  let runs = 0;
  run.addEventListener("click", async () => {
    runs += 1;
    const turn = runs;
    let answer;
    output.hidden = false;
    output.textContent = "Running on the playground …";
    try {
      answer = await evaluate(`${editor.hidden ? original : field.value.trimEnd()}\n`);
    } catch (error) {
      const what = error.name === "TimeoutError" ? `does not answer within ${PATIENCE / 1000} seconds` : "cannot be reached";
      let instead = `run cargo run --example ${slug} instead.`;
      if (figure.classList.contains("rejected")) instead = "what rustc says stands below.";
      if (isEdited()) instead = "what you have written was not run.";
      answer = `The playground ${what}; ${instead}`;
    }
    // An answer that comes late says nothing of the program that was sent after it.
    if (turn === runs) output.textContent = answer;
  });

  // The figure's other parts tell of the program as it was printed.
  function show(text) {
    field.value = text;
    fit();
    editor.hidden = false;
    printed.hidden = true;
    mark();
  }
  function mark() {
    reset.hidden = !isEdited();
    figure.classList.toggle("edited", isEdited());
  }
  function close() {
    editor.hidden = true;
    printed.hidden = false;
    mark();
  }
  edit.addEventListener("click", () => {
    if (editor.hidden) show(original);
    field.focus();
    field.setSelectionRange(0, 0);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!isEdited()) close();
    edit.focus();
  });
  field.addEventListener("input", () => {
    drafts.set(slug, field.value);
    mark();
  });
  reset.addEventListener("click", () => {
    drafts.drop(slug);
    runs += 1;
    output.hidden = true;
    close();
    edit.focus();
  });
  printed.after(editor, output);
  const draft = drafts.get(slug);
  if (draft !== null) show(draft);
}

// Says the outcome to who cannot see the button change.
const copied = document.createElement("p");
copied.className = "visually-hidden";
copied.setAttribute("role", "status");
document.getElementById("content").append(copied);

for (const code of document.querySelectorAll("pre:not(figure.listing > details pre, .panel details pre, .playground) > code, .program")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(textOf(code));
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not copied";
    }
    copied.textContent = button.textContent;
    setTimeout(() => {
      button.textContent = "Copy";
      copied.textContent = "";
    }, 2000);
  });
  if (code.tagName === "TABLE") code.rows[0].querySelector("th").append(button);
  else code.after(button);
}

for (const button of document.querySelectorAll(".unfold")) {
  button.addEventListener("click", () => {
    const shown = button.parentElement.classList.toggle("unfolded");
    button.setAttribute("aria-expanded", shown);
  });
}
