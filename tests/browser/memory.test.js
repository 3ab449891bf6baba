// The memory pictures: the slider, the line that it marks, and the pictures without JavaScript.

import assert from "node:assert/strict";
import { test } from "node:test";
import { missing, reading } from "./book.js";

const skip = missing();
const PAGE = "ownership/moves.html";
const FIGURE = "#ownership-moving-in-and-back";
const reader = reading(skip);
// Where the page asks about the figure, its pictures are folded away at first.
const open = async (options) => {
  const page = await reader.open(PAGE, options);
  for (const summary of await page.locator(`${FIGURE} > details:not([open]) > summary`).all()) await summary.click();
  return page;
};

const shown = (page) => page.locator(`${FIGURE} .step`).evaluateAll((steps) => steps.filter((step) => step.checkVisibility({ visibilityProperty: true })).map((step) => Number(step.dataset.line)));

/** The text of the line of code that is marked. */
async function marked(page) {
  const mark = await page.locator(`${FIGURE} .memory-mark`).boundingBox();
  const lines = await page.locator(`${FIGURE} pre code`).first().evaluate((code) => code.textContent.trimEnd().split("\n"));
  const code = await page.locator(`${FIGURE} pre code`).first().evaluate((code) => {
    const range = document.createRange();
    range.selectNodeContents(code);
    const { top, height } = range.getBoundingClientRect();
    return { top, height };
  });
  const middle = mark.y + mark.height / 2 - code.top;
  return 1 + Math.floor(middle / (code.height / lines.length));
}

test("one picture at a time, chosen with buttons and arrow keys, its line marked", { skip }, async () => {
  const page = await open();
  const figure = page.locator(FIGURE);
  const steps = await figure.locator(".step").count();
  assert.ok(steps > 3, `${steps} steps`);
  const [first] = await shown(page);
  assert.deepEqual(await shown(page), [first]);
  await figure.getByRole("button", { name: "Next" }).click();
  const [second, ...others] = await shown(page);
  assert.deepEqual(others, []);
  assert.notEqual(second, first);
  assert.equal(await marked(page), second);
  await figure.getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  const [third] = await shown(page);
  assert.equal(await marked(page), third);
  assert.match(await figure.getByRole("slider").getAttribute("aria-valuetext"), new RegExp(`^3 of ${steps}: Before line ${third}`));
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await shown(page), [second]);
  assert.match(page.url(), /moves/, "the arrow keys turn no page while the slider has the focus");
  await page.keyboard.press("End");
  assert.equal(await figure.getByRole("button", { name: "Next" }).getAttribute("aria-disabled"), "true");
  await figure.getByRole("button", { name: "Next" }).click({ force: true });
  assert.equal((await shown(page)).length, 1, "there is nothing after the last picture");
  await page.close();
});

test("on a wide screen the picture stands beside the program, and the timeline marks its line too", { skip }, async () => {
  const page = await open({ viewport: { width: 1440, height: 900 } });
  const code = await page.locator(`${FIGURE} > pre`).first().boundingBox();
  const memory = await page.locator(`${FIGURE} > .memory`).boundingBox();
  assert.ok(memory.x >= code.x + code.width && memory.y < code.y + code.height, JSON.stringify({ code, memory }));
  const [line] = await shown(page);
  assert.deepEqual(await page.locator(`${FIGURE} .timeline .now .line`).allInnerTexts(), [String(line)]);
  await page.close();
});

test("nothing moves when another picture is chosen", { skip }, async () => {
  const page = await open();
  const figure = page.locator(FIGURE);
  const before = await figure.boundingBox();
  await figure.getByRole("button", { name: "Next" }).click();
  assert.equal((await figure.boundingBox()).height, before.height);
  await page.close();
});

test("without JavaScript and on paper all pictures stand there", { skip }, async () => {
  const page = await open({ javaScriptEnabled: false });
  const pictures = page.locator(`${FIGURE} .step svg`);
  const count = await pictures.count();
  for (let index = 0; index < count; index++) assert.ok(await pictures.nth(index).isVisible());
  assert.ok(await page.locator(`${FIGURE} .memory-control`).isHidden());
  await page.close();
  const paper = await open();
  await paper.emulateMedia({ media: "print" });
  assert.equal((await shown(paper)).length, count);
  await paper.close();
});

test("a picture fits a phone of 360 px, or scrolls in its own box", { skip }, async () => {
  const page = await open({ viewport: { width: 360, height: 800 } });
  const widths = await page.evaluate(() => ({ page: document.documentElement.scrollWidth, letters: [...document.querySelectorAll(".memory svg")].map((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width) }));
  assert.ok(widths.page <= 360, `the page is ${widths.page} px wide`);
  assert.ok(widths.letters.every((scale) => scale > 0.79 && scale <= 1), `letters shrink to ${Math.min(...widths.letters)}`);
  await page.close();
});

test("each picture says in words what it shows", { skip }, async () => {
  const page = await open();
  const pictures = page.getByRole("img", { name: /heap 1 is 5 bytes: "bread"/ });
  assert.ok(await pictures.count() > 0);
  await page.close();
});
