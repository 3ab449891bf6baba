// The PDF holds the whole book, and the pages lead to it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT, missing } from "./book.js";

const skip = missing("pdftotext");

test("the PDF has every page, its pictures and its end", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "book-"));
  try {
    execFileSync("cargo", ["run", "--quiet", "--locked", "--", "build", "--pdf", join(folder, "book")], { cwd: ROOT });
    const pdf = join(folder, "book/memory-management-in-rust.pdf");
    const pages = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8", maxBuffer: 1e8 }).split("\f");
    assert.ok(pages.length > 100, `${pages.length} pages`);
    const [cover, contents] = pages.map((page) => page.trim().split("\n"));
    assert.deepEqual(cover.join(" "), "Memory Management in Rust");
    assert.equal(contents[0], "Contents");
    assert.ok(contents.includes("Scope and drop"), contents.join("\n"));
    const text = pages.join(" ").replace(/\s+/g, " ");
    const glossary = readFileSync(`${ROOT}src/reference/glossary.md`, "utf8");
    const words = [
      glossary.match(/\n\*\*([^*]+)\*\*:[^\n]*\s*$/)[1], // the last term of the last page
      "value borrowed here after move", // a message of rustc
      "What rustc says", // a disclosure
      "main.py", // a tab
      "Rust, arena", // a chart
      "https://doc.rust-lang.org/error_codes/E0382.html", // where a link leads
    ];
    for (const word of words) assert.ok(text.includes(word), `"${word}" is missing`);
    const toolbar = ["Skip to the text", "Copy Run"];
    for (const word of toolbar) assert.ok(!text.includes(word), `"${word}" is printed`);
    assert.match(readFileSync(join(folder, "book/ownership/moves.html"), "utf8"), /<a href="..\/memory-management-in-rust.pdf" download>PDF<\/a>/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
