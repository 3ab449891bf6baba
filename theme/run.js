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

for (const figure of document.querySelectorAll("figure.listing")) {
  const code = figure.querySelector("code.language-rust");
  if (!code) continue;
  const slug = figure.id;
  const original = code.innerHTML;
  const output = document.createElement("pre");
  output.className = "playground";
  output.setAttribute("role", "status");
  output.hidden = true;

  const [run, edit, reset] = figure.querySelectorAll(".run-tools button");
  let runs = 0;
  run.addEventListener("click", async () => {
    runs += 1;
    const turn = runs;
    let answer;
    output.hidden = false;
    output.textContent = "Running on the playground …";
    try {
      answer = await evaluate(code.textContent);
    } catch (error) {
      const rejected = figure.classList.contains("rejected");
      const what = error.name === "TimeoutError" ? `does not answer within ${PATIENCE / 1000} seconds` : "cannot be reached";
      answer = `The playground ${what}; ` +
        (rejected ? "what rustc says stands below." : `run cargo run --example ${slug} instead.`);
    }
    // An answer that comes late says nothing of the program that was sent after it.
    if (turn === runs) output.textContent = answer;
  });

  // The figure's other parts tell of the program as it was printed.
  function mark(edited) {
    reset.hidden = !edited;
    figure.classList.toggle("edited", edited);
    figure.dispatchEvent(new Event("edited"));
  }
  function leave() {
    for (const name of ["contenteditable", "role", "aria-multiline", "aria-label"]) code.removeAttribute(name);
    edit.focus();
  }
  edit.addEventListener("click", () => {
    code.contentEditable = "plaintext-only";
    code.spellcheck = false;
    code.setAttribute("role", "textbox");
    code.setAttribute("aria-multiline", "true");
    code.setAttribute("aria-label", "The program, to be edited");
    code.focus();
  });
  code.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
  });
  code.addEventListener("input", () => {
    drafts.set(slug, code.textContent);
    mark(true);
  });
  reset.addEventListener("click", () => {
    drafts.drop(slug);
    code.innerHTML = original;
    runs += 1;
    output.hidden = true;
    leave();
    mark(false);
  });
  const draft = drafts.get(slug);
  if (draft !== null) {
    code.textContent = draft;
    mark(true);
  }

  code.closest("pre").after(output);
}

// Says the outcome to who cannot see the button change.
const copied = document.createElement("p");
copied.className = "visually-hidden";
copied.setAttribute("role", "status");
document.getElementById("content").append(copied);

for (const code of document.querySelectorAll("pre:not(figure.listing details pre) > code")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
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
  code.after(button);
}

for (const button of document.querySelectorAll(".unfold")) {
  button.addEventListener("click", () => {
    const shown = button.parentElement.classList.toggle("unfolded");
    button.setAttribute("aria-expanded", shown);
  });
}
