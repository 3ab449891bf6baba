// Finds the sections of the book that answer some words, or a message of rustc.

import { errors } from "./message.js";
import MiniSearch from "./minisearch.js"; // its license: minisearch.LICENSE.txt
import NEIGHBORS from "./neighbors.js";
import { stem, terms, words } from "./words.js";

const BOOST = { title: 6, page: 3, said: 3, labels: 1, text: 1 };
// How much more a section counts in which the words stand side by side.
const TOGETHER = { title: 3, said: 2.5, labels: 2, text: 1.5 };
// What stands in every question, and tells no two of them apart.
const ASKED = new Set("a an and any are as at be can cannot can't could do does did doesn don fix get got have how i in is isn it me my of on or please should so that the there this to use used using vs versus was we what when where which while why will with without won would you your rust rustc error".split(" "));
// A neighbor was chosen by hand.
const ELSEWHERE = 1.5;
// Two messages with this much in common are of one kind.
const ALIKE = 0.4;
// What fits so much worse than the best is not shown.
const WORTH = 0.08;
const MOST_WORDS = 24;
const LONGEST = 2000;
// What every panic says first.
const PANIC = /thread '[^']*'(?: \(\d+\))? panicked at \S*/gu;
// The core is read first; what is looked up teaches nothing, and repeats the words of what does.
const CORE = /^(?:ownership|borrowing)\//u;
const LOOKED_UP = /^(?:reference\/|summary|going-deeper\/index|[\w-]+\/inventory)/u;

export class Finder {
  /** `index` is what stands in `index.json`. */
  constructor({ sections, codes }) {
    this.sections = sections;
    this.codes = codes;
    this.explained = new Set(Object.values(codes).map((address) => this.section(address)));
    this.messages = sections.flatMap((section, id) => section.messages.flatMap((message) => errors(message).map((error) => ({ id, error }))));
    const documents = sections.map(({ title, page, text }, id) => ({ id, title, page, text, said: "", labels: "" }));
    for (const { id, error } of this.messages) {
      documents[id].said += `${nameless(error.headline)} ${error.code ?? ""} `;
      documents[id].labels += `${error.labels.map(({ text }) => nameless(text)).join(" ")} `;
    }
    const read = new Map();
    this.index = new MiniSearch({
      fields: Object.keys(BOOST),
      tokenize: words,
      processTerm: (word) => {
        if (!read.has(word)) read.set(word, terms(word));
        return read.get(word);
      },
      searchOptions: { boost: BOOST, combineWith: "AND", tokenize: (term) => [term], processTerm: (term) => term },
    });
    this.index.addAll(documents);
    this.known = new Set([...read.values()].flat());
    this.documents = documents;
    this.inOrder = new Map();
    this.neighbors = NEIGHBORS.trim().split("\n").map((line) => {
      const [asked, others] = line.split(": ");
      return [words(asked).map(stem), others.split(", ")];
    });
    // Of two that fit, the longer one says more.
    this.neighbors.sort(([one], [other]) => other.length - one.length);
  }

  /** The sections that fit some words, the best first. */
  find(text) {
    const query = text.slice(0, LONGEST).replace(PANIC, "");
    const needs = this.needs(query);
    const scores = new Map();
    for (const need of needs) {
      const best = new Map();
      for (const [id, score] of need()) best.set(id, Math.max(score, best.get(id) ?? 0));
      for (const [id, score] of best) {
        const [sum, met] = scores.get(id) ?? [0, 0];
        scores.set(id, [sum + score, met + 1]);
      }
    }
    const ranked = [...scores].map(([id, [sum, met]]) => [this.sections[id], sum * (met / needs.length) ** 2 * this.weight(id, query)]);
    ranked.sort(([, one], [, other]) => other - one);
    return ranked.filter(([, score]) => score > ranked[0][1] * WORTH).map(([section]) => section);
  }

  /** How much a section counts, whichever words it has. */
  weight(id, query) {
    const { address, title, page } = this.sections[id];
    const code = query.match(/\bE\d{4}\b/iu)?.[0].toUpperCase();
    const asked = words(nameless(query)).map(stem);
    const together = asked.length < 2 ? [] : this.texts(id).filter(([text]) => text.includes(` ${asked.join(" ")} `));
    let weight = Math.max(1, ...together.map(([, weight]) => weight));
    if (CORE.test(address)) weight *= 1.3;
    if (LOOKED_UP.test(address)) weight *= 0.5;
    if (this.explained.has(this.sections[id])) weight *= 1.3;
    if (title.replaceAll("`", "") === page) weight *= 1.3;
    if (title === "What to remember") weight *= 0.6;
    if (code && this.codes[code] && this.section(this.codes[code]) === this.sections[id]) weight *= 4;
    return weight;
  }

  /** What a section says, as words in their order, each with how much it counts. */
  texts(id) {
    if (!this.inOrder.has(id)) {
      const texts = Object.entries(TOGETHER).map(([field, weight]) => [` ${words(this.documents[id][field]).map(stem).join(" ")} `, weight]);
      this.inOrder.set(id, texts);
    }
    return this.inOrder.get(id);
  }

  /** For each thing that the words ask for, a function that looks for it, in their own words or in others. */
  needs(query) {
    let asked = words(query);
    const telling = asked.filter((word) => !ASKED.has(word));
    if (telling.length > 0) asked = telling;
    asked = asked.slice(0, MOST_WORDS);
    const needs = [];
    while (asked.length > 0) {
      const stems = asked.map(stem);
      const [phrase, others] = this.neighbors.find(([phrase]) => phrase.length > 0 && phrase.every((part, at) => part === stems[at])) ?? [[0], []];
      const own = asked.splice(0, phrase.length);
      const last = asked.length === 0;
      needs.push(() => [
        ...this.all(own, last && others.length === 0),
        ...others.flatMap((other) => this.all(words(other), false).map(([id, score]) => [id, score * ELSEWHERE])),
      ]);
    }
    return needs;
  }

  /** The sections that have all of these words, or words like them, each with its score. */
  all(own, unfinished) {
    const queries = own.map((word, at) => this.like(word, unfinished && at === own.length - 1));
    return this.index.search({ queries }).map(({ id, score }) => [id, score]);
  }

  /** A query for a word as the pages have it; for what no page has, for what differs in a letter or two. */
  like(word, unfinished) {
    const all = terms(word);
    const term = all.find((term) => this.known.has(term));
    // Whoever is still typing has the beginning of a word.
    const begun = unfinished && word.length > 2 ? [{ queries: [all[0]], prefix: true, weights: { prefix: 0.3, fuzzy: 0 } }] : [];
    if (term) return { combineWith: "OR", queries: [term, ...begun] };
    const last = all.at(-1);
    const letters = /\d/u.test(last) || last.length < 4 ? false : last.length < 6 ? 1 : 2;
    const swapped = Array.from(word, (_, at) => word.slice(0, at) + word.slice(at, at + 2).split("").reverse().join("") + word.slice(at + 2));
    const known = swapped.map(stem).filter((term) => this.known.has(term));
    return { combineWith: "OR", queries: [...(known.length > 0 ? known : [{ queries: [last], fuzzy: letters, prefix: last.length > 3 }]), ...begun] };
  }

  /** What a pasted text says: each error with the section that teaches it, if one does, and others near it. */
  read(text) {
    return errors(text).map((error) => {
      const taught = this.taught(error);
      const near = this.find(`${error.code ?? ""} ${error.headline}`).filter((section) => section !== taught);
      return { error, taught, near: near.slice(0, 3) };
    });
  }

  /** The section whose own message is most like this one. */
  taught(error) {
    const table = error.code && this.codes[error.code] ? this.section(this.codes[error.code]) : undefined;
    // What is looked up teaches nothing, though it may show a message.
    const alike = this.messages.filter(({ id, error: { code } }) => code === error.code && !LOOKED_UP.test(this.sections[id].address));
    let best = [0, undefined];
    for (const { id, error: known } of alike) {
      const section = this.sections[id];
      const kind = likeness(sayings(error, nameless), sayings(known, nameless));
      if (kind < ALIKE) continue;
      const score = kind + likeness(sayings(error), sayings(known)) / 5 + (section === table ? 0.05 : 0);
      if (score > best[0]) best = [score, section];
    }
    // Without a code, only the words say that two messages are of one kind.
    return best[1] ?? table ?? (error.code && alike.length > 0 ? this.sections[alike[0].id] : undefined);
  }

  /** The section at an address; within a section, an address may be a figure's. */
  section(address) {
    const page = address.split("#")[0];
    return this.sections.find((section) => section.address === address) ?? this.sections.find((section) => section.address.startsWith(`${page}#`));
  }
}

/** What is said, whatever the names are. */
function nameless(text) {
  return text.replace(/`[^`]*`/gu, "``");
}

function sayings({ headline, labels }, plain = (text) => text) {
  return new Set([headline, ...labels.map(({ text }) => text)].map(plain));
}

/** How much two sets have in common, from 0 to 1. */
function likeness(one, other) {
  const both = [...one].filter((said) => other.has(said)).length;
  return both / (one.size + other.size - both);
}
