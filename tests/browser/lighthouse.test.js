// Every page in Lighthouse: a page over budget is named with its figures and what cost it points.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BUDGET, missing, pages, part, serve } from "./book.js";
import { CATEGORIES, inShares, measure, row } from "./lighthouse.js";

const skip = missing();
// Waiting is most of a measurement: three at once take a third of the time on two cores.
const PROCESSES = 3;
// How fast a page is hangs on the computer that measures it: `npm run lighthouse` prints that.
const PROVED = CATEGORIES.filter((category) => category !== "performance");
const short = ({ scores }) => PROVED.some((category) => !(scores[category] >= BUDGET.lighthouse[category]));

test("every page reaches the goals of Lighthouse, but for speed", { skip }, async () => {
  const book = await serve();
  try {
    const paths = part(pages());
    const results = await inShares(book.address, paths, PROCESSES);
    assert.equal(results.length, paths.length);
    // Pages measured side by side disturb each other; what a page reaches alone counts.
    const alone = [];
    await measure(book.address, results.filter(short).map(({ path }) => path), (result) => alone.push(result));
    const failed = alone.filter(short).map(row);
    assert.deepEqual(results.filter(({ shift }) => shift > BUDGET.layout_shift), [], "moves on a phone");
    assert.deepEqual(failed, [], `below ${JSON.stringify(BUDGET.lighthouse)}`);
  } finally {
    book.stop();
  }
});
