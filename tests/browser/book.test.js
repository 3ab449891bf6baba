// What must hold of every page in a real browser, and how the pages behave.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { BUDGET, missing, pages, part, reading } from "./book.js";
import { COLORS_ALONE, OF_COLORS, violations, watchMoves, weigh } from "./measure.js";

const skip = missing();
const reader = reading(skip);
const open = reader.open;

/** Looks at all pages, two at a time. */
async function audit(paths, options, rules) {
  const left = [...paths];
  await Promise.all([1, 2].map(async () => {
    const page = await open("", options);
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      await page.goto(`${reader.book.address}/${path}`);
      // What is laid out when it is looked at moves under the eyes of axe.
      await page.addStyleTag({ content: "* { content-visibility: visible !important }" });
      assert.deepEqual(await violations(page, rules), [], path);
    }
    await page.close();
  }));
}

// The page of all pages has their colors, and takes minutes.
const COLORED = pages().filter((path) => path !== "print.html");

test("axe finds nothing on any page, light", { skip }, async () => {
  await audit(part(COLORED), { colorScheme: "light" });
  const rules = Object.fromEntries(OF_COLORS.map((rule) => [rule, { enabled: false }]));
  await audit(["print.html"], { colorScheme: "light" }, { rules });
});

test("axe finds nothing on any page, dark", { skip }, async () => {
  await audit(part(COLORED), { colorScheme: "dark" }, COLORS_ALONE);
});

// What every page has, and what only some have: an instrument, tabs, charts, long lists of links.
const KINDS = ["ownership/moves.html", "comparison/side-by-side.html", "comparison/what-it-costs.html", "404.html"];
const THEMES = { light: { colorScheme: "light" }, dark: { colorScheme: "dark" }, "forced colors": { forcedColors: "active" } };

for (const [theme, options] of Object.entries(THEMES)) {
  test(`axe finds nothing in any state, ${theme}`, { skip }, async () => {
    const page = await open("", options);
    for (const path of KINDS) {
      await page.goto(`${reader.book.address}/${path}`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("main details")) details.open = !details.open;
        for (const tab of document.querySelectorAll(".tabs > input:last-of-type")) tab.checked = true;
      });
      assert.deepEqual(await violations(page), [], `${path}, disclosures turned round`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("main details")) details.open = true;
        document.querySelector("tr.now")?.focus();
        document.querySelector(".run-tools .edit")?.click();
      });
      assert.deepEqual(await violations(page), [], `${path}, all open and a program edited`);
    }
    await page.goto(`${reader.book.address}/${KINDS[0]}`);
    await page.keyboard.press("/");
    await page.keyboard.type("borrow");
    await page.locator("#search-results a").first().waitFor();
    assert.deepEqual(await violations(page), [], "search open");
    await page.keyboard.press("Escape");
    assert.ok(!(await page.locator("#search").isVisible()), "one Escape closes the search");
    await page.setViewportSize({ width: 320, height: 700 });
    await page.getByRole("button", { name: "Contents" }).click();
    assert.deepEqual(await violations(page), [], "contents open at 320 px");
    await page.close();
  });
}

test("a line of text has 65 to 75 characters, and 80 columns of code fit a figure", { skip }, async () => {
  const page = await open("ownership/moves.html");
  const [letters, columns] = await page.evaluate(() => {
    const lines = [...document.querySelectorAll("main > p")].flatMap((paragraph) => {
      const tops = [];
      const range = document.createRange();
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = 0; at < node.length; at += 1) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { bottom } = range.getBoundingClientRect();
          if (tops.length === 0 || bottom - tops.at(-1).bottom > 12) tops.push({ bottom, letters: 0 });
          tops.at(-1).letters += 1;
        }
      }
      return tops.slice(0, -1).map(({ letters }) => letters);
    });
    const code = document.querySelector("figure.listing:not(.instrument) th > code");
    code.replaceChildren("m".repeat(80));
    return [lines.reduce((sum, letters) => sum + letters) / lines.length, code.getClientRects().length === 1];
  });
  assert.ok(letters >= 65 && letters <= 75, `${letters} characters`);
  assert.ok(columns, "80 columns are broken");
  await page.close();
});

// 320 px at four pixels each is what a window of 1280 px shows at a zoom of 400%.
for (const [width, deviceScaleFactor] of [[320, 4], [360, 1], [1280, 1], [2560, 1], [3840, 1]]) {
  test(`no page scrolls sideways at ${width} px`, { skip }, async () => {
    const page = await open("", { viewport: { width, height: 800 }, deviceScaleFactor });
    for (const path of pages()) {
      await page.goto(`${reader.book.address}/${path}`);
      const [content, window] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth];
      });
      assert.ok(content <= window, `${path}: ${content} > ${window}`);
    }
    await page.close();
  });
}

test("every page keeps the budget, and asks nobody else", { skip }, async () => {
  for (const path of pages().filter((path) => path !== "print.html")) {
    const { bytes, scripts, requests, foreign, shift } = await weigh(reader.browser, reader.book.address, path);
    assert.deepEqual(foreign, [], `${path} asks another origin`);
    assert.ok(bytes <= BUDGET.compressed_bytes, `${path}: ${bytes} bytes`);
    assert.ok(scripts <= BUDGET.compressed_script_bytes, `${path}: ${scripts} bytes of scripts`);
    assert.ok(requests <= BUDGET.requests, `${path}: ${requests} requests`);
    assert.ok(shift <= BUDGET.layout_shift, `${path}: shifts by ${shift}`);
  }
});

test("scripts that come late move nothing", { skip }, async () => {
  const paths = pages().filter((path) => path !== "print.html");
  // A reader who comes for the first time, and one who read every page and missed a question.
  const read = { read: JSON.stringify(paths), "last-read": '"ownership/moves.html"', questions: '{ "deeper-kept-for-static-why": { "step": 0, "due": 0 } }' };
  const left = [[1280, {}], [1280, read], [360, read]].flatMap(([width, known]) => paths.map((path) => ({ width, known, path })));
  await Promise.all([1, 2, 3].map(async () => {
    const page = await open("");
    const moves = await watchMoves(page);
    await page.route("**/*.js", async (route) => {
      await new Promise((done) => setTimeout(done, 150));
      await route.continue();
    });
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const { width, known, path } = next;
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate((known) => {
        localStorage.clear();
        for (const [key, value] of Object.entries(known)) localStorage.setItem(key, value);
      }, known);
      // Once in some hundred loads, before any script has run, Chromium counts a shift and names
      // nothing that moved; a fault of the page comes again.
      let moved = [];
      for (let load = 0; load < 2; load += 1) {
        await page.goto(`${reader.book.address}/${path}`, { waitUntil: "load" });
        await page.waitForTimeout(100);
        moved = await moves();
        if (moved.every(({ parts }) => parts.length > 0)) break;
      }
      assert.deepEqual(moved, [], `${path}, ${width} px, ${Object.keys(known)}`);
    }
    await page.close();
  }));
});

test("what a slow computer reads later moves nothing that it shows already", { skip }, async () => {
  for (const width of [1280, 360]) {
    const page = await open("", { viewport: { width, height: 900 } });
    for (const path of KINDS) {
      await page.goto(`${reader.book.address}/${path}`);
      const moved = await page.evaluate(() => {
        const moved = [];
        for (const row of document.querySelectorAll(".top, figcaption, .command")) {
          const place = (element) => { const { x, y } = element.getBoundingClientRect(); return [x, y]; };
          const before = new Map([...row.querySelectorAll("a, button, select, code, strong")].map((element) => [element, place(element)]));
          const walker = document.createTreeWalker(row, NodeFilter.SHOW_ALL);
          const nodes = [];
          while (walker.nextNode()) nodes.push(walker.currentNode);
          // As it stood there before its last part was read, and the part before that.
          while (nodes.length > 0) {
            nodes.pop().remove();
            for (const [element, [x, y]] of before) {
              if (!row.contains(element) || !element.textContent) continue;
              const [left, top] = place(element);
              if (Math.abs(left - x) > 0.5 || Math.abs(top - y) > 0.5) moved.push(`${element.outerHTML.slice(0, 60)}: ${left - x}, ${top - y}`);
            }
            if (moved.length > 0) return moved;
          }
        }
        return moved;
      });
      assert.deepEqual(moved, [], `${path}, ${width} px`);
    }
    await page.close();
  }
});

test("without JavaScript everything is there", { skip }, async () => {
  const page = await open("ownership/moves.html", { javaScriptEnabled: false });
  assert.ok(await page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "Slices" }).isVisible());
  const refused = page.locator("#ownership-use-after-move");
  await refused.locator(".outcome > summary").click();
  assert.ok(await refused.locator(".message code").isVisible());
  const cloned = page.locator("#ownership-cloning-before-a-move");
  await cloned.locator(".outcome > summary").click();
  assert.ok(await cloned.locator("td.lane").first().isVisible());
  assert.ok((await page.locator("#ownership-moving-a-string .program .k").count()) > 0);
  assert.equal(await page.locator(".needs-js:visible").count(), 0);
  const question = page.locator("details.admonition").first();
  await question.locator("summary").click();
  assert.ok(await question.locator("p, pre").last().isVisible());
  await page.getByRole("link", { name: "Next Scope and drop" }).click();
  await page.waitForURL(/scope-and-drop/);
  await page.goto(`${reader.book.address}/comparison/what-it-costs.html`);
  assert.ok(await page.locator("figure.chart svg").first().isVisible());
  await page.goto(`${reader.book.address}/comparison/index.html`);
  const figure = page.locator("#comparison-building-a-list");
  await figure.locator("label", { hasText: "Python" }).click();
  assert.ok(await figure.getByText("python3 examples/").isVisible());
  await page.close();
});

test("a page whose end was seen is ticked, and the first page leads on", { skip }, async () => {
  const page = await open("introduction.html");
  const link = page.getByRole("link", { name: "Continue" });
  assert.ok(!(await link.isVisible()));
  await page.goto(`${reader.book.address}/ownership/moves.html`);
  const ticked = () => page.locator("#sidebar [data-read]").evaluateAll((links) => links.map((link) => link.getAttribute("href").split("/").at(-1)));
  assert.deepEqual(await ticked(), [], "its beginning alone was seen");
  await page.locator(".turn").scrollIntoViewIfNeeded();
  await page.locator("#sidebar [aria-current][data-read]").waitFor();
  await page.goto(`${reader.book.address}/introduction.html`);
  assert.deepEqual(await ticked(), ["moves.html"]);
  await link.click();
  await page.waitForURL(/ownership\/scope-and-drop/);
  assert.ok(!(await link.isVisible()), "it stands on the first page alone");
  await page.evaluate(() => localStorage.setItem("read", "{"));
  await page.reload();
  assert.deepEqual(await ticked(), [], "what is no list counts for none");
  await page.close();
});

test("a language that is chosen for one task is chosen for all", { skip }, async () => {
  const page = await open("comparison/index.html");
  await page.locator("#comparison-building-a-list").locator("label", { hasText: "Java" }).click();
  await page.goto(`${reader.book.address}/comparison/side-by-side.html`);
  const chosen = await page.locator(".tabs").evaluateAll((groups) => groups.map((tabs) => tabs.querySelector(":checked").labels[0].textContent));
  assert.ok(chosen.length > 1, `${chosen.length} tasks`);
  assert.deepEqual([...new Set(chosen)], ["Java"]);
  await page.close();
});

test("arrow keys turn the page and the theme is remembered", { skip }, async () => {
  const page = await open("introduction.html");
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/ownership\/index/);
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL(/introduction/);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.locator("#theme-choice").selectOption("dark");
  const dark = await paper();
  assert.notEqual(dark, light);
  assert.deepEqual(await violations(page), [], "dark by choice on a light system");
  // From the first frame on, the page is as dark as it stays.
  await page.addInitScript(() => {
    globalThis.papers = new Set();
    requestAnimationFrame(function look() {
      if (document.body) globalThis.papers.add(getComputedStyle(document.body).backgroundColor);
      requestAnimationFrame(look);
    });
  });
  // Scripts come late, as over a slow line: what is painted until then counts too.
  await page.route("**/theme/*.js", (route) => setTimeout(() => route.continue(), 300));
  await page.goto(`${reader.book.address}/ownership/moves.html`);
  await page.waitForTimeout(200);
  assert.deepEqual(await page.evaluate(() => [...globalThis.papers]), [dark]);
  assert.equal(await page.locator("#theme-choice").inputValue(), "dark");
  await page.locator("#theme-choice").selectOption("auto");
  assert.equal(await paper(), light);
  await page.close();
});

test("every control is reached by Tab, shows it, and can be left again", { skip }, async () => {
  const page = await open("ownership/moves.html");
  const count = await page.evaluate(() => {
    const controls = [...document.querySelectorAll("a[href], button, select, input, summary, [tabindex='0']")];
    // Tab leads to one of the answers to a question, arrow keys to the others.
    const groups = new Set();
    const first = ({ type, name }) => type !== "radio" || (!groups.has(name) && groups.add(name));
    const shown = controls.filter((control) => control.checkVisibility({ visibilityProperty: true }) && first(control));
    shown.forEach((control) => (control.dataset.waits = ""));
    return shown.length;
  });
  assert.ok(count > 80, `${count} controls`);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip-link");
  for (let presses = 0; presses <= count + 5; presses += 1) {
    const unseen = await page.evaluate(() => {
      const control = document.activeElement;
      delete control.dataset.waits;
      const { outlineStyle, outlineWidth } = getComputedStyle(control.closest(".question label") ?? control);
      return control !== document.body && (outlineStyle === "none" || parseFloat(outlineWidth) < 1) ? control.outerHTML.slice(0, 120) : null;
    });
    assert.equal(unseen, null, "has no visible focus");
    await page.keyboard.press("Tab");
  }
  const waiting = await page.evaluate(() => [...document.querySelectorAll("[data-waits]")].map((control) => control.outerHTML.slice(0, 120)));
  assert.deepEqual(waiting, []);
  await page.reload();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "content");
  await page.close();
});

test("a disclosure opens by keyboard, and a heading links to itself", { skip }, async () => {
  const page = await open("ownership/moves.html");
  const details = page.locator("#ownership-moving-a-string details.outcome");
  await details.locator("> summary").focus();
  await page.keyboard.press("Enter");
  assert.equal(await details.getAttribute("open"), "");
  await page.keyboard.press("Space");
  assert.equal(await details.getAttribute("open"), null);
  const heading = page.locator("h2 > a.header").first();
  await heading.click();
  assert.equal(new URL(page.url()).hash, await heading.getAttribute("href"));
  await page.close();
});

test("nothing moves for a reader who asks for less motion", { skip }, async () => {
  for (const [reducedMotion, behavior] of [["reduce", "auto"], ["no-preference", "smooth"]]) {
    const page = await open("introduction.html", { reducedMotion });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), behavior);
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    await page.close();
  }
});

test("Copy copies the program as it stands in its file", { skip }, async () => {
  const page = await open("ownership/moves.html", { permissions: ["clipboard-read", "clipboard-write"] });
  const code = page.locator("#ownership-moving-a-string .program");
  await code.hover();
  await code.getByRole("button", { name: "Copy" }).click();
  await code.getByRole("button", { name: "Copied" }).waitFor();
  assert.equal(await page.locator("main > [role='status']").textContent(), "Copied");
  const program = readFileSync(new URL("../../examples/ownership-moving-a-string.rs", import.meta.url), "utf8");
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trimEnd(), program.trimEnd());
  await page.close();
});

test("hidden lines are shown by their button, and are there without it", { skip }, async () => {
  const page = await open("going-deeper/replacing-a-value.html");
  const block = page.locator("pre:has(.unfold)").first();
  const button = block.getByRole("button", { name: "4 hidden lines" });
  assert.doesNotMatch(await block.innerText(), /fn main/);
  await button.click();
  assert.match(await block.innerText(), /fn main/);
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  await button.click();
  assert.doesNotMatch(await block.innerText(), /fn main/);
  await page.emulateMedia({ media: "print" });
  assert.match(await block.innerText(), /fn main/);
  await page.close();
  const bare = await open("going-deeper/replacing-a-value.html", { javaScriptEnabled: false });
  assert.match(await bare.locator("pre:has(.unfold)").first().innerText(), /fn main/);
  await bare.close();
});

for (const width of [360, 768]) {
  test(`the contents open over a page of ${width} px, wherever it is scrolled to`, { skip }, async () => {
    const page = await open("introduction.html", { viewport: { width, height: 800 }, reducedMotion: "reduce" });
    const button = page.getByRole("button", { name: "Contents" });
    const current = page.locator("#sidebar [aria-current]");
    assert.ok(!(await current.isVisible()));
    await page.evaluate(() => scrollTo(0, 1500));
    const scrolled = await page.evaluate(() => scrollY);
    await button.click();
    const { y } = await current.boundingBox();
    assert.ok(y >= 0 && y < 800, `the contents stand at ${y} px`);
    assert.ok(await current.evaluate((link) => link === document.activeElement));
    await page.keyboard.press("Escape");
    assert.ok(!(await current.isVisible()));
    assert.ok(await button.evaluate((button) => button === document.activeElement));
    assert.equal(await page.evaluate(() => scrollY), scrolled);
    await button.click();
    assert.deepEqual(await violations(page), []);
    await page.close();
  });
}

test("another tab follows the theme, and what is no theme counts for none", { skip }, async () => {
  const context = await reader.browser.newContext();
  const [page, other] = [await context.newPage(), await context.newPage()];
  await page.goto(`${reader.book.address}/introduction.html`);
  await page.evaluate(() => localStorage.setItem("theme", "rust"));
  await page.reload();
  assert.equal(await page.locator("#theme-choice").inputValue(), "auto");
  await other.goto(`${reader.book.address}/summary.html`);
  await other.locator("#theme-choice").selectOption("dark");
  await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  assert.equal(await page.locator("#theme-choice").inputValue(), "dark");
  await context.close();
});

test("arrow keys on a control turn no page", { skip }, async () => {
  const page = await open("ownership/moves.html");
  for (const control of [page.locator("summary").first(), page.getByRole("button", { name: "Run" }).first()]) {
    await control.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(100);
    assert.match(page.url(), /moves/);
  }
  await page.close();
});

test("on a hosted copy Run shows what the playground answers, and says when it cannot be reached", { skip }, async () => {
  const page = await reader.hosted("ownership/moves.html");
  await page.evaluate(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (patience) => timeout(patience / 10);
  });
  const sent = [];
  let answer = { result: "hello\n", error: null };
  await page.route("https://play.rust-lang.org/**", (route) => {
    sent.push(route.request().postDataJSON());
    return answer ? route.fulfill({ json: answer, headers: { "access-control-allow-origin": "*" } }) : route.abort();
  });
  const figure = page.locator("#ownership-moving-a-string");
  const output = figure.locator(".playground");
  const run = figure.getByRole("button", { name: "Run" });
  await run.click();
  await assert.doesNotReject(output.getByText("hello").waitFor());
  assert.match(sent[0].code, /^fn main\(\) \{\n    let s1/);
  assert.equal(sent[0].edition, "2024");
  answer = { result: "error[E0382]: borrow of moved value", error: "exit 1" };
  const rejected = page.locator("#ownership-use-after-move");
  await rejected.getByRole("button", { name: "Run" }).click();
  await rejected.locator(".playground").getByText("E0382").waitFor();
  answer = null;
  await run.click();
  await output.getByText("cannot be reached; run cargo run --example ownership-moving-a-string").waitFor();
  // The first answer comes after the second and says nothing any more.
  const waiting = [];
  await page.route("https://play.rust-lang.org/**", (route) => {
    waiting.push((result) => route.fulfill({ json: { result, error: null }, headers: { "access-control-allow-origin": "*" } }));
  });
  await run.click();
  await run.click();
  while (waiting.length < 2) await page.waitForTimeout(10);
  await waiting[1]("second");
  await output.getByText("second").waitFor();
  await waiting[0]("first");
  await page.waitForTimeout(100);
  assert.match(await output.innerText(), /second/);
  await page.unroute("https://play.rust-lang.org/**");
  await page.route("https://play.rust-lang.org/**", () => {});
  await run.click();
  await figure.getByText("Running on the playground").waitFor();
  await output.getByText("does not answer within 20 seconds; run cargo run --example").waitFor();
  await rejected.getByRole("button", { name: "Run" }).click();
  await rejected.locator(".playground").getByText("what rustc says stands below").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test("an edited program survives a page change, and the printed one is not told of meanwhile", { skip }, async () => {
  const page = await open("ownership/moves.html");
  const figure = page.locator("#ownership-cloning-before-a-move");
  const field = figure.getByRole("textbox", { name: "The program, to be edited" });
  await figure.getByRole("button", { name: "Edit" }).click();
  await field.waitFor();
  await page.keyboard.type("/");
  const edited = await field.inputValue();
  assert.ok(edited.startsWith("/fn main"), edited);
  assert.match(edited, /^    let s2 = s1\.clone\(\);$/m);
  assert.ok(!(await page.locator("#search").isVisible()));
  await page.goto(`${reader.book.address}/introduction.html`);
  await page.goBack();
  await field.waitFor();
  assert.equal(await field.inputValue(), edited);
  assert.equal(await figure.locator(":scope > .stage :is(.lane, .step):visible, :scope > .reasons:visible").count(), 0, "tells of a program that did not run");
  await figure.getByRole("button", { name: "Reset" }).click();
  await field.waitFor({ state: "detached" });
  assert.ok(await figure.locator(".program").isVisible());
  await page.close();
});

for (const path of ["ownership/moves.html", "comparison/side-by-side.html", "comparison/what-it-costs.html", "print.html"]) {
  test(`in print ${path} is all there: disclosures, tabs and addresses, and no button`, { skip }, async () => {
    // As wide as the text of a sheet of A4.
    const page = await open(path, { viewport: { width: 643, height: 900 } });
    await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = false)));
    await page.emulateMedia({ media: "print" });
    const found = await page.evaluate(() => {
      const hidden = (element) => !element.checkVisibility({ contentVisibilityAuto: false }) || element.getBoundingClientRect().height === 0;
      const named = (elements) => elements.map((element) => element.outerHTML.slice(0, 120));
      const all = (selector) => [...document.querySelectorAll(selector)];
      const link = document.querySelector("main a[href^='https:']");
      return {
        closed: named(all("main details > pre, main .program, main .panel, main details svg").filter(hidden)),
        unseen: named(all(".chart .bar").filter((bar) => getComputedStyle(bar).display === "none")),
        tools: named(all("button, body:not(.whole) :is(.top, #sidebar), .top > :not(.book-title), .turn, .tabs > label, .control, .paste").filter((element) => !hidden(element))),
        address: link && getComputedStyle(link, "::after").content,
        cut: named(all("main :is(pre > code, .program, .table-wrapper, svg, p)").filter((element) => element.getBoundingClientRect().right > innerWidth + 1)),
        divided: named(all("main :is(pre, .program tr, .step, .chart > svg)").filter((element) => getComputedStyle(element).breakInside !== "avoid")),
      };
    });
    assert.deepEqual({ ...found, address: "" }, { closed: [], unseen: [], tools: [], address: "", cut: [], divided: [] });
    if (found.address !== null) assert.match(found.address, /https:/);
    await page.close();
  });
}
