// A text as the words that are searched for. Signs are words: `&mut`, `'static`, `println!`, `mem::take`, `?`.

const WORD = /&*(?<![\p{L}\p{N}_])'?[\p{L}\p{N}_]+(?:::[\p{L}\p{N}_]+)*(?:!|\+\+|#)?|[^\s\p{L}\p{N}_&']+|[&']+/gu;
// What closes a sentence or a bracket is no sign, unless it stands alone.
const PUNCTUATION = /^[.,;:()[\]{}<>"`'!\u2026\u2013\u2014/-]+$/u;
const SHORT = /(?<=\p{L})'(?:s|t|re|ve|ll|d|m)(?!\p{L})/giu;

/** `Why is &mut refused?` → `why`, `is`, `&mut`, `refused` */
export function words(text) {
  const plain = text.normalize("NFC").replace(/[\u2018\u2019]/gu, "'").replace(SHORT, "");
  const found = [];
  for (const { 0: word, index } of plain.matchAll(WORD)) {
    if (/[\p{L}\p{N}]/u.test(word)) {
      found.push(word.toLowerCase());
      continue;
    }
    // Code stands between backquotes: `expr?` ends with a sign, a question with none.
    const alone = /\s/u.test(plain[index - 1] ?? " ") && /\s/u.test(plain[index + word.length] ?? " ");
    if (alone && !PUNCTUATION.test(word)) found.push(word.replace(/[`().,;:]/gu, ""));
    else if (word.includes("?`")) found.push("?");
  }
  return found.filter((word) => word && word.length <= 40);
}

/** What finds a word, the narrowest first: `std::mem::take` → itself, `mem::take`, `take`; `&mut` → `&mut`, `mut`; `moved` → `mov`. */
export function terms(word) {
  const parts = word.match(/[\p{L}\p{N}_]+/gu);
  if (!parts || (parts.length === 1 && parts[0] === word)) return [stem(word)];
  const paths = parts.map((_, at) => parts.slice(at).join("::")).slice(1, -1);
  const last = parts.at(-1);
  // What is left of `'a` or `c#` is no word.
  return [word, ...paths, ...(last.length > 1 ? [stem(last)] : [])];
}

/** `moved`, `moves`, `moving` → `mov`; `closures` → `closur`; `string` stays. */
export function stem(word) {
  if (!/^[a-z]{4,}$/u.test(word)) return word;
  const ended = word.replace(/ies$/u, "y").replace(/(?<=[^s])s$/u, "");
  const shorter = ended.replace(/(?:ing|ed)$/u, "");
  const stemmed = shorter.length >= 3 && /[aeiouy]/u.test(shorter) ? shorter.replace(/([bdgmnprt])\1$/u, "$1") : ended;
  return stemmed.length > 3 ? stemmed.replace(/e$/u, "") : stemmed;
}
