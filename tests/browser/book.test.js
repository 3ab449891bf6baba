// What must hold of every page in a real browser, and how the pages behave.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { BUDGET, browse, missing, pages, serve } from "./book.js";

const AXE = readFileSync(new URL("./node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const skip = missing();
let book, browser;

before(async () => {
  if (!skip) [book, browser] = await Promise.all([serve(), browse()]);
});
after(async () => {
  await browser?.close();
  book?.stop();
});

async function open(path, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${book.address}/${path}`);
  assert.deepEqual(errors, [], path);
  return page;
}

async function violations(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((rules) => axe.run({ runOnly: rules }), RULES);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing on any page, ${colorScheme}`, { skip }, async () => {
    const page = await open("", { colorScheme });
    for (const path of pages()) {
      await page.goto(`${book.address}/${path}`);
      assert.deepEqual(await violations(page), [], path);
    }
    await page.close();
  });
}

for (const width of [320, 360, 1280, 2560]) {
  test(`no page scrolls sideways at ${width} px`, { skip }, async () => {
    const page = await open("", { viewport: { width, height: 800 } });
    for (const path of pages()) {
      await page.goto(`${book.address}/${path}`);
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
    const context = await browser.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    let bytes = 0, scripts = 0, requests = 0;
    const kinds = new Map();
    session.on("Network.responseReceived", ({ requestId, type, response }) => {
      kinds.set(requestId, type);
      assert.ok(response.url.startsWith(book.address), `${path} asks ${response.url}`);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (kinds.get(requestId) === "WebSocket") return;
      requests += 1;
      bytes += encodedDataLength;
      if (kinds.get(requestId) === "Script") scripts += encodedDataLength;
    });
    await page.addInitScript(() => {
      globalThis.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) globalThis.shift += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(`${book.address}/${path}`, { waitUntil: "load" });
    await page.waitForTimeout(100);
    const shift = await page.evaluate(() => globalThis.shift);
    assert.ok(bytes <= BUDGET.compressed_bytes, `${path}: ${bytes} bytes`);
    assert.ok(scripts <= BUDGET.compressed_script_bytes, `${path}: ${scripts} bytes of scripts`);
    assert.ok(requests <= BUDGET.requests, `${path}: ${requests} requests`);
    assert.ok(shift <= BUDGET.layout_shift, `${path}: shifts by ${shift}`);
    await context.close();
  }
});

test("without JavaScript everything is there", { skip }, async () => {
  const page = await open("ownership/moves.html", { javaScriptEnabled: false });
  assert.ok(await page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "Slices" }).isVisible());
  assert.ok(await page.locator("#ownership-use-after-move .message code").isVisible());
  assert.ok(await page.locator("#ownership-moving-a-string .timeline table").isVisible());
  assert.ok((await page.locator("#ownership-moving-a-string pre .k").count()) > 0);
  assert.equal(await page.locator(".needs-js:visible").count(), 0);
  await page.goto(`${book.address}/comparison/side-by-side.html`);
  const figure = page.locator("#comparison-building-a-list");
  await figure.getByText("Python", { exact: true }).click();
  assert.ok(await figure.getByText("python3 examples/").isVisible());
  await page.close();
});

test("search finds a word and is used from the keyboard", { skip }, async () => {
  const page = await open("introduction.html");
  await page.keyboard.press("/");
  await page.keyboard.type("reborrow");
  await page.locator("#search-results a").first().waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.waitForURL(/mutable-references/);
  await page.keyboard.press("s");
  assert.ok(await page.locator("#search").isVisible());
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator("#search").isVisible()));
  await page.close();
});

test("arrow keys turn the page and the theme is remembered", { skip }, async () => {
  const page = await open("introduction.html");
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/ownership\/index/);
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL(/introduction/);
  await page.locator("#theme-choice").selectOption("dark");
  await page.reload();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await page.close();
});

test("the contents open on a narrow screen", { skip }, async () => {
  const page = await open("introduction.html", { viewport: { width: 360, height: 800 } });
  assert.ok(!(await page.locator("#sidebar").isVisible()));
  await page.getByRole("button", { name: "Contents" }).click();
  assert.ok(await page.getByRole("link", { name: "Slices" }).first().isVisible());
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test("a cell of a timeline tells its reason by mouse and by keyboard", { skip }, async () => {
  const page = await open("borrowing/mutable-references.html");
  const cell = page.locator("#borrowing-reborrowing .exclusive > span").first();
  const shown = (clip) => clip === "none";
  const clip = () => cell.locator(".why").evaluate((why) => getComputedStyle(why).clipPath);
  assert.ok(!shown(await clip()));
  await cell.hover();
  assert.ok(shown(await clip()));
  await page.mouse.move(0, 0);
  await cell.focus();
  assert.ok(shown(await clip()));
  assert.match(await cell.locator(".why").innerText(), /lent exclusively to list on line 7/);
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test("Run shows what the playground answers, and says when it cannot be reached", { skip }, async () => {
  const page = await open("ownership/moves.html");
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
  await page.close();
});

test("an edited program survives a page change and can be reset", { skip }, async () => {
  const page = await open("ownership/moves.html");
  const code = () => page.locator("#ownership-moving-a-string code.language-rust");
  await page.locator("#ownership-moving-a-string").getByRole("button", { name: "Edit" }).click();
  await page.keyboard.type("/");
  const edited = await code().textContent();
  assert.ok(edited.startsWith("/fn main"), edited);
  assert.ok(!(await page.locator("#search").isVisible()));
  assert.deepEqual(await violations(page), []);
  await page.goto(`${book.address}/introduction.html`);
  await page.goBack();
  assert.equal(await code().textContent(), edited);
  await page.locator("#ownership-moving-a-string").getByRole("button", { name: "Reset" }).click();
  assert.ok((await code().textContent()).startsWith("fn main"));
  await page.close();
});

test("in print all disclosures are open and no button is left", { skip }, async () => {
  const page = await open("ownership/moves.html");
  await page.locator("#ownership-moving-a-string details").first().evaluate((details) => (details.open = false));
  await page.emulateMedia({ media: "print" });
  const hidden = await page.locator("#ownership-moving-a-string details > pre").first().isVisible();
  assert.ok(hidden, "a closed disclosure prints its content");
  assert.equal(await page.locator("button:visible").count(), 0);
  await page.close();
});
