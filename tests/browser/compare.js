// Each goal's figure for this book, worst page and median, beside the page "What is ownership?" of
// The Rust Programming Language, which rustup installs: `npm run compare`.
//
// Both are built files, served by the same few lines below, compressed, and measured in one run of
// some minutes; the page that holds all others to be printed has a column of its own.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { BUDGET, ROOT, browse, pages } from "./book.js";
import { CATEGORIES, measure, row } from "./lighthouse.js";
import { violations, weigh } from "./measure.js";

const OTHER_PAGE = "ch04-01-what-is-ownership.html";
const KINDS = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".txt": "text/plain", ".woff2": "font/woff2" };

async function serving(folder) {
  const server = createServer((request, response) => {
    const path = join(folder, normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)));
    if (!existsSync(path) || extname(path) === "") return response.writeHead(404).end();
    const headers = { "Content-Type": KINDS[extname(path)] ?? "application/octet-stream", "Content-Encoding": "gzip", "Cache-Control": "no-cache" };
    return response.writeHead(200, headers).end(gzipSync(readFileSync(path)));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

/** The figures of each page, by name. */
async function figures(folder, paths) {
  const served = await serving(folder);
  const browser = await browse();
  const found = [];
  for (const path of paths) {
    console.error(path);
    const { bytes, scripts, requests, foreign, shift } = await weigh(browser, served.address, path);
    const figures = { "bytes, compressed": bytes, "bytes of scripts": scripts, requests, "requests elsewhere": foreign.length, "layout shift": shift };
    for (const colorScheme of ["light", "dark"]) {
      const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 } });
      await page.goto(`${served.address}/${path}`);
      figures[`axe, ${colorScheme}`] = (await violations(page)).length;
      await page.setViewportSize({ width: 320, height: 800 });
      figures["px too wide at 320"] = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await page.close();
    }
    found.push({ path, figures });
  }
  await browser.close();
  const scores = new Map();
  await measure(served.address, paths, (result) => {
    console.error(row(result));
    scores.set(result.path, result.scores);
  });
  served.stop();
  for (const { path, figures } of found) {
    for (const category of CATEGORIES) figures[`Lighthouse, ${category}`] = scores.get(path)[category];
  }
  return found;
}

const made = mkdtempSync(join(tmpdir(), "book-"));
execFileSync("cargo", ["run", "--quiet", "--locked", "--", "build", join(made, "book")], { cwd: ROOT });
const all = await figures(join(made, "book"), pages());
const own = all.filter(({ path }) => path !== "print.html");
const whole = all.find(({ path }) => path === "print.html");
rmSync(made, { recursive: true });
const sysroot = execFileSync("rustc", ["--print", "sysroot"], { cwd: ROOT, encoding: "utf8" }).trim();
const other = join(sysroot, "share/doc/rust/html/book");
const [theirs] = existsSync(join(other, OTHER_PAGE)) ? await figures(other, [OTHER_PAGE]) : [];
if (!theirs) console.log("There is no copy of The Rust Programming Language here; `rustup component add rust-docs` installs one.");

const goals = {
  "bytes, compressed": BUDGET.compressed_bytes, "bytes of scripts": BUDGET.compressed_script_bytes, requests: BUDGET.requests,
  "requests elsewhere": 0, "layout shift": BUDGET.layout_shift, "axe, light": 0, "axe, dark": 0, "px too wide at 320": 0,
  ...Object.fromEntries(CATEGORIES.map((category) => [`Lighthouse, ${category}`, BUDGET.lighthouse[category]])),
};
console.log(`\n| ${own.length} pages | goal | worst | median | print.html | The Rust Programming Language |\n| --- | --- | --- | --- | --- | --- |`);
for (const [name, goal] of Object.entries(goals)) {
  const better = name.startsWith("Lighthouse") ? 1 : -1;
  const sorted = [...own].sort((a, b) => better * (a.figures[name] - b.figures[name]));
  const [worst, median] = [sorted[0], sorted[Math.floor(sorted.length / 2)]];
  console.log(`| ${name} | ${goal} | ${worst.figures[name]} (${worst.path}) | ${median.figures[name]} | ${whole.figures[name]} | ${theirs?.figures[name] ?? "–"} |`);
}
