// A real browser, a page from a file, the classic script: Ed25519 and SHA-256 are the browser's own.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { isRequired, needsVectors, vectors } from "../testing/support.mjs";

const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";
const SCRIPT = fileURLToPath(new URL("../dist/scrutineer-verifier.js", import.meta.url));
const SWITCHES = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--no-first-run",
  "--enable-logging=stderr",
];

function options() {
  if (vectors === null) {
    return needsVectors;
  }
  if (existsSync(BROWSER)) {
    return {};
  }
  if (isRequired("chromium")) {
    throw new Error(`SCRUTINEER_REQUIRE names chromium, and there is none at ${BROWSER}`);
  }
  return { skip: "skipped: needs chromium; install it, or name it in CHROMIUM" };
}

/** What runs in the page: the same questions for good and for changed files. */
async function ask(verifier, { proofs, notes, policy }) {
  const bytes = (text) => new TextEncoder().encode(text);
  const answers = { secure: isSecureContext, proofs: [], changed: [], notes: [] };
  for (const { text, leaf_entry } of proofs) {
    const entryBytes = bytes(leaf_entry);
    const good = await verifier.verifyProof({ proofFile: text, entryBytes, policy });
    answers.proofs.push([good.ok, good.witnesses, good.reasons.map(({ text }) => text)]);
    const other = await verifier.verifyProof({ proofFile: text, entryBytes: bytes("x"), policy });
    answers.changed.push(other.reasons.map(({ code }) => code));
    // One character of the log's signature.
    const at = text.indexOf("6o7QT") + 12;
    const put = text[at] === "A" ? "B" : "A";
    const file = text.slice(0, at) + put + text.slice(at + 1);
    const signed = await verifier.verifyProof({ proofFile: file, entryBytes, policy });
    answers.changed.push(signed.reasons.map(({ code }) => code));
  }
  const logOnly = policy.replace(/quorum .*\n/, "quorum none\n");
  for (const { note, ok } of notes) {
    const outcome = await verifier.verifyCheckpoint({ checkpoint: note, policy: logOnly });
    answers.notes.push(outcome.ok === ok);
  }
  return answers;
}

/**
 * Opens a page and waits for what it writes to its console after `ANSWER`. The switch that prints a page
 * instead would not wait for its cryptography.
 */
async function answerOf(url, profile) {
  const browser = spawn(BROWSER, [...SWITCHES, `--user-data-dir=${profile}`, url], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const closed = new Promise((resolve, reject) => {
    browser.once("close", resolve);
    browser.once("error", reject);
  });
  const limit = setTimeout(() => browser.kill(), 120_000);
  const seen = [];
  try {
    for await (const line of createInterface({ input: browser.stderr })) {
      const [, encoded] = /ANSWER ([A-Za-z0-9+/=]+)/.exec(line) ?? [];
      if (encoded !== undefined) {
        return JSON.parse(Buffer.from(encoded, "base64").toString());
      }
      seen.push(line);
    }
    throw new Error(`the page gave no answer; the browser said: ${seen.slice(-20).join("\n")}`);
  } finally {
    clearTimeout(limit);
    browser.kill();
    await closed;
  }
}

test("a page opened from a file checks proofs and notes as Node does", options(), async () => {
  const folder = mkdtempSync(join(tmpdir(), "scrutineer-page-"));
  try {
    copyFileSync(SCRIPT, join(folder, "verifier.js"));
    const data = {
      proofs: vectors.tlog_proofs,
      notes: vectors.negative_notes,
      policy: vectors.policy_file,
    };
    const page = `<!doctype html><meta charset="utf-8"><title>check</title>
<script src="verifier.js"></script>
<script>
const say = (answers) => console.log("ANSWER " + btoa(JSON.stringify(answers)));
(${ask})(ScrutineerVerifier, ${JSON.stringify(data)}).then(say, (error) => say(String(error)));
</script>`;
    const path = join(folder, "page.html");
    writeFileSync(path, page);
    const answers = await answerOf(pathToFileURL(path).href, join(folder, "profile"));
    assert.equal(answers.secure, true);
    assert.deepEqual(answers.proofs, vectors.tlog_proofs.map(() => [true, 2, []]));
    const changed = [["proof-root"], ["signature-not-valid", "signature-no-log"]];
    assert.deepEqual(answers.changed, vectors.tlog_proofs.flatMap(() => changed));
    assert.deepEqual(answers.notes, vectors.negative_notes.map(() => true));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
