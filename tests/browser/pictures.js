// Makes the PNG of the social card and of the EPUB's cover from their SVG: `npm run pictures`.

import { readFileSync } from "node:fs";
import { ROOT, browse } from "./book.js";

const browser = await browse();
for (const [name, width, height] of [["card", 1200, 630], ["cover", 1200, 1800]]) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${readFileSync(`${ROOT}theme/${name}.svg`, "utf8")}`);
  await page.screenshot({ path: `${ROOT}theme/${name}.png` });
}
await browser.close();
