// Makes the PNG of the social card and of the EPUB's cover from their SVG, and the picture of the
// workbench: `npm run pictures`.

import { readFileSync } from "node:fs";
import { ROOT, browse, serve } from "./book.js";

const browser = await browse();
for (const [name, width, height] of [["card", 1200, 630], ["cover", 1200, 1800]]) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${readFileSync(`${ROOT}theme/${name}.svg`, "utf8")}`);
  await page.screenshot({ path: `${ROOT}theme/${name}.png` });
}
const book = await serve();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(`${book.address}/reference/workbench.html#${book.key}`);
const bench = page.locator("#bench");
await bench.getByRole("textbox", { name: "Your program" }).focus();
await bench.locator(".live-editor").waitFor();
await bench.getByLabel("Start from").selectOption({ label: "use after move" });
await bench.locator(".drawn:not(.old) tr.refused").waitFor();
await bench.screenshot({ path: `${ROOT}src/reference/workbench.png` });
book.stop();
await browser.close();
