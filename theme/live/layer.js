// The program in color that lies over the field, the numbers of its lines, and what is wrong in them.

import { color } from "{{ resource "theme/live/rust.js" }}";

export class Layer {
  code = document.createElement("code");
  gutter = document.createElement("div");
  /** What is wrong: in lines `first` to `last`, counted from 0, and there `from` one place `to` another. */
  problems = [];
  // Of each line its text, row, parts and marks, and the states `before` and `after` it.
  #lines = [];

  /** Shows a text; only lines that differ from those shown are colored. */
  show(text) {
    const old = this.#lines;
    const texts = text.split("\n");
    const shorter = Math.min(old.length, texts.length);
    let first = 0;
    while (first < shorter && old[first].text === texts[first]) first += 1;
    let same = 0;
    while (same < shorter - first && old.at(-1 - same).text === texts.at(-1 - same)) same += 1;
    if (first === old.length && first === texts.length) return;

    // What was said of older lines is not true of new ones.
    this.mark(this.problems.filter(({ last }) => last < first));
    const made = document.createDocumentFragment();
    const fresh = texts.slice(first, texts.length - same).map((text) => {
      const row = document.createElement("span");
      made.append(row);
      return { text, row, marks: [] };
    });
    const rest = old.slice(old.length - same);
    for (const { row } of old.slice(first, old.length - same)) row.remove();
    this.code.insertBefore(made, rest[0]?.row ?? null);
    this.#lines = [...old.slice(0, first), ...fresh, ...rest];
    this.#color(first);
    this.#number();
  }

  /** Colors from a line on, until one follows that was colored for the state it begins in. */
  #color(first) {
    let state = this.#lines[first - 1]?.after ?? 0;
    for (const line of this.#lines.slice(first)) {
      if (line.parts && line.before === state) return;
      line.before = state;
      ({ parts: line.parts, state } = color(line.text, state));
      line.after = state;
      paint(line);
    }
  }

  #number() {
    const { gutter } = this;
    while (gutter.childElementCount > this.#lines.length) gutter.lastChild.remove();
    while (gutter.childElementCount < this.#lines.length) {
      const number = document.createElement("span");
      number.textContent = gutter.childElementCount + 1;
      gutter.append(number);
    }
  }

  /** Marks problems as rustc places them: lines and columns from 1 on, columns in characters, the end outside. */
  setProblems(problems) {
    const lines = this.#lines;
    const index = (line) => Math.min(Math.max(line, 1), lines.length) - 1;
    const units = (line, column) => [...lines[line].text].slice(0, column - 1).join("").length;
    this.mark(problems.map(({ line, column = 1, endLine = line, endColumn = column, message, level }) => {
      const first = index(line);
      const last = Math.max(first, index(endColumn === 1 ? endLine - 1 : endLine));
      const from = units(first, column);
      const to = endColumn === 1 && endLine > line ? lines[last].text.length : units(last, endColumn);
      // What is missing has no length; the place where it belongs has.
      return { first, last, from, to: first === last ? Math.max(to, from + 1) : to, message, level };
    }));
  }

  mark(problems) {
    const lines = this.#lines;
    const touched = new Set(lines.filter(({ marks }) => marks.length > 0));
    for (const line of touched) line.marks = [];
    for (const number of this.gutter.querySelectorAll("[data-level]")) {
      delete number.dataset.level;
      number.removeAttribute("title");
    }
    // Where both are, the error is seen.
    this.problems = problems.toSorted((a, b) => (a.level === "error" ? 0 : 1) - (b.level === "error" ? 0 : 1));
    for (const { first, last, from, to, level, message } of this.problems) {
      for (let at = first; at <= last; at += 1) {
        const { text, marks } = lines[at];
        marks.push({ level, from: at === first ? from : text.search(/\S|$/u), to: at === last ? to : text.length });
        touched.add(lines[at]);
      }
      const number = this.gutter.children[first];
      number.dataset.level ??= level;
      number.title = number.title ? `${number.title}\n${message}` : message;
    }
    touched.forEach(paint);
  }

  /** What is wrong in the line of a place in the text. */
  problemsAt(place) {
    const [at] = this.#find(place);
    return this.problems.filter(({ first, last }) => first <= at && at <= last);
  }

  /** Whether what is typed at a place goes on with a string ("s") or a comment ("c"). */
  inside(place) {
    const [at, column] = this.#find(place);
    const { text, before } = this.#lines[at];
    const { parts, state } = color(`${text.slice(0, column)}x`, before);
    if (state < 0) return "s";
    return parts.at(-1)[0] === "c" ? "c" : "";
  }

  /** The line of a place, and the place in it. */
  #find(place) {
    let at = 0;
    let column = place;
    // A caret may be told of before the text it stands in.
    while (column > this.#lines[at].text.length && at < this.#lines.length - 1) {
      column -= this.#lines[at].text.length + 1;
      at += 1;
    }
    return [at, column];
  }
}

/** Fills a row; where a mark begins or ends, the part it falls on is divided. */
function paint({ row, text, parts, marks }) {
  row.replaceChildren();
  const borders = [...new Set(marks.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const beyond = borders.at(-1) > text.length ? [["", " "]] : [];
  let at = 0;
  for (const [kind, words] of [...parts, ...beyond]) {
    const end = at + words.length;
    for (const border of [...borders.filter((border) => border > at && border < end), end]) {
      const mark = marks.find(({ from, to }) => from <= at && border <= to);
      const span = document.createElement("span");
      span.textContent = `${text} `.slice(at, border);
      // A bold or slanted face may lack a sign, and another face has it in another width.
      const upright = /[^\x20-\x7e]/u.test(words) ? " upright" : "";
      span.className = kind + upright + (mark ? ` wave ${mark.level}` : "");
      row.append(span);
      at = border;
    }
  }
  row.append("\n");
}
