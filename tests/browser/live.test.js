// The live book: what a reader runs, edits and asks, answered by this computer.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { missing, reading, ROOT } from "./book.js";
import { violations } from "./measure.js";

const skip = missing("rustc");
const reader = reading(skip);
const MOVED = "ownership/moves.html";

/** A page of the book in the hands of who started it. */
async function open(path, options = {}) {
  const page = await reader.open(`${path}#${reader.book.key}`, options);
  assert.ok(!page.url().includes("key="), "the key does not stay in the address");
  return page;
}

/** The figure of a listing with its editor open. */
async function editing(page, slug) {
  const figure = page.locator(`#${slug}`);
  await figure.getByRole("button", { name: "Edit" }).click();
  const field = figure.locator(".live-editor textarea");
  await field.waitFor();
  return { figure, field, answer: figure.locator(".looked"), text: await field.inputValue() };
}

/** The workbench with its editor, which comes when the field is entered. */
async function atBench(page) {
  const bench = page.locator("#bench");
  await bench.getByRole("textbox", { name: "Your program" }).focus();
  const field = bench.locator(".live-editor textarea");
  await field.waitFor();
  return { bench, field };
}

test("Run compiles and runs the program here, and asks nobody else", { skip }, async () => {
  const page = await open(MOVED);
  const elsewhere = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(reader.book.address)) elsewhere.push(request.url());
  });
  const figure = page.locator("#ownership-moving-a-string");
  await figure.getByRole("button", { name: "Run" }).click();
  await figure.locator(".playground").getByText("hello").waitFor();
  await figure.locator(".ran .how").getByText(/^It ended well, after \d+ ms\.$/).waitFor();
  const refused = page.locator("#ownership-use-after-move");
  await refused.getByRole("button", { name: "Run" }).click();
  await refused.locator(".playground .a9").first().getByText("error[E0382]").waitFor();
  await refused.getByText("It does not compile, so it was not run.").waitFor();
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test("nothing of the editor is fetched before Edit", { skip }, async () => {
  const page = await open(MOVED);
  const fetched = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("/theme/live/")).length);
  assert.equal(await fetched(), 0);
  await page.locator("#ownership-moving-a-string").getByRole("button", { name: "Run" }).click();
  await page.locator("#ownership-moving-a-string .playground").getByText("hello").waitFor();
  assert.equal(await fetched(), 1, "what asks, and no editor");
  await editing(page, "ownership-moving-a-string");
  assert.ok((await fetched()) > 4);
  await page.close();
});

test("an edit is answered: message, lanes, needs and memory, of the newest text alone", { skip }, async () => {
  const page = await open(MOVED);
  const { figure, field, answer, text } = await editing(page, "ownership-moving-a-string");
  assert.ok(await answer.isHidden(), "nothing was edited");
  await field.fill(text.replace(", s2)", ", s1)"));
  await answer.getByText("It does not compile: 1 error.").waitFor();
  await answer.locator(".terminal").getByText("borrow of moved value").waitFor();
  assert.equal(await answer.getByRole("link", { name: "What E0382 means, and what mends it" }).count(), 1);
  await answer.locator(".drawn:not(.old) tr.refused.now").waitFor();
  assert.match(await answer.locator(".sentences .shown").innerText(), /^Refused: line 6 needs R on s1/);
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  assert.deepEqual(await violations(page), []);

  await field.fill(text.replace("= s1;", "= s1.clone();"));
  assert.ok(await answer.evaluate((box) => box.classList.contains("old")), "the answer is of an older text");
  await answer.getByText("It compiles.").waitFor();
  await answer.locator(".drawn:not(.old) .step.shown svg").waitFor();
  assert.equal(await answer.locator("tr.refused").count(), 0);
  await answer.getByRole("button", { name: "Next" }).click();
  assert.equal(await answer.locator("tr.now").count(), 1);
  assert.ok(await figure.getByText("1 line differs from the page").isVisible());

  // Typed faster than anybody answers.
  for (const name of ["a", "b", "c", "d"]) {
    await field.fill(`fn main() {\n    let ${name} = String::new();\n    drop(${name});\n}\n`);
    await page.waitForTimeout(260);
  }
  await answer.locator(".drawn:not(.old) .lane.name").getByText("d").first().waitFor();
  assert.equal(await answer.locator(".lane.name").first().innerText(), "d");
  await page.close();
});

test("an edited program comes back after a reload, and Reset leads to the page's own", { skip }, async () => {
  const page = await open(MOVED);
  const { figure, field, text } = await editing(page, "ownership-moving-a-string");
  await field.press("ControlOrMeta+End");
  await page.keyboard.type("// mine");
  await page.reload();
  await field.waitFor();
  assert.equal(await field.inputValue(), `${text}// mine`);
  await figure.getByRole("button", { name: "Reset" }).click();
  await field.waitFor({ state: "detached" });
  assert.ok(await figure.locator(".program").first().isVisible());
  assert.ok(await figure.getByRole("button", { name: "Edit" }).evaluate((button) => button === document.activeElement));
  await page.close();
});

test("Stop ends a program without end, and what was printed stays", { skip }, async () => {
  const page = await open(MOVED);
  const { figure, field } = await editing(page, "ownership-moving-a-string");
  await field.fill("use std::io::Write;\nfn main() {\n    println!(\"begun\");\n    std::io::stdout().flush().unwrap();\n    loop {}\n}\n");
  await figure.getByRole("button", { name: "Run" }).click();
  await figure.locator(".ran .playground").getByText("begun").waitFor();
  await figure.getByRole("button", { name: "Stop" }).click();
  await figure.locator(".ran .how").getByText("Stopped.").waitFor();
  await figure.locator(".ran .playground").getByText("begun").waitFor();
  await field.fill("fn main() { println!(\"again\") }");
  assert.ok(await figure.locator(".ran").evaluate((box) => box.classList.contains("old")));
  await figure.getByRole("button", { name: "Run" }).click();
  await figure.locator(".ran:not(.old) .playground").getByText("again").waitFor();
  await page.close();
});

test("a program that reads gets a field for what it reads, and one that panics its message", { skip }, async () => {
  const page = await open("reference/workbench.html");
  const { bench, field } = await atBench(page);
  await field.fill("fn main() {\n    let mut line = String::new();\n    std::io::stdin().read_line(&mut line).unwrap();\n    panic!(\"read {line}\");\n}\n");
  await bench.getByRole("button", { name: "Run" }).click();
  await bench.locator(".ran .how").getByText("ended with exit status: 101").waitFor();
  await bench.getByLabel("What the program reads").fill("seven");
  await bench.getByRole("button", { name: "Run" }).click();
  await bench.locator(".playground .errors").getByText("read seven").first().waitFor();
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test("programs of other languages run here", { skip }, async () => {
  const page = await open("comparison/side-by-side.html");
  const figure = page.locator("figure.languages").first();
  await figure.locator(".tabs > label", { hasText: "Python" }).click();
  const panel = figure.locator(".panel:visible");
  await panel.getByRole("button", { name: /^Run/ }).click();
  await panel.locator(".ran .how").getByText(/^It (ended well|printed)/).waitFor();
  assert.equal((await panel.locator(".playground").textContent()).trimEnd(), (await panel.locator(".output code").textContent()).trimEnd());
  await page.close();
});

test("the workbench: examples, sharing by a link that waits for its reader, a file, a page to take along", { skip }, async () => {
  const page = await open("reference/workbench.html", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator("#bench .drawn:not(.old) svg").first().waitFor({ state: "attached" });
  const { bench, field } = await atBench(page);
  const examples = await bench.getByLabel("Start from").locator("option").count();
  assert.ok(examples >= 6, `${examples} examples`);
  for (let number = 1; number < examples; number += 1) {
    await bench.getByLabel("Start from").selectOption({ index: number });
    await bench.locator(".looked:not(.old) .how").getByText(/^It (compiles|does not compile)/).waitFor();
  }
  const program = "fn main() {\n    let tickets = vec![\"Zoë\"];\n    println!(\"{tickets:?}\");\n}";
  await field.fill(program);
  await bench.getByRole("button", { name: "Share" }).click();
  await bench.getByText(/^(The link is copied|http)/).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.includes("#program="), link);

  const other = await reader.browser.newPage();
  const asked = [];
  other.on("request", (request) => { if (request.url().includes("/live/")) asked.push(request.url()); });
  await other.goto(`${reader.book.address}/#${reader.book.key}`);
  await other.goto(link);
  const theirs = other.locator("#bench");
  await theirs.getByText("This program comes from elsewhere").waitFor();
  assert.equal(await theirs.locator("textarea").first().inputValue(), program);
  await other.waitForTimeout(600);
  assert.deepEqual(asked.filter((url) => !url.includes("/theme/")), [], "nothing is compiled before the reader says so");
  await (await atBench(other)).field.press("End");
  await other.keyboard.type(" ");
  await other.waitForTimeout(600);
  assert.deepEqual(asked.filter((url) => !url.includes("/theme/")), [], "nor by a key");
  // Neither by leaving and coming back.
  await other.goto(`${reader.book.address}/introduction.html`);
  await other.goto(`${reader.book.address}/reference/workbench.html`);
  await theirs.getByText("This program comes from elsewhere").waitFor();
  await theirs.getByRole("button", { name: "Run", exact: true }).click();
  await theirs.getByRole("button", { name: "Save as a page" }).click();
  await other.waitForTimeout(600);
  assert.deepEqual(asked.filter((url) => !url.includes("/theme/")), [], "nor by another button");
  await theirs.getByRole("button", { name: "Compile and run it" }).click();
  await theirs.getByText("It compiles.").waitFor();
  await other.goto(`${reader.book.address}/reference/workbench.html#program=damaged`);
  await theirs.getByText("The link is damaged").waitFor();
  await other.close();

  await bench.locator("input[type='file']").setInputFiles({ name: "mine.rs", mimeType: "text/plain", buffer: Buffer.from("fn main() {}\n") });
  await bench.getByText("This program comes from elsewhere").waitFor();
  assert.equal(await field.inputValue(), "fn main() {}\n");
  await bench.locator("input[type='file']").setInputFiles({ name: "long.rs", mimeType: "text/plain", buffer: Buffer.from("x".repeat(70_000)) });
  await bench.getByText("long.rs is longer than 64 KiB").waitFor();
  assert.equal(await field.inputValue(), "fn main() {}\n", "nothing is lost");

  await bench.getByLabel("Start from").selectOption({ index: 1 });
  await bench.locator(".drawn:not(.old) svg").first().waitFor({ state: "attached" });
  assert.deepEqual(await violations(page), []);
  const [download] = await Promise.all([page.waitForEvent("download"), bench.getByRole("button", { name: "Save as a page" }).click()]);
  const path = await download.path();
  assert.ok(readFileSync(path).length < 200_000);
  const context = await reader.browser.newContext({ offline: true });
  const saved = await context.newPage();
  const requests = [];
  saved.on("request", (request) => requests.push(request.url()));
  await saved.setContent(readFileSync(path, "utf8"));
  await saved.getByRole("button", { name: "Next" }).click();
  assert.equal(await saved.locator("tr.now").count(), 1);
  assert.ok(await saved.locator(".step.shown svg").isVisible());
  assert.deepEqual(requests, []);
  assert.deepEqual(await violations(saved), []);
  await context.close();
  await page.close();
});

test("without the key this computer answers nothing, and the page says what to do", { skip }, async () => {
  const page = await reader.open(MOVED);
  const figure = page.locator("#ownership-moving-a-string");
  await figure.getByRole("button", { name: "Run" }).click();
  await figure.getByText("Not connected: open the address that cargo run printed").waitFor();
  // The address is opened in the same tab, and its key is taken.
  await page.evaluate((key) => { location.hash = key; }, reader.book.key);
  await figure.getByRole("button", { name: "Run" }).click();
  await figure.locator(".playground").getByText("hello").waitFor();
  // A link with a false key takes the true one from nobody.
  await page.evaluate(() => { location.hash = "key=0123"; });
  await figure.getByRole("button", { name: "Run" }).click();
  await figure.getByText(/^It ended well/).waitFor();
  await page.close();
});

test("where a system confines less, the reader is told before the first program runs", { skip }, async () => {
  const page = await reader.browser.newPage();
  await page.route("**/*.html", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('name="served" content=""', 'name="served" content="this system cannot keep a program from your files"') });
  });
  await page.goto(`${reader.book.address}/${MOVED}#${reader.book.key}`);
  const asked = [];
  page.on("request", (request) => { if (request.method() === "POST") asked.push(request.url()); });
  const { figure, field, text } = await editing(page, "ownership-moving-a-string");
  await field.fill(text.replace("hello", "bye"));
  await figure.locator(".looked").getByText("but this system cannot keep a program from your files").waitFor();
  await figure.getByRole("button", { name: "Run" }).click();
  await figure.locator(".ran").getByText("but this system cannot keep a program from your files").waitFor();
  await page.waitForTimeout(400);
  assert.deepEqual(asked, []);
  await figure.locator(".ran").getByRole("button", { name: "Go on" }).click();
  await figure.locator(".playground").getByText("bye").waitFor();
  assert.equal(await figure.locator(".stranger").count(), 0);
  await page.close();
});

test("a change that the page proposes is tried, and undone by one key", { skip }, async () => {
  const page = await open(MOVED);
  const figure = page.locator("#ownership-moving-a-string");
  await figure.getByRole("button", { name: "use s1 after the move" }).click();
  const field = figure.locator(".live-editor textarea");
  await figure.locator(".looked").getByText("borrow of moved value").waitFor();
  const tried = await field.inputValue();
  assert.match(tried, /, s1, s2\)/);
  await figure.getByRole("button", { name: "clone it instead" }).click();
  await figure.locator(".looked:not(.old)").getByText("It compiles.").waitFor();
  await page.keyboard.press("ControlOrMeta+z");
  assert.equal(await field.inputValue(), tried);
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test("Ask me: nothing gives the answers away before they are given, on the workbench and in an edit", { skip }, async () => {
  const page = await open("reference/workbench.html");
  const bench = page.locator("#bench");
  await bench.getByLabel("Start from").selectOption({ label: "two exclusive references" });
  await bench.locator(".looked:not(.old) .how").getByText("It does not compile").waitFor();
  await bench.getByRole("button", { name: "Ask me" }).click();
  const asked = bench.locator(".question:visible");
  await asked.first().waitFor();
  const all = await bench.locator(".question").count();
  assert.ok(all >= 3, `${all} questions`);
  for (let number = 1; number <= all; number += 1) {
    assert.equal(await asked.count(), number, "one after the other");
    assert.equal(await bench.locator(":is(.looked > .how, .messages, .drawn):visible, .gutter [data-level]").count(), 0);
    const last = asked.nth(number - 1);
    await last.evaluate((question) => {
      for (const input of question.querySelectorAll("input")) if (("right" in input.dataset) !== input.checked) input.click();
    });
    if (number === 1) {
      assert.deepEqual(await violations(page), []);
      await last.locator("input:not([data-right])").first().check();
      await last.getByRole("button", { name: "Answer" }).click();
      await last.getByText("Not so.").waitFor();
      await last.locator("input[data-right]").check();
    }
    await last.getByRole("button", { name: "Answer" }).click();
    await last.getByText(/^Right\./).waitFor();
  }
  await bench.locator(".drawn:not(.old) tr.refused").first().waitFor();
  assert.ok(await bench.locator(".messages").isVisible());
  assert.equal(await bench.locator(".gutter [data-level='error']").count(), 1);
  assert.equal(await page.evaluate(() => localStorage.getItem("questions")), null, "what is asked once does not come back");
  assert.deepEqual(await violations(page), []);

  await page.goto(`${reader.book.address}/${MOVED}`);
  const { figure, field, text } = await editing(page, "ownership-moving-a-string");
  await figure.getByRole("button", { name: "Ask me about ownership-moving-a-string" }).click();
  await figure.locator(".looked .question:visible").first().waitFor();
  await field.fill(text.replace("hello", "bye"));
  await figure.locator(".looked:not(.old)").getByText("It compiles.").waitFor();
  assert.equal(await figure.locator(".looked .question").count(), 0, "of an older text");
  await field.fill("fn main() { let = }");
  await figure.getByRole("button", { name: "Ask me about" }).click();
  await figure.getByText(/^There is nothing to ask/).waitFor();
  await figure.getByRole("button", { name: "Reset" }).click();
  assert.equal(await figure.getByRole("button", { name: "Ask me" }).count(), 0);
  await page.close();
});

test("by the keyboard alone, and 360 px wide, in light and dark", { skip }, async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await open(MOVED, { viewport: { width: 360, height: 740 }, colorScheme });
    const figure = page.locator("#ownership-moving-a-string");
    await figure.getByRole("button", { name: "Edit" }).focus();
    await page.keyboard.press("Enter");
    const field = figure.locator(".live-editor textarea");
    await field.waitFor();
    await page.waitForFunction(() => document.activeElement.tagName === "TEXTAREA");
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.type("// mine\n");
    await figure.locator(".drawn:not(.old) svg").first().waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "TEXTAREA");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is too wide");
    assert.deepEqual(await violations(page), []);
    await page.close();
  }
});

test("a hosted copy runs on the playground alone, and says what cargo run adds", { skip }, async () => {
  const page = await reader.hosted(MOVED);
  const sent = [];
  const playground = createServer((request, response) => {
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*", "content-type": "application/json" };
    if (request.method === "OPTIONS") return response.writeHead(204, headers).end();
    let body = "";
    request.on("data", (chunk) => { body += chunk; });
    request.on("end", () => {
      sent.push(JSON.parse(body));
      response.writeHead(200, headers).end(JSON.stringify({ result: "from there\n", error: null }));
    });
  });
  await new Promise((resolve) => playground.listen(0, "127.0.0.1", resolve));
  await page.route("https://play.rust-lang.org/**", async (route) => {
    const response = await route.fetch({ url: `http://127.0.0.1:${playground.address().port}/` });
    await route.fulfill({ response });
  });
  const { figure, field, text } = await editing(page, "ownership-moving-a-string");
  await field.fill(text.replace("hello", "bye"));
  await page.waitForTimeout(500);
  assert.ok(await figure.locator(".looked").isHidden());
  await figure.getByRole("button", { name: "Run" }).click();
  await figure.getByText("from there").waitFor();
  assert.match(sent[0].code, /bye/);
  await figure.getByText("Run the book with cargo run").waitFor();
  assert.equal(await page.locator(".needs-server:visible").count(), 0);
  playground.close();
  await page.unroute("https://play.rust-lang.org/**");
  await page.route("https://play.rust-lang.org/**", (route) => route.abort());
  await figure.getByRole("button", { name: "Run" }).click();
  await figure.getByText("save it as edited.rs").waitFor();
  await page.close();
});
