// The workbench: a program of the reader's own, with rustc's messages, its lanes and its memory.

import { ask, complaint, drafts, makeAnswer, makeOutput, MORE, served } from "{{ resource "theme/live/program.js" }}";

const SLUG = "workbench";
const bench = document.getElementById("bench");
const example = document.getElementById("bench-example");
const [open, share, save, run] = bench.querySelectorAll(".bench-tools button");
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
look.textContent = "Look at it";
stranger.append("This program comes from elsewhere. Looking at it compiles and runs it on this computer. ", look);

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

async function bringEditor() {
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
plain.addEventListener("input", typed);

const text = () => (editor ?? plain).value;

/** Puts a program on the bench; one from elsewhere waits. */
function put(program, comesFromElsewhere) {
  (editor ?? plain).value = program;
  plain.rows = program.split("\n").length;
  if (example.value !== program) example.value = "";
  output.end();
  answer.end();
  drafts.set(SLUG, program);
  stranger.hidden = !(comesFromElsewhere && served);
  if (!comesFromElsewhere) lookAt();
}

function lookAt(now = true) {
  if (served && stranger.hidden) answer.look(text(), now);
}

function typed() {
  drafts.set(SLUG, text());
  output.age();
  lookAt(false);
}
look.addEventListener("click", () => {
  stranger.hidden = true;
  lookAt();
});
example.addEventListener("change", () => {
  if (example.value) put(example.value);
});
run.addEventListener("click", () => {
  stranger.hidden = true;
  output.run(text(), "rs", "save it as program.rs, then rustc --edition 2024 program.rs compiles it.");
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
  history.replaceState(null, "", link);
  try {
    await navigator.clipboard.writeText(link.href);
    said.textContent = "The link is copied; it holds the program itself, and nothing is kept anywhere.";
  } catch {
    said.textContent = "The link stands in the address bar; it holds the program itself.";
  }
});

save.addEventListener("click", async () => {
  said.textContent = "Making the page …";
  try {
    for await (const { page } of ask("page", { program: text() })) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([page.html], { type: "text/html" }));
      link.download = "program.html";
      link.click();
      URL.revokeObjectURL(link.href);
      said.textContent = "Saved as program.html: one file, which asks nobody for anything.";
    }
  } catch (error) {
    said.textContent = complaint(error);
  }
});

async function fromLink() {
  // `cargo run -- lens FILE.rs --open` writes the text itself.
  const [, how, text] = location.hash.match(/^#(program|text)=(.+)$/) ?? [];
  if (!text) return false;
  try {
    put(how === "text" ? decodeURIComponent(text) : await packed.unpack(text), true);
    return true;
  } catch {
    said.textContent = "The link is damaged: there is no program in it.";
    return false;
  }
}

addEventListener("hashchange", fromLink);
if (!served) said.textContent = MORE;
if (!(await fromLink())) put(drafts.get(SLUG) ?? example.options[1].value);
