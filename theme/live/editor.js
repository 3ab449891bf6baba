// An editor for a short program: a plain field, which a browser, a phone and a screen reader know,
// and over it the same text in color. Nothing of it is fetched before somebody edits.

import { differences } from "{{ resource "theme/live/differences.js" }}";
import { edit } from "{{ resource "theme/live/keys.js" }}";
import { Layer } from "{{ resource "theme/live/layer.js" }}";

const DEBOUNCE = 200;

// Whoever imports this waits for the styles too.
await new Promise((resolve) => {
  const link = element("link", { rel: "stylesheet", href: new URL("{{ resource "theme/live/editor.css" }}", import.meta.url) });
  link.onload = resolve;
  link.onerror = resolve;
  document.head.append(link);
});

let made = 0;

/** @returns {{ element, field, value, setProblems(list), focus(), onInput(callback), destroy() }} */
export function makeEditor({ original, text = original, label }) {
  made += 1;
  const layer = new Layer();
  layer.gutter.className = "gutter";
  layer.gutter.setAttribute("aria-hidden", "true");
  const field = element("textarea", {
    "aria-label": label, "aria-describedby": `live-editor-${made}`,
    wrap: "off", spellcheck: "false", autocapitalize: "off", autocomplete: "off", autocorrect: "off",
  });
  const scroller = element("div", { class: "scroller" }, element("div", { class: "layers" }, element("pre", { "aria-hidden": "true" }, layer.code), field));
  const told = element("p", { class: "told", role: "status" });
  const hint = element("p", { class: "hint", id: `live-editor-${made}` }, "Tab indents; Esc, then Tab leaves.");
  const count = element("summary");
  const changes = element("pre", {}, element("code"));
  const differs = element("details", { class: "differs" }, count, changes);
  const editor = element("div", { class: "live-editor", translate: "no" },
    element("div", { class: "program-field" }, layer.gutter, scroller), element("div", { class: "foot" }, told, hint), differs);

  /** The message for the line of the caret, and whether there is an error. */
  function tell() {
    const messages = layer.problemsAt(field.selectionEnd).map(({ level, message }) => `${level === "error" ? "✗" : "!"} ${message}`).join("\n");
    if (told.textContent !== messages) told.textContent = messages;
    if (layer.problems.some(({ level }) => level === "error")) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }

  function compare() {
    // A program that stands on no page differs from none.
    differs.hidden = true;
    if (original === undefined) return;
    const found = differences(original, field.value);
    const lines = found.reduce((sum, { removed, added }) => sum + Math.max(removed.length, added.length), 0);
    differs.hidden = lines === 0;
    count.textContent = lines === 1 ? "1 line differs from the page" : `${lines} lines differ from the page`;
    const shown = (name, sign) => ({ text }) => element(name, {}, `${sign} ${text}\n`);
    changes.firstChild.replaceChildren(...found.flatMap(({ removed, added }) => [...removed.map(shown("del", "−")), ...added.map(shown("ins", "+"))]));
  }

  let waiting;
  function show() {
    layer.show(field.value);
    tell();
    clearTimeout(waiting);
    waiting = setTimeout(compare, DEBOUNCE);
  }

  /** One step for the browser's own undo. */
  function change({ from, to, text, start, end = start }) {
    if (text !== undefined) {
      field.setSelectionRange(from, to);
      if (!document.execCommand(text ? "insertText" : "delete", false, text)) {
        field.setRangeText(text, from, to, "end");
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
    }
    field.setSelectionRange(start, end);
  }

  // Esc gives the next Tab back to the browser.
  let leaving = false;
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    const leaves = leaving && event.key === "Tab";
    leaving = event.key === "Escape";
    if (leaves) return;
    const { value: text, selectionStart: start, selectionEnd: end } = field;
    const step = edit(event, { text, start, end, inside: () => layer.inside(start) });
    if (!step) return;
    event.preventDefault();
    change(step);
  });
  field.addEventListener("input", show);
  field.addEventListener("focus", () => {
    leaving = false;
    document.addEventListener("selectionchange", tell);
  });
  field.addEventListener("blur", () => document.removeEventListener("selectionchange", tell));

  function put(text) {
    field.value = text;
    layer.show(field.value);
    tell();
    compare();
  }
  put(text);

  return {
    element: editor,
    field,
    get value() { return field.value; },
    set value(text) { put(text); },
    /** Each `{ line, column, endLine, endColumn, message, level }`: from 1 on, in characters, the end outside. */
    setProblems(problems) {
      layer.setProblems(problems);
      tell();
    },
    /** Puts another text in as if it were typed: one step for undo, and told as input. */
    replace(text) {
      field.focus();
      change({ from: 0, to: field.value.length, text, start: 0 });
    },
    focus() { field.focus(); },
    onInput(callback) { field.addEventListener("input", () => callback(field.value)); },
    destroy() {
      clearTimeout(waiting);
      document.removeEventListener("selectionchange", tell);
      editor.remove();
    },
  };
}

/** What a reader writes goes in as text, never as markup. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}
