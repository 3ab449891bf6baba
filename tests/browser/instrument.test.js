// The instrument: one control moves program, lanes, sentence and picture; it is read by keyboard, on a
// phone, on paper and without JavaScript; and it tells nothing while the page asks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { missing, reading } from "./book.js";
import { violations, watchMoves } from "./measure.js";

const skip = missing();
const PAGE = "introduction.html";
const FIGURE = "#ownership-moving-a-string";
const REFUSED = { page: "borrowing/mutable-references.html", figure: "#borrowing-shared-then-exclusive" };
const reader = reading(skip);
const open = (options) => reader.open(PAGE, options);

/** What the figure shows: the selected line, the sentence, the picture's caption, the step. */
function shown(page, figure = FIGURE) {
  return page.locator(figure).evaluate((figure) => {
    const visible = (selector) => [...figure.querySelectorAll(selector)].filter((part) => part.checkVisibility({ visibilityProperty: true }));
    return {
      lines: visible(".program tr.now").map((row) => Number(row.dataset.line)),
      sentences: visible(".sentences > :not(.cell)").map((sentence) => Number(sentence.dataset.line)),
      pictures: visible(".step").map((step) => step.querySelector("figcaption").textContent),
      step: figure.querySelector(".control output")?.textContent,
    };
  });
}

/** Opens everything that the page keeps shut. */
const openAll = (page) => page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));

test("one control moves the line, its sentence and its picture", { skip }, async () => {
  const page = await open();
  const figure = page.locator(FIGURE);
  const first = await shown(page);
  assert.deepEqual(first.sentences, first.lines);
  assert.equal(first.pictures.length, 1);
  await figure.getByRole("button", { name: "Next" }).click();
  const second = await shown(page);
  assert.notDeepEqual(second.lines, first.lines);
  assert.deepEqual(second.sentences, second.lines);
  assert.match(second.pictures[0], new RegExp(`\\b${second.lines[0]}\\b`));
  await figure.getByRole("button", { name: "Back" }).click();
  assert.deepEqual(await shown(page), first);
  await figure.locator(`tr[data-line='${second.lines[0]}'] code`).first().click();
  assert.deepEqual(await shown(page), second);
  await page.close();
});

test("the program is one stop of the Tab key, and arrow keys lead through lines and lanes", { skip }, async () => {
  const page = await open();
  const figure = page.locator(FIGURE);
  assert.equal(await figure.locator(".program [tabindex='0']").count(), 1);
  await figure.locator("tr.now").focus();
  const { lines: [line] } = await shown(page);
  await page.keyboard.press("ArrowDown");
  const { lines: [next], step } = await shown(page);
  assert.ok(next > line);
  assert.match(step, /^3 of /);
  await page.keyboard.press("ArrowRight");
  const cell = await page.evaluate(() => document.activeElement.ariaLabel);
  assert.match(cell, /^s1 may do nothing here/);
  assert.equal(await figure.locator(".cell").innerText(), cell);
  assert.equal(await figure.locator(".program [tabindex='0']").count(), 1);
  await page.keyboard.press("ArrowUp");
  assert.deepEqual((await shown(page)).lines, [line]);
  await page.keyboard.press("End");
  assert.equal(await figure.getByRole("button", { name: "Next" }).getAttribute("aria-disabled"), "true");
  assert.match(page.url(), /introduction/, "the arrow keys turn no page");
  await page.close();
});

test("nothing moves when another line is selected", { skip }, async () => {
  for (const width of [360, 1280, 1440]) {
    const page = await open({ viewport: { width, height: 900 } });
    const figure = page.locator(FIGURE);
    const before = await figure.boundingBox();
    const next = figure.getByRole("button", { name: "Next" });
    while ((await next.getAttribute("aria-disabled")) !== "true") {
      await next.click();
      assert.equal((await figure.boundingBox()).height, before.height, `at ${width} px`);
    }
    await page.close();
  }
});

test("the picture stays in sight beside the first and the last line of its program", { skip }, async () => {
  for (const [width, height] of [[360, 740], [768, 1024], [1280, 800], [1440, 900]]) {
    const page = await reader.open("borrowing/mutable-references.html", { viewport: { width, height }, reducedMotion: "reduce" });
    await openAll(page);
    for (const row of ["tr:first-child", "tr:last-child"]) {
      const seen = await page.locator("#borrowing-reborrowing").evaluate((figure, row) => {
        const line = figure.querySelector(`.program ${row}`);
        line.scrollIntoView({ block: "center" });
        const box = figure.querySelector(".step.shown svg").getBoundingClientRect();
        const side = figure.querySelector(".side").getBoundingClientRect();
        return Math.min(box.bottom, side.bottom, innerHeight) - Math.max(box.top, side.top);
      }, row);
      assert.ok(seen > 40, `${width} px, ${row}: ${seen} px of the picture are in sight`);
    }
    await page.close();
  }
});

test("letters in pictures have 12 px at every width, and no page grows wider for them", { skip }, async () => {
  for (const width of [320, 360, 768, 1280, 1440, 2560]) {
    const page = await reader.open("borrowing/mutable-references.html", { viewport: { width, height: 800 } });
    await openAll(page);
    const widths = await page.evaluate(() => ({ page: document.documentElement.scrollWidth, scales: [...document.querySelectorAll(".memory svg")].map((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width) }));
    assert.ok(widths.page <= width, `the page is ${widths.page} px wide`);
    assert.ok(Math.min(...widths.scales) >= 0.999, `at ${width} px letters shrink to ${Math.min(...widths.scales)}`);
    await page.close();
  }
});

test("no message of rustc is cut", { skip }, async () => {
  for (const width of [360, 768, 1440]) {
    const page = await reader.open(REFUSED.page, { viewport: { width, height: 800 } });
    await openAll(page);
    const cut = await page.locator(".message code, .message pre").evaluateAll((blocks) => blocks.filter((block) => block.scrollWidth > block.clientWidth).length);
    assert.equal(cut, 0, `at ${width} px`);
    await page.close();
  }
});

test("a figure that is asked about tells nothing before it is opened", { skip }, async () => {
  const page = await reader.open(REFUSED.page);
  const figure = page.locator(REFUSED.figure);
  const telling = () => figure.locator(".lane, .label, .side, .reasons, .legend, tr.now, .refused .visually-hidden").evaluateAll((parts) => parts.filter((part) => part.checkVisibility() && (!part.classList.contains("now") || getComputedStyle(part).backgroundColor !== "rgba(0, 0, 0, 0)")).length);
  assert.equal(await telling(), 0);
  await figure.locator("summary", { hasText: "What happens" }).click();
  assert.ok((await telling()) > 5);
  assert.deepEqual((await shown(page, REFUSED.figure)).lines, [4]);
  assert.match(await figure.locator(".lack").innerText(), /needs W of queue, has R/);
  assert.deepEqual(await violations(page), []);
  await figure.getByRole("button", { name: "Next" }).click();
  assert.match((await shown(page, REFUSED.figure)).pictures[0], /^What would have happened, before line 5/);
  assert.ok(await figure.locator(".step.shown .freed").first().isVisible());
  await page.close();
});

test("the legend stays closed, and moves nothing", { skip }, async () => {
  const page = await open();
  const legend = page.locator(".legend:visible");
  assert.ok((await legend.count()) > 0);
  await page.locator(`${FIGURE} .legend`).getByRole("button", { name: "Close the legend" }).click();
  assert.equal(await legend.count(), 0);
  const moves = await watchMoves(page);
  await page.reload();
  assert.equal(await legend.count(), 0);
  assert.deepEqual(await moves(), []);
  await page.close();
});

test("without JavaScript and on paper the sentences and the pictures stand there", { skip }, async () => {
  const page = await open({ javaScriptEnabled: false });
  const pictures = page.locator(`${FIGURE} .step svg`);
  const count = await pictures.count();
  assert.ok(count > 2);
  for (let index = 0; index < count; index++) assert.ok(await pictures.nth(index).isVisible());
  assert.ok(await page.locator(`${FIGURE} .control`).isHidden());
  assert.ok(await page.locator(`${FIGURE} .sentences li`).last().isVisible());
  // All lines are told of then, and not the letters of one.
  await page.setViewportSize({ width: 360, height: 740 });
  assert.equal(await page.locator(".chips:visible").count(), 0);
  await page.close();
  const paper = await open({ viewport: { width: 360, height: 740 } });
  assert.ok((await paper.locator(".chips:visible").count()) > 0);
  await paper.emulateMedia({ media: "print" });
  assert.equal(await paper.locator(".chips:visible").count(), 0);
  const printed = await shown(paper);
  assert.ok(printed.pictures.length > 0 && printed.pictures.length < count, `${printed.pictures.length} of ${count} pictures`);
  assert.ok(printed.sentences.length > 3);
  await paper.close();
});

test("each picture says in words what it shows", { skip }, async () => {
  const page = await open();
  const pictures = page.getByRole("img", { name: /heap 1 is 5 bytes: "hello"/ });
  assert.ok(await pictures.count() > 0);
  await page.close();
});
