// What a reader sees of what was found: items of a list, and one line that says how many.

import { Finder } from "./find.js";
import { MOMENTS } from "./message.js";
import { terms, words } from "./words.js";

const MOST = 20;

/** Answers from the index beside this file; links begin with `root`. */
export async function answers(root) {
  const response = await fetch(new URL("index.json", import.meta.url));
  if (!response.ok) throw new Error(response.statusText);
  const finder = new Finder(await response.json());
  return (text) => {
    const read = finder.read(text);
    if (read.length > 0) return { told: errors(read), items: read.slice(0, MOST).map((one) => message(one, root)) };
    const found = finder.find(text);
    const [code] = text.match(/\bE\d{4}\b/u) ?? [];
    if (found.length === 0 && code) return { told: "Not explained in this book.", items: [element("li", {}, own(code))] };
    const asked = new Set(words(text).flatMap(terms));
    return { told: places(found.length, text), items: found.slice(0, MOST).map((section) => item(section, root, asked)) };
  };
}

function places(count, text) {
  if (text.trim() === "") return "";
  if (count === 0) return "No page has these words. Try one of them, or another word for the same thing.";
  const all = count === 1 ? "1 place" : `${count} places`;
  return count > MOST ? `The first ${MOST} of ${all}` : all;
}

function errors(read) {
  const all = read.length === 1 ? "1 error" : `${read.length} errors`;
  const unknown = read.filter(({ taught }) => !taught).length;
  if (unknown === 0) return `${all}, explained here`;
  return unknown === read.length ? `${all}, not explained in this book` : `${all}, ${unknown} of them not explained in this book`;
}

function item(section, root, asked) {
  return element("li", {}, link(section, root), element("p", {}, ...prose(section.opening, asked)));
}

/** A page's first section has the page's name twice. */
function link({ address, page, title }, root) {
  const names = plain(title) === plain(page) ? [page] : [page, " » ", ...prose(title)];
  return element("a", { href: root + address }, ...names);
}

function message({ error, taught, near }, root) {
  const { code, headline, labels } = error;
  const moments = Object.entries(MOMENTS).flatMap(([moment, name]) => {
    const own = labels.filter((label) => label.moment === moment);
    return own.length === 0 ? [] : [element("dt", {}, name), ...own.map((label) => element("dd", {}, label.line ? `line ${label.line}: ` : "", ...prose(label.text)))];
  });
  const others = [...near.map((section) => link(section, root)), ...(code && !taught ? [own(code)] : [])];
  return element(
    "li",
    {},
    element("p", { class: "headline" }, code ? `${code}: ` : "", ...prose(headline)),
    // Its opening would speak of another program.
    ...(taught ? [link(taught, root)] : []),
    ...(moments.length > 0 ? [element("dl", {}, ...moments)] : []),
    ...(others.length > 0 ? [element("p", { class: "near" }, taught ? "Near it: " : "Perhaps: ", ...others.flatMap((other, at) => (at > 0 ? [" · ", other] : [other])))] : []),
  );
}

/** A link to what Rust itself says of a code. */
function own(code) {
  return element("a", { href: `https://doc.rust-lang.org/error_codes/${code}.html` }, `Rust's own words on ${code}`);
}

/** A text in which code stands between backquotes; the words that were asked for are marked. */
function prose(text, asked = new Set()) {
  return text.split("`").flatMap((part, at) => {
    const marked = part.split(/([\p{L}\p{N}_:]+)/u).map((word) => (words(word).flatMap(terms).some((term) => asked.has(term)) ? element("mark", {}, word) : word));
    return at % 2 === 1 ? [element("code", {}, ...marked)] : marked;
  });
}

function plain(title) {
  return title.replaceAll("`", "");
}

/** What is found or pasted comes in as text, never as markup. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}
