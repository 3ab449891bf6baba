// What axe finds on a page, and what a first visit to it costs.

import { readFileSync } from "node:fs";

const AXE = readFileSync(new URL("./node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that hang on the colors alone, and take most of the time. */
export const OF_COLORS = ["color-contrast", "link-in-text-block"];
/** Those alone: in another theme the names and the order of things are the same. */
export const COLORS_ALONE = { runOnly: { type: "rule", values: OF_COLORS } };

/** What axe finds on the page as it stands, one line for each rule; `options` are axe's own. */
export async function violations(page, options = {}) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((options) => axe.run({ ...options, resultTypes: ["violations"] }), { runOnly: RULES, ...options });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
}

/** Watches what moves on the pages that are opened from now on; returns what tells it of the last one. */
export async function watchMoves(page) {
  await page.addInitScript(() => {
    globalThis.moves = [];
    const of = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
    const told = ({ node, previousRect, currentRect }) => `${node?.outerHTML?.slice(0, 80) ?? node?.data} from ${of(previousRect)} to ${of(currentRect)}`;
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) globalThis.moves.push({ value, parts: sources.map(told) });
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => globalThis.moves);
}

/** Compressed bytes, requests and layout shift of a first visit. */
export async function weigh(browser, address, path) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const kinds = new Map();
  const cost = { bytes: 0, scripts: 0, requests: 0, foreign: [], shift: 0 };
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    kinds.set(requestId, type);
    if (!response.url.startsWith(address)) cost.foreign.push(response.url);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    cost.requests += 1;
    cost.bytes += encodedDataLength;
    if (kinds.get(requestId) === "Script") cost.scripts += encodedDataLength;
  });
  const moves = await watchMoves(page);
  await page.goto(`${address}/${path}`, { waitUntil: "load" });
  await page.waitForTimeout(100);
  cost.shift = (await moves()).reduce((sum, { value }) => sum + value, 0);
  await context.close();
  return cost;
}
