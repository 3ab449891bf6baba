// What rustc says, read: its errors, and of each the labels as the three moments of a story.

// Colors, and links, of a terminal; of some nothing is left but what follows the escape.
const COLORS = /\u001B\[[0-9;]*[A-Za-z]|\u001B\]8;.*?(?:\u0007|\u001B\\)|\[(?:\d{1,3};)*\d{1,3}m/gu;
const HEADLINE = /^\s*(?:\S+:(\d+):\d+: )?error(?:\[(E\d{4})\])?: +(.+)$/u;
const SUMMARY = /^(?:aborting due to|could not compile|process didn't exit)/u;
const LONGEST = 200_000;
const LONGEST_LINE = 1000;
const ROW = /^\s*(\d*)\s*\|(.*)$/u;
const ASIDE = /^\s*(?:= )?(?:note|help|warning|error)\b/u;
// Visual Studio Code: "… rustc(E0502)", then "main.rs(3, 14): first mutable borrow occurs here".
const EDITOR = /^(.*?)\s*rustc\W{0,2}(E\d{4})/u;
const RELATED = /^\S+[([](?:Ln )?(\d+), (?:Col )?\d+[)\]]: (.+)$/u;

/** The moments, in the order in which things happen. */
export const MOMENTS = { lent: "Given away or lent", conflict: "Conflict", later: "Later use", beside: "Beside it" };

/** The errors of a pasted text; none where it is no message. An error has `code`, `headline` and `labels`. */
export function errors(text) {
  const lines = text.slice(0, LONGEST).replace(COLORS, "").split(/\r\n|\r|\n/u).map((line) => line.slice(0, LONGEST_LINE));
  const found = ofProblems(text) ?? (lines.some((line) => HEADLINE.test(line)) ? ofTerminal(lines) : ofEditor(lines));
  return found.filter(({ headline }) => !SUMMARY.test(headline)).map((error) => ({
    ...error,
    labels: error.labels.map((label) => ({ ...label, moment: moment(label) })),
  }));
}

function ofTerminal(lines) {
  const found = [];
  let line;
  let underline = "";
  let aside = false;
  for (const text of lines) {
    const [, at, code, headline] = text.match(HEADLINE) ?? [];
    if (headline) {
      found.push({ code, headline: headline.trim(), labels: [] });
      line = at && Number(at);
      aside = false;
      continue;
    }
    // Labels of a note or of an offer tell another story.
    aside ||= ASIDE.test(text);
    const [, number, drawn] = text.match(ROW) ?? [];
    if (drawn === undefined || aside || found.length === 0) continue;
    if (number) {
      line = Number(number);
      underline = "";
      continue;
    }
    const [, signs, label] = drawn.match(/^([\s|_^~+/\\-]*)(.*)$/u);
    if (/[\^-]/u.test(signs)) underline = signs;
    if (!/[\p{L}`]/u.test(label)) continue;
    // A label stands behind its mark, or hangs below it.
    const mark = /[\^-]/u.test(signs) ? signs.trimEnd().at(-1) : underline[signs.length];
    found.at(-1).labels.push({ line, text: label.trim(), primary: mark === "^" });
  }
  return found;
}

function ofEditor(lines) {
  const found = [];
  let before = [];
  for (const text of lines) {
    const [, said, code] = text.match(EDITOR) ?? [];
    const [, line, label] = text.match(RELATED) ?? [];
    if (code) {
      const [headline, ...labels] = [...before, said].map((part) => part.trim()).filter(Boolean);
      found.push({ code, headline: headline ?? code, labels: labels.map((label) => ({ text: label, primary: true })) });
      before = [];
    } else if (label && found.length > 0) {
      found.at(-1).labels.push({ line: Number(line), text: label.replace(/\s*rustc.*$/u, ""), primary: false });
    } else {
      before.push(text);
    }
  }
  return found;
}

/** What Visual Studio Code copies from its list of problems. */
function ofProblems(text) {
  if (!text.trimStart().startsWith("[{")) return undefined;
  try {
    const errors = JSON.parse(text).filter(({ severity, message }) => severity === 8 && typeof message === "string");
    return errors.map(({ code, message, startLineNumber: line, relatedInformation }) => {
      const [headline, ...labels] = message.split("\n");
      const related = (relatedInformation ?? []).map((label) => ({ line: label.startLineNumber, text: String(label.message), primary: false }));
      return { code: /^E\d{4}$/u.test(code?.value) ? code.value : undefined, headline, labels: [...labels.filter((label) => label.trim()).map((label) => ({ line, text: label, primary: true })), ...related] };
    });
  } catch {
    return undefined;
  }
}

function moment({ text, primary }) {
  if (/later|might be used here|requires that|returning this value/u.test(text)) return "later";
  if (/dropped here while|freed at the end|needs exclusive access|^second|cannot be/u.test(text)) return "conflict";
  if (/does not live long enough|freed while still in use|previous iteration|^first/u.test(text)) return "lent";
  if (primary) return "conflict";
  if (/borrow|move|lent|declared|captured|assigned|construct|lifetime|defined|reference/u.test(text)) return "lent";
  return "beside";
}
