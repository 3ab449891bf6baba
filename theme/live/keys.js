// What keys do to a program beyond what they do in any field.

const STEP = "    ";
const PAIRS = { "(": ")", "[": "]", "{": "}", '"': '"' };
const CLOSING = /^[)\]},;\s]/u;

/**
 * The edit a key stands for, or nothing if the field knows better: `text` for what stands between
 * `from` and `to`, and then a caret, or a selection, from `start` to `end`.
 * `inside` tells whether the caret stands in a string ("s") or a comment ("c").
 */
export function edit({ key, shiftKey, ctrlKey, metaKey, altKey }, { text, start, end, inside }) {
  // Ctrl and Alt together are AltGr, which some need for a bracket.
  if (metaKey || (ctrlKey && !altKey)) return key === "/" ? editLines(commented) : undefined;
  const line = text.slice(0, start).split("\n").at(-1);
  const rest = text.slice(end).split("\n", 1)[0];
  const [left, right] = [line.at(-1), rest[0]];
  const empty = start === end;

  if (key === "Tab") {
    if (shiftKey) return editLines((lines) => lines.map((it) => it.replace(/^(?: {1,4}|\t)/u, "")));
    return empty ? put(STEP) : editLines((lines) => lines.map((it) => it && STEP + it));
  }
  if (key === "Enter") {
    const indent = `\n${line.match(/^\s*/u)[0]}`;
    if (!/[([{]\s*$/u.test(line) || inside() === "c") return put(indent);
    const within = right && PAIRS[left] === right;
    return put(indent + STEP + (within ? indent : ""), indent.length + STEP.length);
  }
  if (!empty) return undefined;
  if (key === "Backspace") {
    const pair = right && PAIRS[left] === right && (right !== '"' || inside() === "s");
    return pair ? { from: start - 1, to: start + 1, text: "", start: start - 1 } : undefined;
  }
  if (key === '"') {
    const within = inside();
    if (within === "s" && right === '"' && left !== "\\") return { start: start + 1 };
    const begins = !within && /(?:^|[^\w"'\\#])(?:[bc]?r|[bc])?$/u.test(line);
    return begins && (!right || CLOSING.test(right)) ? put('""', 1) : undefined;
  }
  if (PAIRS[key]) {
    const before = !right || CLOSING.test(right) || (right === '"' && inside() === "s");
    return before ? put(key + PAIRS[key], 1) : undefined;
  }
  if (!")]}".includes(key)) return undefined;
  if (right === key) return { start: start + 1 };
  if (key === "}" && line && !(line + rest).trim()) {
    const back = line.match(/ {0,4}$|\t$/u)[0].length;
    return { from: start - back, to: start, text: key, start: start - back + 1 };
  }
  return undefined;

  function put(words, caret = words.length) {
    return { from: start, to: end, text: words, start: start + caret };
  }

  /** Changes whole lines; one that the selection only ends before is none of them. */
  function editLines(change) {
    const from = text.slice(0, start).lastIndexOf("\n") + 1;
    const last = start < end && text[end - 1] === "\n" ? end - 1 : end;
    const found = text.indexOf("\n", last);
    const to = found < 0 ? text.length : found;
    const old = text.slice(from, to).split("\n");
    const now = change(old);
    const words = now.join("\n");
    // A place behind what changed in its line goes along.
    const move = (place) => {
      const above = text.slice(from, place).split("\n").length - 1;
      const begin = (lines) => from + lines.slice(0, above).join("\n").length + Math.min(above, 1);
      const [was, is] = [old[above] ?? "", now[above] ?? ""];
      const column = place - begin(old);
      const same = [...was].findIndex((letter, at) => letter !== is[at]);
      return begin(now) + (column < same ? column : Math.max(same, column + is.length - was.length));
    };
    if (words === text.slice(from, to)) return { start, end };
    return { from, to, text: words, start: move(start), end: move(end) };
  }
}

/** Lines as comments, or as code again if they all are. */
function commented(lines) {
  const full = lines.filter((line) => line.trim());
  if (full.every((line) => /^\s*\/\//u.test(line))) return lines.map((line) => line.replace(/^(\s*)\/\/ ?/u, "$1"));
  const depth = Math.min(...full.map((line) => line.search(/\S/u)));
  return lines.map((line) => (line.trim() ? `${line.slice(0, depth)}// ${line.slice(depth)}` : line));
}
