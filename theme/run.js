// What the buttons at a program do: copy it, show its hidden lines, and run or edit it. Nothing is
// sent, and nothing more is fetched, before a button is pressed.

// The address that `cargo run` opens ends with the key to this computer's answers. Any link may bring
// another one; the one before is asked with, too.
function takeKey() {
  if (!location.hash.startsWith("#key=")) return;
  const [key, ...rest] = location.hash.slice("#key=".length).split("&");
  try {
    const before = localStorage.getItem("key");
    if (before !== null && before !== key) localStorage.setItem("key-before", before);
    localStorage.setItem("key", key);
  } catch { /* Then this computer answers nothing. */ }
  history.replaceState(null, "", location.pathname + (rest.length ? `#${rest.join("&")}` : ""));
}
takeKey();
addEventListener("hashchange", takeKey);

if (document.getElementById("bench")) import(new URL(document.body.dataset.workbench, document.baseURI));

/** What is done with programs. */
const engine = () => import(new URL(document.body.dataset.program, document.baseURI));

for (const tools of document.querySelectorAll(".run-tools")) {
  const [run, edit, reset] = tools.querySelectorAll("button");
  const trouble = document.createElement("p");
  trouble.setAttribute("role", "status");
  let made;
  const program = () => (made ??= engine().then(({ makeProgram }) => makeProgram(tools, textOf)).catch((error) => {
    made = undefined;
    throw error;
  }));
  const doWith = async (work) => {
    try {
      await work(await program());
      trouble.remove();
    } catch {
      trouble.textContent = "The book is not reached any longer. Where you have started it yourself, start it again with cargo run.";
      tools.after(trouble);
    }
  };
  const pressed = (button, work) => button.addEventListener("click", () => doWith(work));
  pressed(run, (program) => program.run());
  if (!edit) continue;
  pressed(edit, (program) => program.edit());
  pressed(reset, (program) => program.reset());
  for (const button of tools.closest("figure").querySelectorAll(".what-if button")) pressed(button, (program) => program.try(button.value));
  try {
    // What was edited before is there again.
    if (sessionStorage.getItem(tools.dataset.slug) !== null) doWith((program) => program.restore());
  } catch {
    // Nothing was kept.
  }
}

/** The lines of a program as it is printed: a table with a row for each, or a block of code. */
function textOf(program) {
  if (program.tagName !== "TABLE") return program.textContent;
  return [...program.querySelectorAll("th[scope='row'] > code")].map((code) => `${code.textContent}\n`).join("");
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
