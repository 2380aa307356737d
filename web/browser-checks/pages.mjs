// Usage: node pages.mjs [--quick] BASE PATH... [[--quick] BASE PATH...]...
//
// Opens the pages at BASE + PATH in Chromium and prints everything that is wrong with them, one line each.
// BASE ends with a slash and is an http: or file: address. Of every page:
//
// - no request leaves BASE (but for the checkpoint of the bundle of a site), no request fails, nothing is reported on
//   the console, and no dialog opens;
// - axe-core finds no breach of WCAG 2.2 level A and AA: with scripts wide and light, and from right to left narrow
//   and dark; with empty scripts narrow and dark (axe-core itself needs scripts); the contrast of colours also narrow and
//   light, and dark 768 and 1280 px wide;
// - with scripts, with empty ones and with scripts switched off the page fits a window 320 px wide without scrolling
//   sideways, with scripts also wider ones, and from right to left;
// - Tab reaches every control in the order of the page (the first 300, without scripts the first 60) and shows
//   which one has the focus; the first one leads over the menu to the content;
// - the language is stated, and the HTML is valid (html-validate);
// - every link inside BASE leads to something that is there, also to the place inside it; links out of
//   BASE are not followed;
// - on paper everything fits the width of a sheet, the text can be read, and menus are left out;
// - a table that can be sorted is, by the keyboard: up, down, and back to the order of the page;
// - nothing is stored: no cookie, no local storage, no worker.
//
// After --quick the pages of a BASE are only opened with their scripts, 320 px wide: requests, console, dialogs,
// language, links, width, and what is stored.
//
// Exit code 0: nothing found; 1: something found; 2: wrong usage. CHROMIUM names the browser where it is not
// /usr/bin/chromium.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { setTimeout as delay } from "node:timers/promises";
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
// Where scripts are off each one takes longer.
const FEWER_TABS = 60;
// Pages looked at side by side.
const AT_ONCE = 4;
const MODES = {
  scripts: { javaScriptEnabled: true },
  "empty scripts": { javaScriptEnabled: true, hasEmptyScripts: true },
  "scripts off": { javaScriptEnabled: false },
};
// The rule whose answer depends most on width and colours.
const CONTRAST = ["color-contrast"];

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

/** A tab of one mode below `base`, in which pages are opened one after the other. */
class Tab {
  #found = [];
  #open = new Set();

  static async open(browser, base, { hasEmptyScripts = false, ...settings }) {
    const tab = new Tab();
    const found = (line) => tab.#found.push(line);
    const context = await browser.newContext({ serviceWorkers: "block", viewport: WIDE, ...settings });
    context.setDefaultTimeout(60_000);
    // A site that stands in a bundle asks for the signatures of its log.
    const checkpoint = base.endsWith("/site/") ? new URL("../checkpoint", base).href : null;
    await context.route("**/*", (route) => {
      const asked = route.request().url();
      if (hasEmptyScripts && route.request().resourceType() === "script") {
        return route.fulfill({ contentType: "text/javascript", body: "" });
      }
      if (asked.startsWith(base) || asked.startsWith("data:") || asked === checkpoint) {
        return route.continue();
      }
      found(`request: expected none outside, found ${asked.slice(0, 200)}`);
      return route.abort();
    });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) {
        found(`console: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => found(`script: ${error.message}`));
    page.on("dialog", (dialog) => {
      found(`dialog: expected none, found ${dialog.message().slice(0, 200)}`);
      return dialog.dismiss();
    });
    page.on("request", (request) => tab.#open.add(request));
    page.on("requestfinished", (request) => tab.#open.delete(request));
    page.on("requestfailed", (request) => {
      tab.#open.delete(request);
      found(`request failed: ${request.url().slice(0, 200)}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) {
        found(`request: expected success, found ${response.status()} ${response.url().slice(0, 200)}`);
      }
    });
    const keys = await context.newCDPSession(page);
    return Object.assign(tab, { context, page, keys, hasScripts: settings.javaScriptEnabled });
  }

  /** Opens a page, which `look` looks at, and gives what was found, also while it was loaded and by what it stores. */
  async visit(url, viewport, colorScheme, look) {
    const { context, page } = this;
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, media: null });
    await page.goto(url, { waitUntil: "load" });
    const looked = await look(this);
    // What is under way when the next page is opened would fail.
    for (let wait = 0; this.#open.size > 0; wait += 1) {
      if (wait === 500) {
        this.#found.push(`request: expected an end, found none: ${[...this.#open][0].url().slice(0, 200)}`);
        break;
      }
      await delay(10);
    }
    const lines = [...this.#found, ...looked, ...(await stored(page))];
    const cookies = await context.cookies();
    if (cookies.length > 0) {
      lines.push(`stored: expected no cookie, found ${cookies.map(({ name }) => name).join(", ")}`);
      await context.clearCookies();
    }
    this.#found = [];
    this.#open.clear();
    return lines;
  }
}

/** Breaches of the rules, one line for each element: of all of them, or of some. A run without a passed rule saw no page. */
async function breaches(page, rules = null) {
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    // Evaluated through the debugger, so that the page's own policy stays as strict as it is.
    await page.evaluate(AXE);
  }
  const runOnly = rules === null ? { type: "tag", values: TAGS } : { type: "rule", values: rules };
  // From a file no script may read the style sheets, which one rule about turned screens asks for.
  const options = { runOnly, preload: rules === null && !page.url().startsWith("file:"), resultTypes: ["violations"] };
  const result = await page.evaluate(async (given) => {
    const { violations, passes } = await globalThis.axe.run(document, given);
    return {
      violations: violations.map(({ id, impact, nodes, help }) => ({
        id, impact, help, targets: nodes.map(({ target }) => target.flat().join(" ")),
      })),
      passed: passes.length,
    };
  }, options);
  const lines = result.violations.flatMap(({ id, impact, targets, help }) =>
    targets.map((target) => `${id} (${impact}): ${target}: ${help}`),
  );
  if (result.passed === 0) {
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

/** The page in schemes and widths beside the first one, then from right to left, each finding with where. */
async function elsewhere(page) {
  const found = [];
  const add = (where, viewport, lines) => found.push(...lines.map((line) => [`${where} ${viewport.width}`, line]));
  const look = async (colorScheme, viewport) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    return overflow(page);
  };
  for (const [colorScheme, viewport] of [["dark", WIDE], ["dark", MIDDLE], ["light", NARROW]]) {
    add(colorScheme, viewport, await look(colorScheme, viewport));
    add(colorScheme, viewport, await breaches(page, CONTRAST));
  }
  add("dark", NARROW, await look("dark", NARROW));
  await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
  add("rtl dark", NARROW, await breaches(page));
  for (const viewport of [NARROW, MIDDLE, WIDE]) {
    add("rtl dark", viewport, await look("dark", viewport));
  }
  await page.evaluate(() => document.documentElement.removeAttribute("dir"));
  return found;
}

/** What is kept on the machine of the reader. */
async function stored(page) {
  const kept = await page.evaluate(() => {
    try {
      const count = localStorage.length + sessionStorage.length;
      localStorage.clear();
      sessionStorage.clear();
      return count;
    } catch {
      // An origin that may store nothing.
      return 0;
    }
  });
  return kept > 0 ? [`stored: expected nothing, found ${kept} values`] : [];
}

/** What has the focus, for which `data-at` says which control it is; `null` where nothing has it. */
function focused() {
  const control = document.activeElement;
  if (control === null || control === document.body) {
    return null;
  }
  const style = getComputedStyle(control);
  const box = control.getBoundingClientRect();
  const href = control.getAttribute("href") ?? "";
  return {
    at: Number(control.dataset.at ?? -1),
    name: control.outerHTML.slice(0, 60),
    hasMark: style.outlineStyle !== "none" || style.boxShadow !== "none",
    isShown: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth,
    leads: href,
    isOver: href.startsWith("#") && document.getElementById(href.slice(1)) !== null,
  };
}

/** Presses Tab so many times and gives what had the focus each time, up to where nothing had it. */
async function tabbed({ page, keys, hasScripts }, count) {
  // Without the key's way back up, which moves nothing.
  const tab = { type: "rawKeyDown", key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
  const press = () => keys.send("Input.dispatchKeyEvent", tab);
  if (hasScripts) {
    await page.evaluate(`{
      const focused = ${focused};
      globalThis.tabbed = [];
      addEventListener("focusin", () => globalThis.tabbed.push(focused()));
    }`);
    await Promise.all(Array.from({ length: count }, press));
    return page.evaluate(() => globalThis.tabbed);
  }
  const seen = [];
  while (seen.length < count) {
    await press();
    const now = await page.evaluate(focused);
    if (now === null) {
      break;
    }
    seen.push(now);
  }
  return seen;
}

/** Goes through the page with Tab alone. Where there is a menu, the first control leads over it to the content. */
async function keyboard(tab) {
  const found = [];
  const [expected, hasMenu] = await tab.page.evaluate(() => {
    const controls = document.querySelectorAll(
      "a[href], button, input, select, textarea, summary, [tabindex]",
    );
    const reached = [...controls].filter(
      (control) => control.tabIndex >= 0 && !control.disabled && control.checkVisibility(),
    );
    reached.forEach((control, at) => control.setAttribute("data-at", String(at)));
    return [reached.length, document.querySelector("nav") !== null];
  });
  const count = Math.min(expected, tab.hasScripts ? TABS : FEWER_TABS);
  const all = await tabbed(tab, count);
  if (hasMenu && !all[0]?.isOver) {
    found.push(`skip: expected a first link to the content, found ${all[0]?.leads || "none"}`);
  }
  for (const [at, seen] of all.entries()) {
    if (seen.at !== at) {
      found.push(`keyboard: expected control ${at}, found ${seen.at}: ${seen.name}`);
      break;
    }
    if (!seen.hasMark) {
      found.push(`keyboard: expected a mark on what has the focus, found none: ${seen.name}`);
    }
    if (!seen.isShown) {
      found.push(`keyboard: expected to see what has the focus: ${seen.name}`);
    }
  }
  if (all.length < count) {
    found.push(`keyboard: expected ${count} controls, reached ${all.length}`);
  }
  await tab.page.evaluate(() => document.activeElement?.blur());
  return found;
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
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  // The style puts pages with such a table on their side.
  const isWide = (await page.locator("table.wide").count()) > 0;
  await page.setViewportSize(isWide ? { width: PAPER.height, height: PAPER.width } : PAPER);
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
  return [...cut, ...(await overflow(page)), ...(await breaches(page, CONTRAST))];
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

/** What every page has, whatever is looked at besides. */
async function everywhere(page, base, cache) {
  const language = await page.evaluate(() => document.documentElement.lang);
  const stated = LANGUAGES.includes(language);
  return [
    ...(stated ? [] : [`language: expected one of ${LANGUAGES}, found ${language || "none"}`]),
    ...(await overflow(page)),
    ...(await resolved(base, await links(page), cache)),
  ];
}

/** Everything about a page. `tab` gives the tab of a mode. */
async function check(tab, base, path, cache) {
  const url = new URL(path, base).href;
  const { text, why } = await fetched(url);
  if (text === undefined) {
    return [`${path}: expected a page, found ${why}`];
  }
  const lines = new Set();
  const add = (where, found) => {
    for (const line of found) {
      lines.add(`${path} ${where}: ${line}`);
    }
  };
  add("source", await valid(text));
  // Without scripts there is nothing to switch off.
  const hasScripts = /<script/i.test(text);
  const scripts = await tab("scripts");
  add("scripts light 1280", await scripts.visit(url, WIDE, "light", async ({ page }) => {
    const found = [
      ...(await everywhere(page, base, cache)),
      ...(await breaches(page)),
      ...(await keyboard(scripts)),
      ...(await sorted(page)),
    ];
    for (const [where, line] of await elsewhere(page)) {
      add(`scripts ${where}`, [line]);
    }
    add("print", await printed(page));
    return found;
  }));
  if (!hasScripts) {
    return [...lines];
  }
  const empty = await tab("empty scripts");
  add("empty scripts dark 320", await empty.visit(url, NARROW, "dark", async ({ page }) => [
    ...(await everywhere(page, base, cache)),
    ...(await breaches(page)),
  ]));
  const off = await tab("scripts off");
  add("scripts off dark 320", await off.visit(url, NARROW, "dark", async ({ page }) => [
    ...(await everywhere(page, base, cache)),
    ...(await keyboard(off)),
  ]));
  return [...lines];
}

/** Whether a page can be opened at all. */
async function glance(tab, base, path, cache) {
  const url = new URL(path, base).href;
  const { why } = await fetched(url);
  if (why !== undefined) {
    return [`${path}: expected a page, found ${why}`];
  }
  const scripts = await tab("scripts");
  const found = await scripts.visit(url, NARROW, "light", ({ page }) => everywhere(page, base, cache));
  return found.map((line) => `${path} quick ${new URL(base).protocol} ${line}`);
}

/** The arguments as groups of pages below one address; `null` where they are none. */
function groups(given) {
  const found = [];
  let look = check;
  for (const word of given) {
    if (word === "--quick") {
      look = glance;
    } else if (/^(https?|file):.*\/$/.test(word)) {
      found.push({ base: word, look, paths: [] });
      look = check;
    } else if (found.length === 0) {
      return null;
    } else {
      found.at(-1).paths.push(word);
    }
  }
  return found.length > 0 && found.every(({ paths }) => paths.length > 0) ? found : null;
}

const wanted = groups(process.argv.slice(2));
if (wanted === null) {
  console.error("usage: node pages.mjs [--quick] BASE PATH... [[--quick] BASE PATH...]...");
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: SWITCHES,
});
let count = 0;
try {
  const cache = new Map();
  const left = wanted.flatMap(({ base, look, paths }) => paths.map((path) => ({ base, look, path })));
  const work = async () => {
    const tabs = new Map();
    let below = null;
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const { base, look, path } = next;
      if (base !== below) {
        await Promise.all([...tabs.values()].map(({ context }) => context.close()));
        tabs.clear();
        below = base;
      }
      const tab = async (mode) => {
        if (!tabs.has(mode)) {
          tabs.set(mode, await Tab.open(browser, base, MODES[mode]));
        }
        return tabs.get(mode);
      };
      const lines = await look(tab, base, path, cache);
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
console.log(`pages: ${wanted.reduce((sum, { paths }) => sum + paths.length, 0)}, found: ${count}`);
process.exitCode = count === 0 ? 0 : 1;
