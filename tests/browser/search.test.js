// What must hold of the search: that it finds, that it reads messages, and how it is used.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { Finder } from "../../theme/search/find.js";
import { stem, words } from "../../theme/search/words.js";
import { ROOT, missing, reading } from "./book.js";
import { violations } from "./measure.js";
import { MESSAGES, QUERIES } from "./queries.js";

const skip = missing();
const reader = reading(skip);
const open = reader.open;
const read = (path) => readFileSync(`${ROOT}${path}`, "utf8");
const begins = (address, expected) => (expected === undefined ? address === undefined : new RegExp(`^${expected}`, "u").test(address));
/** Strings of signs, the same at each run. */
const SIGNS = (() => {
  let state = 1;
  const next = (below) => (state = (state * 48271) % 2147483647) % below;
  const signs = ["&", "'", '"', "!", "?", ":", "[", "]", "(", ")", "{", "}", "*", "\\", "|", "^", "$", "+", ".", "~", "`", "<", ">", "/", "#", "E0", "\n", "é", "😀", " ", "__proto__", "constructor", "\u001B["];
  return Array.from({ length: 200 }, () => Array.from({ length: 1 + next(12) }, () => signs[next(signs.length)]).join(""));
})();

let loaded;
/** What the pages load, with the index of this build. */
function loading() {
  loaded ??= (async () => {
    const page = await fetch(`${reader.book.address}/index.html`);
    const [, engine] = (await page.text()).match(/id="search-button" data-engine="([^"]+)"/u);
    const index = await fetch(`${reader.book.address}/${engine}index.json`);
    return new Finder(await index.json());
  })();
  return loaded;
}

test("every query is answered by the page that must come first", { skip }, async (context) => {
  const finder = await loading();
  const queries = Object.entries(QUERIES);
  assert.ok(queries.length >= 60);
  const wrong = queries.flatMap(([query, expected]) => {
    const [first] = finder.find(query);
    return begins(first?.address, expected) ? [] : [`${query}: ${first?.address}, not ${expected}`];
  });
  assert.ok(wrong.length <= queries.length / 20, `\n${wrong.join("\n")}`);
  for (const line of wrong) context.diagnostic(`does not hold: ${line}`);
});

test("every teaching page is asked for, those of Going deeper by three queries each", { skip }, () => {
  const asked = Object.values(QUERIES);
  const pages = [...read("src/SUMMARY.md").matchAll(/\((?!reference\/|introduction|summary)([^)]+)\.md\)/gu)].map(([, page]) => page);
  const few = pages.filter((page) => {
    const count = asked.filter((expected) => expected.includes(page)).length;
    return count < (page.startsWith("going-deeper/") ? 3 : 1) && !/^(?:going-deeper|comparison|borrowing)\/index$/u.test(page);
  });
  assert.deepEqual(few, []);
});

test("a section opens with whole sentences, and no word comes from a program", { skip }, async () => {
  const finder = await loading();
  for (const { address, opening, text } of finder.sections) {
    assert.doesNotMatch(text, /fn main\(\) \{ |cargo run --example|\.rs:\d|What rustc says|lines? \d+(?:-\d+)?: /u, address);
    if (opening) assert.match(opening, /[.?!:]$/u, address);
  }
});

test("every neighbor of a word is the heading of some section, or the name of a page", { skip }, async () => {
  const finder = await loading();
  const plain = (text) => ` ${words(text).map(stem).join(" ")} `;
  const headings = finder.sections.map(({ title, page }) => plain(title) + plain(page)).join("|");
  const lost = finder.neighbors.flatMap(([, others]) => others).filter((other) => !headings.includes(plain(other)));
  assert.deepEqual(lost, []);
});

test("every message of the book leads to a section that teaches it, which no inventory does", { skip }, async () => {
  const finder = await loading();
  const folder = "tests/compile-fail/";
  const lost = readdirSync(`${ROOT}${folder}`).filter((name) => name.endsWith(".stderr")).filter((name) => {
    const [{ error, taught }] = finder.read(read(folder + name));
    // Of messages with one code, some section shows one; without a code, one of its kind.
    const kind = (text) => text.replace(/`[^`]*`/gu, "``");
    const shown = (message) => (error.code ? message.includes(`[${error.code}]`) : kind(message).includes(kind(error.headline)));
    return !taught?.messages.some(shown) || taught.page.startsWith("Inventory");
  });
  assert.deepEqual(lost, []);
});

for (const [name, expected] of Object.entries(MESSAGES)) {
  test(`a pasted message leads to its section, its labels sorted: ${name}`, { skip }, async () => {
    const finder = await loading();
    const said = finder.read(read(`tests/browser/messages/${name}`));
    assert.equal(said.length, expected.length);
    for (const [at, [address, moments]] of expected.entries()) {
      const { error, taught } = said[at];
      assert.ok(begins(taught?.address, address), `${error.headline}: ${taught?.address}`);
      const counts = {};
      for (const { moment } of error.labels) counts[moment] = (counts[moment] ?? 0) + 1;
      assert.deepEqual(counts, moments, error.headline);
    }
  });
}

test("no string of signs is too much", { skip }, async () => {
  const finder = await loading();
  for (const signs of SIGNS) {
    finder.find(signs);
    finder.read(signs);
    finder.read(`error[E0382]: ${signs}`);
  }
  assert.ok(finder.find("x ".repeat(100_000)).length >= 0);
});

test("what searches is npm's MiniSearch, and its license stands beside it", { skip }, () => {
  const folder = "tests/browser/node_modules/minisearch/";
  const original = read(`${folder}dist/es/index.js`).replace(/^\/\/# sourceMappingURL.*\n/mu, "");
  assert.equal(read("theme/search/minisearch.js"), original);
  assert.equal(read("theme/search/minisearch.LICENSE.txt"), read(`${folder}LICENSE.txt`));
});

/** Pastes into what has the focus, as a reader does. */
async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+V");
}
const permissions = ["clipboard-read", "clipboard-write"];

test("search is used from the keyboard alone", { skip }, async () => {
  const page = await open("introduction.html");
  const results = page.locator("#search-results a");
  await page.keyboard.press("/");
  await page.keyboard.type("reborrow");
  await results.first().waitFor();
  assert.match(await page.locator("#search-count").innerText(), /^(?:The first 20 of )?[1-9]\d* places?$/);
  const focused = () => page.evaluate(() => document.activeElement.id || [...document.querySelectorAll("#search-results a")].indexOf(document.activeElement));
  for (const [key, place] of [["ArrowDown", 0], ["ArrowDown", 1], ["ArrowUp", 0], ["ArrowUp", "search-words"]]) {
    await page.keyboard.press(key);
    assert.equal(await focused(), place, key);
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(/mutable-references.html#lending-what-you-borrowed/);
  assert.ok(await page.locator("#lending-what-you-borrowed").isVisible());
  await page.keyboard.press("s");
  assert.ok(await page.locator("#search").isVisible());
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator("#search").isVisible()));
  const button = page.getByRole("button", { name: "Search" });
  await button.click();
  assert.match(await page.locator("#search .keys").innerText(), /opens the search.*turn/s);
  await page.keyboard.press("Escape");
  assert.ok(await button.evaluate((button) => button === document.activeElement), "Escape leads back");
  await page.close();
});

test("signs, typing errors and nothing at all are answered in the browser", { skip }, async () => {
  const page = await open("ownership/moves.html");
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.keyboard.press("/");
  for (const query of ["&mut", "'static", "println!", "mem::take", "E0502:", "string vs str", "arc mutex", "segfault", "borow"]) {
    await page.locator("#search-words").fill(query);
    await page.locator("#search-results a").first().waitFor();
    const href = await page.locator("#search-results a").first().getAttribute("href");
    assert.ok(begins(href.replace("../", ""), QUERIES[query]), `${query}: ${href}`);
  }
  await page.locator("#search-words").fill("zzzzqqqq");
  await page.getByText("No page has these words").waitFor();
  for (const signs of SIGNS) await page.locator("#search-words").fill(signs.replaceAll("\n", " "));
  assert.deepEqual(errors, []);
  await page.close();
});

for (const [theme, options] of Object.entries({ light: { colorScheme: "light" }, dark: { colorScheme: "dark" }, "forced colors": { forcedColors: "active" } })) {
  test(`a pasted message opens its section, and is told to all, ${theme}`, { skip }, async () => {
    const page = await open("ownership/copy-and-clone.html", { ...options, permissions, viewport: { width: 320, height: 640 } });
    await page.keyboard.press("/");
    await paste(page, read("tests/browser/messages/several.txt"));
    await page.getByText("4 errors, explained here").waitFor();
    assert.equal(await page.locator("#search-words").inputValue(), "error[E0515]: cannot return value referencing function parameter `text`");
    assert.match(await page.locator("#search-results li").nth(2).innerText(), /Given away or lent\s+line 12: binding inner declared here\s+line 13: .*Conflict\s+line 14: .*Later use\s+line 15: /s);
    assert.deepEqual(await violations(page), []);
    const [content, window] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.getElementById("search-results");
      return [scrollWidth, clientWidth];
    });
    assert.ok(content <= window, `${content} > ${window}`);
    await page.keyboard.press("Enter");
    await page.waitForURL(/no-dangling-references.html#returning-a-reference-to-a-local-e0515/);
    await page.close();
  });
}

test("the page for an error reads a message, as text and never as markup", { skip }, async () => {
  const page = await open("reference/error-codes.html", { permissions });
  await page.evaluate(() => (globalThis.ran = false));
  const evil = "<img src=x onerror='globalThis.ran = true'>";
  await page.getByRole("textbox", { name: /Paste the message/ }).focus();
  await paste(page, `error[E0382]: borrow of moved value: \`${evil}\`\n --> a.rs:4:20\n  |\n3 |     let t = s;\n  |             - value moved here ${evil}\n4 |     s;\n  |     ^ value borrowed here after move ${evil}\n`);
  await page.getByText("1 error, explained here").waitFor();
  assert.equal(await page.locator("#paste-results img").count(), 0);
  assert.ok((await page.locator("#paste-results").innerText()).includes(evil));
  assert.equal(await page.evaluate(() => globalThis.ran), false);
  assert.match(await page.locator("#paste-results a").first().getAttribute("href"), /ownership\/moves\.html#/);
  assert.deepEqual(await violations(page), []);
  await page.locator("#paste").fill("error[E0308]: mismatched types");
  await page.getByText("1 error, not explained in this book").waitFor();
  assert.ok(await page.getByRole("link", { name: "Rust's own words on E0308" }).isVisible());
  await page.locator("#paste").fill("");
  assert.equal(await page.locator("#paste-results li").count(), 0);
  await page.close();
  const bare = await open("reference/error-codes.html", { javaScriptEnabled: false });
  assert.ok(!(await bare.locator("#paste").isVisible()));
  assert.ok(await bare.getByRole("link", { name: "E0382", exact: true }).first().isVisible());
  await bare.close();
});

test("an index that cannot be loaded is said, and asked for anew", { skip }, async () => {
  const page = await open("introduction.html");
  await page.route("**/index.json", (route) => route.abort());
  await page.keyboard.press("/");
  await page.keyboard.type("move");
  await page.getByText("The search index could not be loaded.").waitFor();
  await page.unroute("**/index.json");
  await page.keyboard.type("s");
  await page.locator("#search-results a").first().waitFor();
  await page.close();
});
