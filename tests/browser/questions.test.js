// Questions: answered by mouse and keyboard, told to a screen reader, kept in this browser alone, and
// there without JavaScript and on paper.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { ROOT, missing, pages, part, reading } from "./book.js";
import { COLORS_ALONE, violations } from "./measure.js";

const skip = missing();
const reader = reading(skip);
const BACK = "reference/questions-to-come-back-to.html";
const WHY = { page: "borrowing/mutable-references.html", id: "borrowing-two-exclusive-references-why", figure: "#borrowing-two-exclusive-references" };
const FREED = { page: "going-deeper/replacing-a-value.html", id: "ownership-taking-the-basket-freed-5", figure: "#ownership-taking-the-basket" };
const SEVERAL = { page: "borrowing/where-a-borrow-ends.html", figure: "#borrowing-ending-at-the-last-use", ids: ["borrowing-ending-at-the-last-use-outcome", "borrowing-ending-at-the-last-use-permission-queue-4", "borrowing-ending-at-the-last-use-need-queue-5"] };

const question = (page, id) => page.locator(`[id="${id}"]`);
const told = (page, id) => question(page, id).getByRole("status");
const press = (page, id, name) => question(page, id).getByRole("button", { name, exact: true }).click();

/** Chooses what is right, or one thing that is not, and answers. */
async function answer(page, id, right) {
  await question(page, id).evaluate((section, right) => {
    const inputs = [...section.querySelectorAll("input")];
    const isRight = (input) => "right" in input.dataset;
    for (const input of inputs) {
      const wanted = input.type === "checkbox" && !right ? !isRight(input) : right === isRight(input);
      if (input.checked !== wanted && (input.type === "checkbox" || wanted)) input.click();
    }
    [...section.querySelectorAll("button")].find(({ textContent }) => textContent === "Answer").click();
  }, right);
}

const kept = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("questions") ?? "{}"));

/** A missed question becomes due now. */
const makeDue = (page) => page.evaluate(() => {
  const missed = JSON.parse(localStorage.getItem("questions"));
  for (const it of Object.values(missed)) it.due = 0;
  localStorage.setItem("questions", JSON.stringify(missed));
});

/** Every question of the book, by its page. */
let found;
const all = () => (found ??= find());
async function find() {
  const page = await reader.open("");
  const found = [];
  const asks = (path) => existsSync(source(path)) && readFileSync(source(path), "utf8").includes("\n```question\n");
  const source = (path) => `${ROOT}src/${path.replace(".html", ".md")}`;
  for (const path of pages().filter(asks)) {
    await page.goto(`${reader.book.address}/${path}`);
    for (const id of await page.locator(".question").evaluateAll((sections) => sections.map((section) => section.id))) found.push({ path, id });
  }
  await page.close();
  return found;
}

test("every question of the book is answered: wrong, then right", { skip }, async () => {
  const questions = await all();
  assert.ok(questions.length >= 10, `${questions.length} questions`);
  const page = await reader.open("");
  let shown;
  for (const { path, id } of questions) {
    if (path !== shown) await page.goto(`${reader.book.address}/${path}`);
    shown = path;
    await answer(page, id, false);
    assert.match(await told(page, id).innerText(), /^Not so\. \S/, id);
    await answer(page, id, true);
    assert.match(await told(page, id).innerText(), /^Right\. \S/, id);
  }
  await page.close();
});

test("a wrong answer is told its own sentence, the figure stays shut, and the reader looks again", { skip }, async () => {
  const page = await reader.open(WHY.page);
  const open = () => page.locator(`${WHY.figure} > details[open]`).count();
  await question(page, WHY.id).getByLabel("moves the vector away").check();
  await press(page, WHY.id, "Answer");
  assert.match(await told(page, WHY.id).innerText(), /^Not so\. &mut lends\./);
  assert.equal(await open(), 0);
  await question(page, WHY.id).getByLabel("in scope until the closing brace").check();
  assert.equal(await told(page, WHY.id).innerText(), "", "a new choice is not answered yet");
  await press(page, WHY.id, "Answer");
  assert.match(await told(page, WHY.id).innerText(), /^Not so\. A borrow ends after its last use/);
  await press(page, WHY.id, "Show the answer");
  assert.match(await told(page, WHY.id).innerText(), /^The answer: Indexing a vector borrows the vector\./);
  assert.ok(await question(page, WHY.id).getByLabel("borrows the vector, not one element").isChecked());
  assert.equal(await open(), 1, "what happens");
  await page.close();
});

test("nothing chosen is no answer", { skip }, async () => {
  const page = await reader.open(WHY.page);
  await press(page, WHY.id, "Answer");
  assert.equal(await told(page, WHY.id).innerText(), "Choose an option.");
  assert.deepEqual(await kept(page), {});
  await page.close();
});

test("the figure opens at the step that shows why", { skip }, async () => {
  const page = await reader.open(FREED.page);
  await answer(page, FREED.id, true);
  assert.match(await told(page, FREED.id).innerText(), /^Right\. Line 5 frees nothing\./);
  const shown = page.locator(`${FREED.figure} .step.shown`);
  assert.match(await shown.locator("figcaption").innerText(), /^Before lines? (\d+, )*6\b/);
  assert.ok(await shown.locator("svg").isVisible());
  assert.deepEqual(await page.locator(`${FREED.figure} .program tr.now`).evaluateAll((rows) => rows.map((row) => row.dataset.line)), ["6"]);
  await page.close();
});

test("of several questions about a figure one follows the other, and it opens after the last", { skip }, async () => {
  const page = await reader.open(SEVERAL.page);
  const open = () => page.locator(`${SEVERAL.figure} > details[open]`).count();
  const seen = () => page.locator(`${SEVERAL.figure} > .question:visible`).evaluateAll((questions) => questions.map(({ id }) => id));
  for (const [number, id] of SEVERAL.ids.entries()) {
    assert.deepEqual(await seen(), SEVERAL.ids.slice(0, number + 1));
    assert.equal(await open(), 0, id);
    await answer(page, id, true);
  }
  assert.equal(await open(), 1);
  // Who comes back to one of them finds it.
  await page.goto(`${reader.book.address}/${SEVERAL.page}#${SEVERAL.ids[2]}`);
  await page.reload();
  assert.deepEqual(await seen(), [SEVERAL.ids[0], SEVERAL.ids[2]]);
  await page.close();
});

test("before it is answered a figure does not say whether its program compiles", { skip }, async () => {
  const page = await reader.open(WHY.page);
  const verdict = page.locator(`${WHY.figure} .verdict`);
  const twin = page.locator("#borrowing-two-exclusive-references-in-cpp");
  assert.ok(await verdict.isHidden() && await twin.isHidden());
  await answer(page, WHY.id, true);
  assert.ok(await verdict.isVisible() && await twin.isVisible());
  await page.close();
});

test("the keyboard alone answers", { skip }, async () => {
  const page = await reader.open(WHY.page);
  await question(page, WHY.id).locator("input").first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  assert.match(page.url(), /mutable-references/, "the arrow keys turn no page");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Answer");
  await page.keyboard.press("Enter");
  assert.match(await told(page, WHY.id).innerText(), /^Right\./);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Answer", "the focus stays");
  await page.close();
});

test("a screen reader is told the question, its options and what came of it", { skip }, async () => {
  const page = await reader.open(WHY.page);
  const region = page.getByRole("group", { name: "rustc refuses line 4. Why?" });
  assert.equal(await region.getByRole("group", { name: "Options" }).getByRole("radio").count(), 4);
  await answer(page, WHY.id, true);
  assert.match(await region.getByRole("status").innerText(), /^Right\./);
  await page.close();
});

test("touch: an option is at least 24 px high, and nothing is wider than a phone of 360 px", { skip }, async () => {
  const page = await reader.open(SEVERAL.page, { viewport: { width: 360, height: 800 }, hasTouch: true });
  const room = await page.evaluate(() => [...document.querySelectorAll("figure.asked:has(.program)")].map((figure) => figure.querySelector(".question").getBoundingClientRect().top - figure.querySelector(".program").getBoundingClientRect().bottom));
  assert.ok(room.length > 0 && Math.min(...room) >= 0, `no program lies over a question: ${room}`);
  for (const label of await question(page, SEVERAL.ids[0]).locator("label").all()) assert.ok((await label.boundingBox()).height >= 24);
  await question(page, SEVERAL.ids[0]).locator("label").first().tap();
  await question(page, SEVERAL.ids[0]).getByRole("button", { name: "Answer" }).tap();
  assert.match(await told(page, SEVERAL.ids[0]).innerText(), /^Not so\. rustc accepts/);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 360);
  await page.close();
});

test("what was missed comes back, in growing intervals, until it is done", { skip }, async () => {
  const page = await reader.open(WHY.page);
  const visit = (path) => page.goto(`${reader.book.address}/${path}`);
  const due = () => page.locator("[data-question]:visible").evaluateAll((items) => items.map((item) => item.dataset.question));
  await answer(page, WHY.id, false);
  await answer(page, WHY.id, true);
  assert.equal((await kept(page))[WHY.id].step, 0, "only the first answer of a visit counts");
  await visit("borrowing/inventory.html");
  assert.deepEqual(await due(), [WHY.id], "at the end of the part");
  await visit(BACK);
  assert.deepEqual(await due(), [WHY.id]);
  for (const [step, days] of [[1, 1], [2, 3], [3, 8], [4, 21]]) {
    await visit(BACK);
    await page.locator(`[data-question="${WHY.id}"] a`).click();
    await question(page, WHY.id).waitFor();
    const now = Date.now();
    await answer(page, WHY.id, true);
    const it = (await kept(page))[WHY.id];
    assert.equal(it.step, step);
    assert.ok(Math.abs((it.due - now) / 86_400_000 - days) < 0.01, `due in ${(it.due - now) / 86_400_000} days`);
    await visit(BACK);
    assert.deepEqual(await due(), [], "not before its time");
    assert.ok(await page.getByText("No question is waiting").isVisible());
    await makeDue(page);
  }
  await visit(WHY.page);
  await answer(page, WHY.id, true);
  assert.deepEqual(await kept(page), {}, "done");
  await page.close();
});

test("what is not due is answered without effect, and what is right at first is not kept", { skip }, async () => {
  const page = await reader.open(WHY.page);
  await answer(page, WHY.id, true);
  assert.deepEqual(await kept(page), {});
  await page.close();
});

test("what was missed is saved to a file, read from it, and forgotten", { skip }, async () => {
  const page = await reader.open(WHY.page);
  await answer(page, WHY.id, false);
  const before = await kept(page);
  await page.goto(`${reader.book.address}/${BACK}`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save to a file" }).click()]);
  const file = await download.path();
  assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), before);
  page.on("dialog", (dialog) => dialog.accept());
  await page.getByRole("button", { name: "Forget all" }).click();
  assert.deepEqual(await kept(page), {});
  assert.ok(await page.getByText("No question is waiting").isVisible());
  const read = async (files) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Read from a file" }).click()]);
    await chooser.setFiles(files);
  };
  await read({ name: "a.json", mimeType: "application/json", buffer: Buffer.from("<html>") });
  await page.getByText("This file was not saved here").waitFor();
  assert.deepEqual(await kept(page), {});
  await read({ name: "questions.json", mimeType: "application/json", buffer: readFileSync(file) });
  await page.getByText("1 question").first().waitFor();
  assert.deepEqual(await kept(page), before);
  await page.close();
});

test("what no page asks any more is dropped, and junk in the storage does no harm", { skip }, async () => {
  const page = await reader.open(WHY.page);
  await page.evaluate((id) => localStorage.setItem("questions", JSON.stringify({ gone: { step: 0, due: 0 }, odd: 7, [id]: { step: 0, due: 0 } })), WHY.id);
  await page.goto(`${reader.book.address}/${BACK}`);
  assert.deepEqual(Object.keys(await kept(page)), [WHY.id]);
  for (const junk of ["{", "null", "[1]", "7"]) {
    await page.evaluate((junk) => localStorage.setItem("questions", junk), junk);
    await page.reload();
    assert.ok(await page.getByText("No question is waiting").isVisible(), junk);
  }
  await page.close();
});

test("without JavaScript the options stand there, and the answer is folded at the end of the page", { skip }, async () => {
  const page = await reader.open(WHY.page, { javaScriptEnabled: false });
  const section = question(page, WHY.id);
  assert.equal(await section.locator("label:visible").count(), 4);
  assert.ok(await section.getByRole("button").isHidden());
  const answer = page.locator(`[id="${WHY.id}-answer"] .because`);
  assert.ok(await answer.isHidden());
  await section.getByRole("link", { name: "The answer" }).click();
  assert.ok(await answer.isVisible(), "the link opens it");
  await page.goto(`${reader.book.address}/${BACK}`);
  assert.ok(await page.locator("[data-question]:visible").count() >= 10, "all questions of the book");
  await page.close();
});

test("on paper the answers stand at the end of the chapter", { skip }, async () => {
  const page = await reader.open(WHY.page);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(`[id="${WHY.id}-answer"] .because`).isVisible());
  assert.equal(await question(page, WHY.id).locator("label:visible").count(), 4);
  assert.ok(await question(page, WHY.id).getByRole("button", { name: "Answer" }).isHidden());
  await page.close();
});

const themes = {
  light: [{ colorScheme: "light" }, {}],
  dark: [{ colorScheme: "dark" }, COLORS_ALONE],
  "forced colors": [{ forcedColors: "active" }, COLORS_ALONE],
};
for (const [theme, [options, rules]] of Object.entries(themes)) {
  test(`axe finds nothing with questions open, wrong and right, ${theme}`, { skip }, async () => {
    const questions = await all();
    const page = await reader.open("", options);
    for (const path of part([...new Set(questions.map(({ path }) => path))])) {
      await page.goto(`${reader.book.address}/${path}`);
      const ids = questions.filter((question) => question.path === path).map(({ id }) => id);
      assert.deepEqual(await violations(page, rules), [], `${path}, open`);
      for (const id of ids) await answer(page, id, false);
      assert.deepEqual(await violations(page, rules), [], `${path}, wrong`);
      for (const id of ids) await answer(page, id, true);
      assert.deepEqual(await violations(page, rules), [], `${path}, right`);
    }
    await page.goto(`${reader.book.address}/${BACK}`);
    assert.deepEqual(await violations(page, rules), [], "what was missed");
    await page.close();
  });
}
