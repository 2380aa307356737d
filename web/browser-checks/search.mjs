// Usage: node search.mjs PAGE QUERY...
//
// Types each query into the field for search of PAGE (an http: or file: address) in Chromium, in a window 320 px
// wide, and prints one line of JSON for each: the options with their texts, what the status says, and for the
// first option that the arrow key chooses whether the field names it, and where Enter leads. Then a line with
// every address that was asked for before the first key and after it, and a line for each thing on the console.
//
// Exit code 0: done; 1: the page has no field; 2: wrong usage. CHROMIUM names the browser.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { chromium } from "playwright-core";

const [url, ...queries] = process.argv.slice(2);
if (url === undefined || queries.length === 0) {
  console.error("usage: node search.mjs PAGE QUERY...");
  process.exit(2);
}
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const print = (value) => console.log(JSON.stringify(value));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
});
try {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  const asked = [];
  const told = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => told.push(message.text()));
  page.on("pageerror", (error) => told.push(error.message));
  let before = null;
  for (const query of queries) {
    await page.goto(url, { waitUntil: "load" });
    const field = page.getByRole("combobox");
    if ((await field.count()) !== 1) {
      console.error(`expected one field, found ${await field.count()}`);
      process.exitCode = 1;
      break;
    }
    before ??= asked.length;
    const hint = await page.textContent("#find-said");
    await field.focus();
    await page.keyboard.type(query, { delay: 20 });
    await page.waitForFunction((text) => document.getElementById("find-said").textContent !== text, hint);
    // The status of the last key: it changes no more.
    let said = "";
    for (let last = null; said !== last; ) {
      last = said;
      await page.waitForTimeout(200);
      said = await page.textContent("#find-said");
    }
    const options = await page.getByRole("option").allTextContents();
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(
      (tags) => globalThis.axe.run(document, { runOnly: tags, preload: false }),
      TAGS,
    );
    const fits = await page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    );
    const line = { query, options, said, barriers: violations.map(({ id }) => id), fits };
    if (options.length > 0) {
      await page.keyboard.press("ArrowDown");
      const active = await field.getAttribute("aria-activedescendant");
      line.isNamed = (await page.locator(`[id="${active}"][aria-selected="true"]`).count()) === 1;
      await Promise.all([page.waitForURL((now) => now.href !== url), page.keyboard.press("Enter")]);
      line.leads = page.url();
    }
    print(line);
  }
  print({ before: asked.slice(0, before ?? 0), after: asked.slice(before ?? 0) });
  for (const text of told) {
    print({ console: text });
  }
} finally {
  await browser.close();
}
