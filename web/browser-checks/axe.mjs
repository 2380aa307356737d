// Usage: node axe.mjs FILE...
//
// Opens each page from its file in Chromium, in a light and a dark scheme, wide and narrow, and prints
// every breach of WCAG 2.2 level A and AA that axe-core finds, one line each with its selector. The
// page must also fit a narrow window (WCAG 1.4.10), ask for nothing but itself, and look the same where
// scripts are off, pixel by pixel. Exit code 0: nothing found; 1: something found; 2: wrong usage.
//
// The environment variable CHROMIUM names the browser where it is not /usr/bin/chromium.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const SCHEMES = ["light", "dark"];
// The narrow one is the width at which WCAG 1.4.10 asks for no scrolling in two directions.
const WINDOWS = [
  { width: 1280, height: 900 },
  { width: 320, height: 800 },
];
const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Opens `url` in a context of its own and closes it when `look` is done. */
async function open(browser, url, settings, look) {
  const context = await browser.newContext({ serviceWorkers: "block", ...settings });
  try {
    const found = [];
    await context.route("**/*", (route) => {
      const asked = route.request().url();
      if (asked.split("#")[0] === url) {
        return route.continue();
      }
      found.push(`request: ${asked.slice(0, 200)}: expected none, found one`);
      return route.abort();
    });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") {
        found.push(`console: ${message.text()}`);
      }
    });
    await page.goto(url);
    found.push(...(await look(page)));
    return found;
  } finally {
    await context.close();
  }
}

/** Breaches of the rules, one line for each element. A run without a passed rule saw no page. */
async function breaches(page) {
  // Evaluated through the debugger, so that the page's own policy stays as strict as it is.
  await page.evaluate(AXE);
  const result = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), TAGS);
  const lines = result.violations.flatMap(({ id, impact, nodes, help }) =>
    nodes.map(({ target }) => `${id} (${impact}): ${target.flat().join(" ")}: ${help}`),
  );
  if (result.passes.length === 0) {
    lines.push("axe: expected rules that apply, found none");
  }
  return lines;
}

/** What is wider than the window, else nothing. */
async function overflow(page) {
  const [content, width] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  return content > width ? [`reflow: expected at most ${width} px, found ${content} px`] : [];
}

/** Whether the page looks as it does with scripts. */
async function withoutScripts(browser, url, settings) {
  const pictures = [];
  for (const javaScriptEnabled of [true, false]) {
    await open(browser, url, { ...settings, javaScriptEnabled }, async (page) => {
      pictures.push(await page.screenshot({ fullPage: true, animations: "disabled" }));
      return [];
    });
  }
  const [on, off] = pictures;
  return on.equals(off) ? [] : ["scripts: expected the same picture without them, found another"];
}

async function check(browser, file) {
  const url = pathToFileURL(resolve(file)).href;
  const lines = [];
  for (const colorScheme of SCHEMES) {
    for (const viewport of WINDOWS) {
      const settings = { colorScheme, viewport };
      const found = await open(browser, url, settings, async (page) => [
        ...(await breaches(page)),
        ...(await overflow(page)),
      ]);
      if (viewport === WINDOWS[0]) {
        found.push(...(await withoutScripts(browser, url, settings)));
      }
      const where = `${basename(file)} ${colorScheme} ${viewport.width}`;
      lines.push(...found.map((line) => `${where}: ${line}`));
    }
  }
  return lines;
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: node axe.mjs FILE...");
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: SWITCHES,
});
let count = 0;
try {
  for (const file of files) {
    const lines = await check(browser, file);
    for (const line of lines) {
      console.log(line);
    }
    count += lines.length;
  }
} finally {
  await browser.close();
}
console.log(`pages: ${files.length}, found: ${count}`);
process.exitCode = count === 0 ? 0 : 1;
