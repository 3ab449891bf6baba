// Lighthouse, mobile emulation, all four categories, on the pages it is told, one at a time.
//
// `npm run lighthouse` measures every page and prints its figures. Lighthouse keeps its marks in
// globals, so pages are measured side by side only by several processes: see `inShares`.

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { CHROMIUM, FLAGS, pages, serve } from "./book.js";

export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const SELF = fileURLToPath(import.meta.url);
// Search engines are kept away from this page on purpose: they find each page by itself.
const SKIPPED = { "print.html": ["is-crawlable"] };

/** The scores of one page from 0 to 100, what cost it points, and its layout shift. */
async function measured(port, address, path) {
  // It would wait for news of the next build.
  const blockedUrlPatterns = ["*/__livereload/*"];
  const options = { port, logLevel: "error", disableFullPageScreenshot: true, blockedUrlPatterns, skipAudits: SKIPPED[path] };
  const { lhr } = await lighthouse(`${address}/${path}`, options);
  const scores = {}, causes = [];
  for (const category of CATEGORIES) {
    const { score, auditRefs } = lhr.categories[category];
    scores[category] = Math.round(score * 100);
    for (const { id, weight } of auditRefs) {
      const audit = lhr.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 0.9) causes.push(`${id} ${audit.displayValue ?? ""}`.trim());
    }
  }
  const shift = lhr.audits["cumulative-layout-shift"].numericValue;
  return { path, scores, causes, shift };
}

/** Measures the pages in turn, and hands on each result. */
export async function measure(address, paths, hand) {
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: ["--headless=new", ...FLAGS] });
  try {
    for (const path of paths) hand(await measured(chrome.port, address, path));
  } finally {
    chrome.kill();
  }
}

/** The results of every page, measured by several processes at once. */
export async function inShares(address, paths, processes) {
  const results = [];
  const shares = Array.from({ length: processes }, (_, share) => paths.filter((_, index) => index % processes === share));
  await Promise.all(shares.map((share) => new Promise((resolve, reject) => {
    const child = fork(SELF, [address, ...share]);
    child.on("message", (result) => results.push(result));
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`Lighthouse ended with ${code}`))));
  })));
  return results;
}

export function row({ path, scores, causes }) {
  return `${path.padEnd(42)} ${CATEGORIES.map((category) => String(scores[category]).padStart(4)).join("")}  ${causes.join(", ")}`;
}

if (process.argv[1] === SELF) {
  const [address, ...paths] = process.argv.slice(2);
  if (address) {
    await measure(address, paths, (result) => process.send(result));
    process.disconnect();
  } else {
    const book = await serve();
    console.log(`${"page".padEnd(42)} perf a11y best seo`);
    await measure(book.address, pages(), (result) => console.log(row(result)));
    book.stop();
  }
}
