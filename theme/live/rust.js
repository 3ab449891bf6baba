// A line of Rust in the colors of the page. What runs on over the end of a line, a string or a
// comment, is told to the next line by a number:

const CODE = 0; // and above it how deep comments are nested
const STRING = -1;
const RAW = -2; // and below it the number of `#`

const KEYWORDS = new Set(
  "as async await break const continue crate dyn else enum extern fn for gen if impl in let loop match mod move mut pub ref return self static struct super trait type unsafe use where while".split(" "),
);
// As on the page, they look like keywords.
const PRIMITIVE = /^(?:[iu](?:8|16|32|64|128|size)|f(?:32|64)|bool|char|str)$/u;
const CONSTANT = /^(?:true|false|\p{Lu}[\p{Lu}\d_]+)$/u;

// Each begins where the one before has ended, and none looks further ahead than it takes.
const TOKEN = new RegExp(
  [
    String.raw`(?<c>//[^]*)|(?<block>/\*)`,
    String.raw`(?<raw>[bc]?r(?<hashes>#*)")|(?<string>[bc]?")`,
    String.raw`(?<s>b?'(?:\\(?:u\{[^}']{0,12}\}|x..|.)|[^\\'])')`,
    String.raw`(?<k>'[\p{XIDS}_]\p{XIDC}*)`,
    String.raw`(?<n>0[xob]\w+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d[\d_]*)?\w*)`,
    String.raw`(?<f>[\p{XIDS}_]\p{XIDC}*!(?!=))|(?<word>(?:r#)?[\p{XIDS}_]\p{XIDC}*)`,
    String.raw`[^\p{XIDS}\d_"'/]+|[^]`,
  ].join("|"),
  "uy",
);
const IN_STRING = /(?<end>")|(?<n>\\(?:u\{[^}"]{0,12}\}|x[\da-fA-F]{2}|[^]?)|\{[^{}"\\]*\})|\{\{|[^"\\{]+|[^]/uy;
const IN_COMMENT = /(?<open>\/\*)|(?<close>\*\/)|[^*/]+|[^]/uy;

/** The parts of a line as `[class, text]`, and the state at its end; `state` is that at its beginning. */
export function color(line, state = CODE) {
  const parts = [];
  let at = 0;
  let before = "";

  function take(pattern) {
    pattern.lastIndex = at;
    return pattern.exec(line);
  }
  function put(kind, text) {
    const last = parts.at(-1);
    if (last?.[0] === kind) last[1] += text;
    else parts.push([kind, text]);
    at += text.length;
  }

  while (at < line.length) {
    if (state > CODE) {
      const { 0: text, groups } = take(IN_COMMENT);
      if (groups.open) state += 1;
      if (groups.close) state -= 1;
      put("c", text);
    } else if (state === STRING) {
      const { 0: text, groups } = take(IN_STRING);
      if (groups.end) state = CODE;
      put(groups.n ? "n" : "s", text);
    } else if (state <= RAW) {
      const close = `"${"#".repeat(RAW - state)}`;
      const end = line.indexOf(close, at);
      if (end >= 0) state = CODE;
      put("s", end < 0 ? line.slice(at) : line.slice(at, end + close.length));
    } else {
      const { 0: text, groups } = take(TOKEN);
      if (groups.block) state = 1;
      if (groups.string) state = STRING;
      if (groups.raw) state = RAW - groups.hashes.length;
      put(kindOf(groups, before, line.slice(at + text.length, at + text.length + 3)), text);
      if (text.trim()) before = text;
    }
  }
  return { parts, state };
}

function kindOf(groups, before, after) {
  if (groups.c || groups.block) return "c";
  if (groups.s || groups.string || groups.raw) return "s";
  if (groups.k) return "k";
  if (groups.n) return "n";
  if (groups.f) return "f";
  const { word } = groups;
  if (!word) return "";
  if (KEYWORDS.has(word) || PRIMITIVE.test(word)) return "k";
  if (CONSTANT.test(word)) return "n";
  if (/^\p{Lu}/u.test(word)) return "t";
  return before === "fn" || /^(?:\(|::<)/u.test(after) ? "f" : "";
}
