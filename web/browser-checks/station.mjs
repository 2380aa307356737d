// Usage: node station.mjs PAGE STATION [--find QUERY] [--policy FILE] [--save FILE]
//
// Opens PAGE (an http: or file: address of a page of stations) in Chromium and presses the button that checks
// STATION, by the keyboard alone; with --find it first searches for QUERY in the field of PAGE and goes where
// the first answer leads. Prints one line of JSON: the verdict, where it was, every step with its state, the codes of
// the reasons, the whole text, the barriers that axe-core finds in the open dialog, whether the dialog fits a
// window 320 px wide, what stands in lines below the row that the address names, where the focus is after Escape, the addresses outside of the site that were asked for, and
// what was told on the console. With --save the proof is downloaded to FILE.
//
// Exit code 0: done; 1: the page has no such button; 2: wrong usage. CHROMIUM names the browser.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";

import { chromium } from "playwright-core";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { find: { type: "string" }, policy: { type: "string" }, save: { type: "string" } },
});
const [url, station] = positionals;
if (station === undefined) {
  console.error("usage: node station.mjs PAGE STATION [--find QUERY] [--policy FILE] [--save FILE]");
  process.exit(2);
}
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const origin = url.startsWith("file:") ? url.slice(0, url.lastIndexOf("/site/")) : new URL(url).origin;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
});
try {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, acceptDownloads: true });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const outside = [];
  const told = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("blob:") && !request.url().startsWith("data:")) {
      outside.push(request.url());
    }
  });
  page.on("console", (message) => told.push(message.text()));
  page.on("pageerror", (error) => told.push(error.message));
  await page.goto(url, { waitUntil: "load" });
  if (values.find !== undefined) {
    await page.getByRole("combobox").focus();
    await page.keyboard.type(values.find, { delay: 20 });
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  }
  const button = page.locator(`button.verify[aria-label$=": ${station}"]`);
  if ((await button.count()) === 0) {
    console.error(`expected a button for ${station}, found none`);
    process.exitCode = 1;
  } else {
    // Where the address names a station, its numbers stand once more below its row: names and values, as shown, and
    // what the heads and cells of the row say.
    const lines = await page.locator(".own:visible dl").evaluateAll((lists) =>
      lists.map((list) => Array.from(list.children, (part) => part.innerText.trim())),
    );
    const rows = await page.evaluate(() => {
      const row = document.querySelector("table.sheets tr:target");
      const heads = row?.closest("table").tHead.rows[0].cells;
      return Array.from(row?.cells ?? [], (cell, at) => [heads[at], cell].map((held) => held.textContent.trim()));
    });
    const isNarrow = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    await page.evaluate(AXE);
    const before = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags, preload: false }), TAGS);
    await button.first().focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    const isServed = !url.startsWith("file:");
    if (isServed) {
      await dialog.locator("[data-verdict]").waitFor();
    }
    if (values.policy !== undefined) {
      const before = await dialog.locator("[data-verdict]").elementHandle();
      await dialog.locator("input[type=file]").setInputFiles(values.policy);
      await page.waitForFunction((old) => !old.isConnected, before);
      await dialog.locator("[data-verdict]").waitFor();
    }
    const at = new URL(page.url());
    const line = await dialog.evaluate((element) => ({
      verdict: element.querySelector("[data-verdict]")?.dataset.verdict ?? null,
      steps: Array.from(element.querySelectorAll("dd"), (step) => [step.dataset.state, step.textContent]),
      reasons: Array.from(element.querySelectorAll("[data-code]"), (reason) => reason.dataset.code),
      text: element.innerText,
      isInside: element.contains(document.activeElement),
      fits: element.scrollWidth <= element.clientWidth && element.getBoundingClientRect().right <= innerWidth,
    }));
    const found = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags, preload: false }), TAGS);
    Object.assign(line, { lines, rows, isNarrow });
    line.barriers = [...before.violations, ...found.violations].map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`);
    if (values.save !== undefined) {
      const save = dialog.locator("button").first();
      const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
      line.name = download.suggestedFilename();
      await download.saveAs(values.save);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    line.back = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    console.log(JSON.stringify({ ...line, page: at.pathname + at.hash, outside, console: told }));
  }
} finally {
  await browser.close();
}
