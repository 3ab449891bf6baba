// Finds the sections of the book that answer some words, or a message of rustc.

import { errors } from "./message.js";
import MiniSearch from "./minisearch.js";
import NEIGHBORS from "./neighbors.js";
import { stem, terms, words } from "./words.js";

const BOOST = { title: 6, page: 3, said: 3, text: 1 };
// What stands in every question, and tells no two of them apart.
const ASKED = new Set("a an and any are as at be can cannot can't could do does did doesn don fix get got have how i in is isn it me my of on or please should so that the there this to use used using vs versus was we what when where which while why will with without won would you your rust rustc error".split(" "));
const MOST_WORDS = 24;
const LOOKED_UP = /^(?:reference\/|summary)/u;

export class Finder {
  /** `index` is what stands in `index.json`. */
  constructor({ sections, codes }) {
    this.sections = sections;
    this.codes = codes;
    this.index = new MiniSearch({
      fields: Object.keys(BOOST),
      tokenize: words,
      processTerm: terms,
      searchOptions: { boost: BOOST, combineWith: "AND" },
    });
    this.messages = sections.flatMap((section, id) => section.messages.flatMap((message) => errors(message).map((error) => ({ id, error }))));
    const said = sections.map(() => "");
    for (const { id, error } of this.messages) said[id] += `${error.headline} ${error.code ?? ""} `;
    this.index.addAll(sections.map(({ title, page, text }, id) => ({ id, title, page, text, said: said[id] })));
    this.neighbors = NEIGHBORS.trim().split("\n").map((line) => {
      const [asked, others] = line.split(": ");
      return [words(asked).map(stem), others.split(", ")];
    });
    // Of two that fit, the longer one says more.
    this.neighbors.sort(([one], [other]) => other.length - one.length);
  }

  /** The sections that fit some words, the best first. */
  find(query) {
    const scores = new Map();
    const needs = this.needs(query);
    for (const alternatives of needs) {
      const best = new Map();
      for (const [id, score] of alternatives()) best.set(id, Math.max(score, best.get(id) ?? 0));
      for (const [id, score] of best) {
        const [sum, met] = scores.get(id) ?? [0, 0];
        scores.set(id, [sum + score, met + 1]);
      }
    }
    const code = query.match(/\bE\d{4}\b/iu)?.[0].toUpperCase();
    const ranked = [...scores].map(([id, [sum, met]]) => {
      const section = this.sections[id];
      let score = sum * (met / needs.length) ** 2;
      if (LOOKED_UP.test(section.address)) score *= 0.5;
      if (section.title === "What to remember") score *= 0.6;
      if (code && this.codes[code] && this.section(this.codes[code]) === section) score *= 100;
      return [section, score];
    });
    return ranked.sort(([, one], [, other]) => other - one).map(([section]) => section);
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
        ...others.flatMap((other) => this.all(words(other), false).map(([id, score]) => [id, score * 1.2])),
      ]);
    }
    return needs;
  }

  /** The sections that have all of these words, each with its score; failing that, words like them. */
  all(own, unfinished) {
    const search = (queries, options) => this.index.search({ queries }, options).map(({ id, score }) => [id, score]);
    const exact = search(own, {});
    // Whoever is still typing has the beginning of a word.
    const last = own.at(-1);
    const begun = unfinished && last.length > 2 ? search([...own.slice(0, -1), { queries: [last], prefix: true }], {}) : [];
    if (exact.length > 0 || begun.length > 0) return [...exact, ...begun.map(([id, score]) => [id, score * 0.3])];
    const mistyped = (term) => (/\d/u.test(term) || term.length < 4 ? false : term.length < 6 ? 1 : 2);
    return search(own, { fuzzy: mistyped, prefix: (term) => term.length > 3 });
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
    const wanted = shape(error);
    let best = [0, undefined];
    for (const { id, error: known } of this.messages) {
      if (known.code !== error.code) continue;
      const section = this.sections[id];
      const score = likeness(wanted, shape(known)) + (section === table ? 0.1 : 0) + (LOOKED_UP.test(section.address) ? -0.2 : 0);
      if (score > best[0]) best = [score, section];
    }
    // Without a code, only the words say that two messages are of one kind.
    return error.code || best[0] > 0.5 ? (best[1] ?? table) : undefined;
  }

  /** The section at an address; within a section, an address may be a figure's. */
  section(address) {
    const page = address.split("#")[0];
    return this.sections.find((section) => section.address === address) ?? this.sections.find((section) => section.address.startsWith(`${page}#`));
  }
}

/** What is said, whatever the names are. */
function shape({ headline, labels }) {
  return new Set([headline, ...labels.map(({ text }) => text)].map((said) => said.replace(/`[^`]*`/gu, "`_`")));
}

/** How much two sets have in common, from 0 to 1. */
function likeness(one, other) {
  const both = [...one].filter((said) => other.has(said)).length;
  return both / (one.size + other.size - both);
}
