// The book, built and served for these tests, and a browser to read it in.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

export const ROOT = new URL("../../", import.meta.url).pathname;
export const BUDGET = JSON.parse(readFileSync(new URL("./budget.json", import.meta.url), "utf8"));
export const CHROMIUM = [process.env.CHROME_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path && existsSync(path));
export const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/**
 * Why a test is skipped that needs a browser and perhaps other tools, or false.
 * Where `BOOK_REQUIRE_BROWSER=1` is set, as in CI, it is an error instead.
 */
export function missing(...tools) {
  const lacking = tools.filter((tool) => spawnSync(tool, ["--version"]).error);
  if (!CHROMIUM) lacking.unshift("Chromium");
  if (lacking.length === 0) return false;
  const reason = `there is no ${lacking.join(" and no ")} on this machine`;
  if (process.env.BOOK_REQUIRE_BROWSER === "1") throw new Error(`${reason}; install it, or unset BOOK_REQUIRE_BROWSER`);
  return reason;
}

/** Every page of the summary, and those that mdBook adds. */
export function pages() {
  const summary = readFileSync(`${ROOT}src/SUMMARY.md`, "utf8");
  const named = [...summary.matchAll(/\(([^)]+)\.md\)/g)].map(([, page]) => `${page}.html`);
  return [...named, "404.html", "print.html"];
}

/** All of a slow proof, or the part of it that `PROOFS_PART=2/8` asks for: every eighth, from the second on. */
export function part(all) {
  const [first, of] = (process.env.PROOFS_PART ?? "1/1").split("/").map(Number);
  assert.ok(first >= 1 && first <= of, `PROOFS_PART=${process.env.PROOFS_PART} is no part such as 2/8`);
  return all.filter((_, number) => number % of === first - 1);
}

/** Serves the book; returns its address, the key to what it answers, and how to stop it. */
export async function serve() {
  const book = spawn("cargo", ["run", "--quiet", "--locked", "--", "--no-open", "--port", "3900"], { cwd: ROOT });
  for await (const line of createInterface({ input: book.stdout })) {
    const found = line.match(/^The book is at (\S+)\/#(\S+)/);
    if (found) return { address: found[1], key: found[2], stop: () => book.kill("SIGINT") };
  }
  throw new Error("the book is not served");
}

export function browse() {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** For the tests of one file: the book served, a browser, and pages opened in it without an error. */
export function reading(skip) {
  const reader = {
    async open(path, options = {}) {
      const page = await reader.browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
      const errors = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`${reader.book.address}/${path}`);
      assert.deepEqual(errors, [], path);
      return page;
    },
  };
  /** A page of a copy that another host serves: without the mark of the one that answers questions. */
  reader.hosted = async (path) => {
    const page = await reader.browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.route(`${reader.book.address}/**`, async (route) => {
      if (route.request().url().includes("livereload")) return route.abort();
      const response = await route.fetch();
      if (!response.headers()["content-type"]?.startsWith("text/html")) return route.fulfill({ response });
      return route.fulfill({ response, body: (await response.text()).replace('<meta name="served" content="">', "") });
    });
    await page.goto(`${reader.book.address}/${path}`);
    assert.equal(await page.locator("meta[name='served']").count(), 0);
    return page;
  };
  before(async () => {
    if (!skip) [reader.book, reader.browser] = await Promise.all([serve(), browse()]);
  });
  after(async () => {
    await reader.browser?.close();
    reader.book?.stop();
  });
  return reader;
}
