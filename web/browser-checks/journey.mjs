// Usage: node journey.mjs HOME FILE...
//
// Goes from HOME (an http: address) to the last FILE (paths of pages, the widest first) in Chromium as somebody
// without scripts and with an empty cache, on a connection of the second generation: 250 kbit/s down, 50 kbit/s
// up, 300 ms for each answer. On each page the link to the farthest of the FILEs that it has is pressed. Prints one
// line of JSON: for each page its address, the requests and the bytes that came over the wire (with their heads),
// and the milliseconds until it was loaded; then the sums.
//
// Exit code 0: arrived; 1: no link leads on; 2: wrong usage. CHROMIUM names the browser.

import { chromium } from "playwright-core";

const [home, ...files] = process.argv.slice(2);
if (home === undefined || files.length === 0) {
  console.error("usage: node journey.mjs HOME FILE...");
  process.exit(2);
}
const CONNECTION = {
  offline: false,
  latency: 300,
  downloadThroughput: 250_000 / 8,
  uploadThroughput: 50_000 / 8,
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
});
try {
  const context = await browser.newContext({
    viewport: { width: 320, height: 800 },
    javaScriptEnabled: process.env.SCRIPTS === "on",
  });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", CONNECTION);
  let pages = [];
  client.on("Network.loadingFinished", ({ encodedDataLength }) => {
    const last = pages.at(-1);
    last.requests += 1;
    last.bytes += encodedDataLength;
  });
  const visit = async (go) => {
    pages.push({ url: "", requests: 0, bytes: 0, milliseconds: 0 });
    const start = performance.now();
    await go();
    await page.waitForLoadState("load");
    const last = pages.at(-1);
    last.milliseconds = Math.round(performance.now() - start);
    last.url = page.url();
    // The browser counts the bytes a moment later.
    await page.waitForTimeout(150);
  };
  await visit(() => page.goto(home));
  for (let at = -1; at < files.length - 1; ) {
    // The farthest file that the page leads to.
    const found = await page.evaluate((paths) => {
      // A link inside of a picture has no parts of its address.
      const links = [...document.querySelectorAll("main a[href]")];
      for (let far = paths.length - 1; far >= 0; far -= 1) {
        const link = links.findIndex(({ pathname }) => pathname?.endsWith(`/${paths[far]}`));
        if (link !== -1) return { far, link };
      }
      return null;
    }, files);
    if (found === null || found.far <= at) {
      console.error(`${page.url()}: expected a link that leads on, found none`);
      process.exitCode = 1;
      break;
    }
    at = found.far;
    const before = page.url();
    await visit(async () => {
      await page.locator("main a[href]").nth(found.link).click();
      await page.waitForURL((now) => now.href !== before, { waitUntil: "load" });
    });
  }
  const sum = (name) => pages.reduce((total, one) => total + one[name], 0);
  console.log(
    JSON.stringify({ pages, clicks: pages.length - 1, bytes: sum("bytes"), milliseconds: sum("milliseconds") }),
  );
} finally {
  await browser.close();
}
