// Usage: node proof.mjs PAGE POLICY PROOF
//
// Opens PAGE (the page Verify of a site, by http:) in Chromium, chooses the files POLICY and PROOF, and presses the
// button. Prints one line of JSON: what the page then says, and what was told on the console.
//
// Exit code 0: done; 2: wrong usage. CHROMIUM names the browser.

import { chromium } from "playwright-core";

const [url, policy, proof] = process.argv.slice(2);
if (proof === undefined) {
  console.error("usage: node proof.mjs PAGE POLICY PROOF");
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
});
try {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const told = [];
  page.on("console", (message) => told.push(message.text()));
  page.on("pageerror", (error) => told.push(error.message));
  await page.goto(url, { waitUntil: "load" });
  const place = page.locator("#verifier");
  await place.locator("#policy").setInputFiles(policy);
  await place.locator("#proof-file").setInputFiles(proof);
  await place.locator("button").press("Enter");
  const output = place.locator("[role=status]");
  await output.locator("p.lead, b").first().waitFor();
  console.log(JSON.stringify({ text: await output.innerText(), console: told }));
} finally {
  await browser.close();
}
