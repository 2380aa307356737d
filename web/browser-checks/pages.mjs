// Usage: node pages.mjs BASE PATH...
//
// Opens the pages at BASE + PATH in Chromium and prints everything that is wrong with them, one line each.
// BASE ends with a slash and is an http: or file: address. Of every page:
//
// - no request leaves BASE (but for the checkpoint of the bundle of a site), no request fails, and nothing is reported on the console;
// - with its scripts and with empty ones axe-core finds no breach of WCAG 2.2 level A and AA, in a light and a
//   dark scheme (axe-core itself needs scripts); with scripts, with empty ones and with scripts switched off
//   the page fits a window 320 px wide without scrolling sideways;
// - Tab reaches every control in the order of the page, shows which one has the focus, and leaves the page
//   at its end; the first one leads to the content;
// - the language is stated, and the HTML is valid (html-validate);
// - every link inside BASE leads to something that is there, also to the place inside it; links out of
//   BASE are not followed;
// - on paper everything fits the width of a sheet, the text can be read, and menus are left out;
// - a table that can be sorted is, by the keyboard: up, down, and back to the order of the page;
// - nothing is stored: no cookie, no local storage, no worker.
//
// Exit code 0: nothing found; 1: something found; 2: wrong usage. CHROMIUM names the browser where it is not
// /usr/bin/chromium.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDE = { width: 1280, height: 900 };
// The width at which WCAG 1.4.10 asks for no scrolling in two directions.
const NARROW = { width: 320, height: 800 };
const MIDDLE = { width: 768, height: 1024 };
// What an A4 sheet has between margins of 1 cm, in CSS pixels.
const PAPER = { width: 718, height: 1047 };
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
const LANGUAGES = ["en", "es"];
const TABS = 300;
// Pages looked at side by side.
const AT_ONCE = 4;
const MODES = [
  ["scripts", { javaScriptEnabled: true }],
  ["empty scripts", { javaScriptEnabled: true, hasEmptyScripts: true }],
  ["scripts off", { javaScriptEnabled: false }],
];

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Our writer of HTML escapes and nests by construction; these rules are matters of style.
const VALIDATOR = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    "doctype-style": "off",
    "long-title": "off",
    "no-trailing-whitespace": "off",
    "require-sri": "off",
  },
});

/** Opens `url` in a context of its own and closes it when `look` is done. */
async function open(browser, base, url, { hasEmptyScripts = false, ...settings }, look) {
  const context = await browser.newContext({ serviceWorkers: "block", ...settings });
  context.setDefaultTimeout(60_000);
  const found = [];
  // A site that stands in a bundle asks for the signatures of its log.
  const checkpoint = base.endsWith("/site/") ? new URL("../checkpoint", base).href : null;
  try {
    await context.route("**/*", (route) => {
      const asked = route.request().url();
      if (hasEmptyScripts && route.request().resourceType() === "script") {
        return route.fulfill({ contentType: "text/javascript", body: "" });
      }
      if (asked.startsWith(base) || asked.startsWith("data:") || asked === checkpoint) {
        return route.continue();
      }
      found.push(`request: expected none outside, found ${asked.slice(0, 200)}`);
      return route.abort();
    });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) {
        found.push(`console: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => found.push(`script: ${error.message}`));
    page.on("requestfailed", (request) => found.push(`request failed: ${request.url().slice(0, 200)}`));
    page.on("response", (response) => {
      if (response.status() >= 400) {
        found.push(`request: expected success, found ${response.status()} ${response.url().slice(0, 200)}`);
      }
    });
    await page.goto(url, { waitUntil: "load" });
    found.push(...(await look(page)));
    const cookies = await context.cookies();
    if (cookies.length > 0) {
      found.push(`stored: expected no cookie, found ${cookies.map(({ name }) => name).join(", ")}`);
    }
    return found;
  } finally {
    await context.close();
  }
}

/** Breaches of the rules, one line for each element. A run without a passed rule saw no page. */
async function breaches(page, rules = {}) {
  // Evaluated through the debugger, so that the page's own policy stays as strict as it is.
  await page.evaluate(AXE);
  // From a file no script may read the style sheets, which one rule about turned screens asks for.
  const options = { runOnly: TAGS, rules, preload: !page.url().startsWith("file:") };
  const result = await page.evaluate((given) => globalThis.axe.run(document, given), options);
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

/** Reflow between the two widths, and at all of them from right to left. */
async function elsewhere(page) {
  const found = [];
  for (const [direction, viewports] of [["ltr", [MIDDLE]], ["rtl", [NARROW, MIDDLE, WIDE]]]) {
    await page.evaluate((to) => document.documentElement.setAttribute("dir", to), direction);
    for (const viewport of viewports) {
      await page.setViewportSize(viewport);
      found.push(...(await overflow(page)).map((line) => `${direction} ${viewport.width} ${line}`));
    }
  }
  return found;
}

/** What is kept on the machine of the reader. */
async function stored(page) {
  const kept = await page.evaluate(() => {
    try {
      return localStorage.length + sessionStorage.length;
    } catch {
      // An origin that may store nothing.
      return 0;
    }
  });
  return kept > 0 ? [`stored: expected nothing, found ${kept} values`] : [];
}

/** Goes through the page with Tab alone. */
async function keyboard(page) {
  const found = [];
  const expected = await page.evaluate(() => {
    const controls = document.querySelectorAll(
      "a[href], button, input, select, textarea, summary, [tabindex]",
    );
    const reached = [...controls].filter(
      (control) => control.tabIndex >= 0 && !control.disabled && control.checkVisibility(),
    );
    reached.forEach((control, at) => control.setAttribute("data-at", String(at)));
    return reached.length;
  });
  let last = -1;
  let count = 0;
  for (; count < Math.min(expected, TABS); count += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const control = document.activeElement;
      if (control === null || control === document.body) {
        return null;
      }
      const style = getComputedStyle(control);
      const box = control.getBoundingClientRect();
      return {
        at: Number(control.dataset.at ?? -1),
        name: control.outerHTML.slice(0, 60),
        hasMark: style.outlineStyle !== "none" || style.boxShadow !== "none",
        isShown: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth,
      };
    });
    if (seen === null) {
      break;
    }
    if (seen.at !== last + 1) {
      found.push(`keyboard: expected control ${last + 1}, found ${seen.at}: ${seen.name}`);
      break;
    }
    if (!seen.hasMark) {
      found.push(`keyboard: expected a mark on what has the focus, found none: ${seen.name}`);
    }
    if (!seen.isShown) {
      found.push(`keyboard: expected to see what has the focus: ${seen.name}`);
    }
    last = seen.at;
  }
  if (count < Math.min(expected, TABS)) {
    found.push(`keyboard: expected ${expected} controls, reached ${count}`);
  }
  return found;
}

/** Where there is a menu, the first control leads over it to the content. */
async function skips(page) {
  if ((await page.locator("nav").count()) === 0) {
    return [];
  }
  await page.evaluate(() => globalThis.getSelection()?.removeAllRanges());
  await page.keyboard.press("Tab");
  const target = await page.evaluate(() => document.activeElement?.getAttribute("href") ?? "");
  const isThere = await page.evaluate(
    (id) => id.startsWith("#") && document.getElementById(id.slice(1)) !== null,
    target,
  );
  return isThere ? [] : [`skip: expected a first link to the content, found ${target || "none"}`];
}

/** Addresses inside the site that the page names, and its own places. */
async function links(page) {
  return page.evaluate(() => {
    const named = [...document.querySelectorAll("[href], [src]")];
    const addresses = named.map((element) => element.href?.baseVal ?? element.href ?? element.src);
    return addresses.filter((address) => typeof address === "string" && address !== "");
  });
}

/** The bytes at an address, or why there are none. */
async function fetched(url) {
  if (url.startsWith("file:")) {
    try {
      return { text: await readFile(fileURLToPath(url), "utf8") };
    } catch (error) {
      return { why: error.code };
    }
  }
  const response = await fetch(url);
  return response.ok ? { text: await response.text() } : { why: String(response.status) };
}

function ids(html) {
  return new Set([...html.matchAll(/\s(?:id|name)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g)].map(
    (match) => match[1] ?? match[2] ?? match[3],
  ));
}

async function resolved(base, addresses, cache) {
  const found = [];
  for (const address of new Set(addresses)) {
    const [url, place] = address.split("#");
    if (!url.startsWith(base)) {
      continue;
    }
    if (!cache.has(url)) {
      const { text, why } = await fetched(url);
      cache.set(url, { places: text === undefined ? undefined : ids(text), why });
    }
    const { places, why } = cache.get(url);
    if (places === undefined) {
      found.push(`link: expected ${address} to be there, found ${why}`);
    } else if (place && !places.has(decodeURIComponent(place))) {
      found.push(`link: expected #${place} in ${url}, found none`);
    }
  }
  return found;
}

/** What is wrong on paper, where nothing scrolls. */
async function printed(page) {
  await page.emulateMedia({ media: "print" });
  // The style puts pages with such a table on their side.
  if ((await page.locator("table.wide").count()) > 0) {
    await page.setViewportSize({ width: PAPER.height, height: PAPER.width });
  }
  const cut = await page.evaluate(() => {
    const found = [];
    for (const element of document.body.querySelectorAll("*")) {
      const hides = getComputedStyle(element).overflowX !== "visible" && !(element instanceof SVGElement);
      if (hides && element.scrollWidth > element.clientWidth + 1 && element.checkVisibility()) {
        found.push(`print: expected all of it on paper, found it cut: ${element.outerHTML.slice(0, 60)}`);
      }
    }
    const menu = document.querySelector("header > nav");
    if (menu?.checkVisibility()) {
      found.push("print: expected no menu, found one");
    }
    return found;
  });
  // Nobody presses anything on paper.
  const rules = { "target-size": { enabled: false } };
  return [...cut, ...(await overflow(page)), ...(await breaches(page, rules))];
}

/** Sorts each table by its first column of numbers, as a reader would put them in order. */
async function sorted(page) {
  const found = [];
  // The number that a cell begins with: "12 of 40" is 12, and what has none comes first.
  const value = (text) => Number((/^\d{1,3}([.,\s]?\d{3})*/.exec(text)?.[0] ?? "-1").replace(/[^0-9-]/g, ""));
  const tables = page.locator("table.sortable");
  for (let at = 0; at < (await tables.count()); at += 1) {
    const table = tables.nth(at);
    const heads = await table.locator("thead th").evaluateAll((all) => all.map((head) => head.className));
    const column = heads.findIndex((name) => name.split(" ").includes("number")) + 1;
    if (column === 0) {
      continue;
    }
    const cells = () => table.locator(`tbody tr > :nth-child(${column})`).allInnerTexts();
    const head = table.locator(`thead th:nth-child(${column})`);
    const button = head.locator("button");
    const before = await cells();
    const order = before.map(value).sort((a, b) => a - b);
    for (const [state, expected] of [["ascending", order], ["descending", order.toReversed()], [null, null]]) {
      await button.focus();
      await page.keyboard.press("Enter");
      const said = await head.getAttribute("aria-sort");
      const now = await cells();
      const seen = expected === null ? now.join() : now.map(value).join();
      const wanted = expected === null ? before.join() : expected.join();
      if (said !== state || seen !== wanted) {
        found.push(`sorting: expected ${state ?? "the first order"}: ${wanted}, found ${said}: ${seen}`);
      }
    }
  }
  return found;
}

async function valid(html) {
  const report = await VALIDATOR.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `html ${line}:${column} ${ruleId}: ${message}`),
  );
}

async function check(browser, base, path, cache) {
  const url = new URL(path, base).href;
  const lines = new Set();
  const add = (where, found) => {
    for (const line of found) {
      lines.add(`${path} ${where}: ${line}`);
    }
  };
  const { text, why } = await fetched(url);
  if (text === undefined) {
    return [`${path}: expected a page, found ${why}`];
  }
  add("source", await valid(text));
  // Empty scripts are the page itself where it has none.
  const modes = MODES.filter(([, mode]) => !mode.hasEmptyScripts || /<script/i.test(text));
  for (const [scripts, mode] of modes) {
    for (const [colorScheme, viewport] of [["light", WIDE], ["dark", NARROW]]) {
      const settings = { ...mode, colorScheme, viewport };
      const where = `${scripts} ${colorScheme} ${viewport.width}`;
      const found = await open(browser, base, url, settings, async (page) => {
        const language = await page.evaluate(() => document.documentElement.lang);
        const stated = LANGUAGES.includes(language);
        return [
          ...(stated ? [] : [`language: expected one of ${LANGUAGES}, found ${language || "none"}`]),
          ...(mode.javaScriptEnabled ? await breaches(page) : []),
          ...(scripts === "scripts" && viewport === WIDE ? await sorted(page) : []),
          ...(await overflow(page)),
          ...(await stored(page)),
          ...(await resolved(base, await links(page), cache)),
          ...(scripts === "scripts" && viewport === NARROW ? await elsewhere(page) : []),
        ];
      });
      add(where, found);
    }
    if (scripts === "scripts") {
      const settings = { ...mode, colorScheme: "dark", viewport: PAPER };
      add("print", await open(browser, base, url, settings, printed));
    }
    const settings = { ...mode, viewport: WIDE };
    add(
      `${scripts} keyboard`,
      await open(browser, base, url, settings, async (page) => {
        const found = await keyboard(page);
        await page.reload({ waitUntil: "load" });
        return [...found, ...(await skips(page))];
      }),
    );
  }
  return [...lines];
}

const [base, ...paths] = process.argv.slice(2);
if (base === undefined || !/^(https?|file):.*\/$/.test(base) || paths.length === 0) {
  console.error("usage: node pages.mjs BASE PATH...");
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: SWITCHES,
});
let count = 0;
try {
  const cache = new Map();
  const left = [...paths];
  const work = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const lines = await check(browser, base, path, cache);
      for (const line of lines) {
        console.log(line);
      }
      count += lines.length;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
} finally {
  await browser.close();
}
console.log(`pages: ${paths.length}, found: ${count}`);
process.exitCode = count === 0 ? 0 : 1;
