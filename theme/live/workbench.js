// The workbench: a program of the reader's own, with rustc's messages, its lanes and its memory.

import { ask, complaint, drafts, makeAnswer, makeOutput, mayAsk, MORE, served, whenTold } from "{{ resource "theme/live/program.js" }}";

const SLUG = "workbench";
const WAITS = "workbench-waits";
const bench = document.getElementById("bench");
const example = document.getElementById("bench-example");
const [run, askMe, open, share, save] = bench.querySelectorAll(".bench-tools button");
const file = bench.querySelector("input[type='file']");

const said = document.createElement("p");
said.className = "how";
said.setAttribute("role", "status");
// A program that came by a link or in a file is shown, and nothing more, until the reader says so.
const stranger = document.createElement("p");
stranger.className = "stranger";
stranger.hidden = true;
const look = document.createElement("button");
look.type = "button";
look.textContent = "Compile and run it";
stranger.append("This program comes from elsewhere; read it first. The button compiles and runs it on this computer. ", look);

const output = makeOutput();
let problems = [];
const answer = makeAnswer((found) => {
  problems = found;
  editor?.setProblems(problems);
});
// The field of the page, until the reader wants to write and the editor has come.
const plain = bench.querySelector("textarea");
let editor;
plain.before(said, stranger);
bench.append(output.box, answer.box);

/** The editor takes the place of the field. */
async function bringEditor() {
  if (editor) return;
  const { makeEditor } = await import("{{ resource "theme/live/editor.js" }}");
  if (editor) return;
  editor = makeEditor({ text: plain.value, label: plain.ariaLabel });
  const { selectionStart, selectionEnd } = plain;
  plain.replaceWith(editor.element);
  editor.field.setSelectionRange(selectionStart, selectionEnd);
  editor.setProblems(problems);
  editor.onInput(typed);
  editor.focus();
}
plain.addEventListener("focus", bringEditor);
// A quick reader is there already.
if (document.activeElement === plain) bringEditor();
plain.addEventListener("input", typed);

const text = () => (editor ?? plain).value;

/** Whether the program on the bench waits for the reader's word; kept with it, page changes included. */
const waits = {
  get: () => drafts.get(WAITS) !== null,
  set(comesFromElsewhere) {
    if (comesFromElsewhere) drafts.set(WAITS, "1");
    else drafts.drop(WAITS);
    stranger.hidden = !(comesFromElsewhere && served);
  },
};

/** Puts a program on the bench; one from elsewhere waits. */
function put(program, comesFromElsewhere, isLookedAt = true) {
  waits.set(comesFromElsewhere);
  if (editor && editor.value !== program) {
    // Ctrl-Z leads back.
    const from = document.activeElement;
    editor.replace(program);
    from?.focus();
  }
  if (!editor) plain.value = program;
  plain.rows = Math.max(plain.rows, program.split("\n").length);
  if (example.value !== program) example.value = "";
  output.end();
  answer.end();
  drafts.set(SLUG, program);
  if (!comesFromElsewhere && isLookedAt) lookAt();
}

function lookAt(now = true) {
  if (served && !waits.get()) answer.look(text(), now);
}

function typed() {
  drafts.set(SLUG, text());
  output.age();
  lookAt(false);
}
look.addEventListener("click", () => {
  waits.set(false);
  lookAt();
});
example.addEventListener("change", () => {
  if (example.value) put(example.value, false);
});
run.addEventListener("click", () => {
  if (served && waits.get()) return look.focus();
  output.run(text(), "rs", "save it as program.rs, then rustc --edition 2024 program.rs compiles it.");
});

askMe.addEventListener("click", async () => {
  if (waits.get()) return look.focus();
  // Questions speak of lines, and the field of the page has no numbers.
  await bringEditor();
  answer.ask(text());
});

open.addEventListener("click", () => file.click());
file.addEventListener("change", () => read(file.files[0]));
bench.addEventListener("dragover", (event) => event.preventDefault());
bench.addEventListener("drop", (event) => {
  const [dropped] = event.dataTransfer.files;
  if (!dropped) return;
  event.preventDefault();
  read(dropped);
});

async function read(chosen) {
  if (!chosen) return;
  if (chosen.size > 64 * 1024) said.textContent = `${chosen.name} is longer than 64 KiB; open a shorter program.`;
  else {
    said.textContent = "";
    put(await chosen.text(), true);
  }
  file.value = "";
}

/** A program as a part of an address, and back. */
const packed = {
  async pack(program) {
    const stream = new Blob([program]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  },
  async unpack(text) {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const decoder = new TextDecoder();
    let program = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return program;
      program += decoder.decode(value, { stream: true });
      // A short link may hold a text without end.
      if (program.length > 64 * 1024) throw new Error("too long");
    }
  },
};

share.addEventListener("click", async () => {
  const link = new URL(location.href);
  link.hash = `program=${await packed.pack(text())}`;
  try {
    await navigator.clipboard.writeText(link.href);
    said.textContent = "The link is copied. The program is inside it; it opens where this book is served at this address.";
  } catch {
    said.textContent = link.href;
  }
});

save.addEventListener("click", async () => {
  if (waits.get()) return look.focus();
  said.textContent = "Making the page …";
  whenTold(output.box, makePage);
});

async function makePage() {
  try {
    for await (const { page, missing } of ask("workbench", "page", { program: text() })) {
      if (missing) {
        said.innerHTML = missing.html;
        return;
      }
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([page.html], { type: "text/html" }));
      link.download = "program.html";
      link.click();
      URL.revokeObjectURL(link.href);
      said.textContent = "Saved as program.html: one file, which works offline.";
    }
  } catch (error) {
    said.textContent = complaint(error);
  }
}

async function fromLink() {
  // `cargo run -- lens FILE.rs --open` writes the text itself.
  const [, how, text] = location.hash.match(/^#(program|text)=(.+)$/) ?? [];
  if (!text) return false;
  try {
    const program = how === "text" ? decodeURIComponent(text) : await packed.unpack(text);
    put(program, true);
    // What is written from here on is not taken back by a reload.
    history.replaceState(null, "", location.pathname);
    return true;
  } catch {
    said.textContent = "The link is damaged: there is no program in it.";
    return false;
  }
}

addEventListener("hashchange", fromLink);
if (!served) said.textContent = MORE;
// Without a key the first program is not asked about in vain.
if (!(await fromLink())) put(drafts.get(SLUG) ?? example.options[1].value, waits.get(), mayAsk());
