// The program: what it prints and its exit codes.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { checkpointOf, logOf } from "../testing/logFiles.mjs";
import { base64, entryOf, oracleOf, policyOf } from "../testing/support.mjs";

const CLI = fileURLToPath(new URL("../cli.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "scrutineer-verifier-"));
after(() => rmSync(folder, { recursive: true }));

function write(path, content) {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: "utf8",
    cwd: folder,
  });
  return { status, stdout, stderr };
}

const entries = Array.from({ length: 300 }, (_, index) => entryOf(index));
write("policy", policyOf("A"));
write("policy-both", policyOf("B"));
write("entry", entryOf(4));
write("other-entry", entryOf(5));
write("old", checkpointOf(entries, 100));
for (const [path, bytes] of logOf(300)) {
  write(join("bundle", path), bytes);
}
const hashes = oracleOf(300).inclusion(4, 0, 300).map((hash) => `${base64(hash)}\n`);
write("receipt", `c2sp.org/tlog-proof@v1\nindex 4\n${hashes.join("")}\n${checkpointOf(entries)}`);

const proof = (...more) => run("proof", "--policy", "policy", "--proof", "receipt", ...more);

test("a receipt that holds says so in words and exits with 0", () => {
  const { status, stdout, stderr } = proof("--entry", "entry", "--now", "1767225660");
  assert.equal(stderr, "");
  assert.equal(status, 0);
  assert.equal(
    stdout,
    `Verified: the entry is in the log, at place 4 counted from 0.
The log "log.test/one" states that it has 300 entries, and its signature holds.
The witness "A" ("witness.test/a") saw it on 2026-01-01 00:00:00 UTC.
That was 1 minute ago; entries added since are not covered.
Note: 1 independent witness: nobody else confirms what it has seen.
`,
  );
});

test("a receipt that carries its entry needs no other file, and shows what it carries", () => {
  const bytes = readFileSync(join(folder, "entry"));
  const text = readFileSync(join(folder, "receipt"), "utf8");
  const carrying = text.replace("@v1\n", `@v1\nextra ${bytes.toString("base64")}\n`);
  write("carrying", carrying);
  const held = run("proof", "--policy", "policy", "--proof", "carrying");
  assert.equal(held.status, 0, held.stdout);
  assert.match(held.stdout, new RegExp(`at place 4 counted from 0: ${bytes.toString()}\\.`));
  write("carrying", text.replace("@v1\n", `@v1\nextra ${Buffer.from("entry 5").toString("base64")}\n`));
  const other = run("proof", "--policy", "policy", "--proof", "carrying");
  assert.equal(other.status, 3);
  assert.match(other.stdout, /^Reason: proof: the entry and its hashes do not lead to the root/m);
  const bare = run("proof", "--policy", "policy", "--proof", "receipt");
  assert.equal(bare.status, 2);
  assert.match(bare.stderr, /carries no entry/);
});

test("a receipt for another entry exits with 3 and gives the reason", () => {
  const { status, stdout } = proof("--entry", "other-entry");
  assert.equal(status, 3);
  assert.match(stdout, /^Not verified: /);
  assert.match(stdout, /^Reason: proof: the entry and its hashes do not lead to the root/m);
});

test("the same in JSON can be read by a program", () => {
  const { status, stdout } = proof("--entry", "entry", "--json", "--now", "1767225660");
  assert.equal(status, 0);
  const outcome = JSON.parse(stdout);
  assert.equal(outcome.ok, true);
  assert.equal(outcome.size, 300);
  assert.equal(outcome.index, 4);
  assert.equal(outcome.witnesses, 1);
  assert.equal(outcome.age, 60);
  assert.deepEqual(outcome.reasons, []);
  const bad = proof("--entry", "other-entry", "--json");
  assert.equal(bad.status, 3);
  assert.equal(JSON.parse(bad.stdout).reasons[0].code, "proof-root");
});

test("a bundle verifies, with and without an earlier checkpoint", () => {
  const plain = run("bundle", "--policy", "policy", "bundle");
  assert.equal(plain.status, 0, plain.stdout + plain.stderr);
  assert.match(plain.stdout, /300 entries read, 5 files compared/);
  const since = run("bundle", "--policy", "policy", "--old", "old", "bundle");
  assert.equal(since.status, 0, since.stdout + since.stderr);
  assert.match(since.stdout, /continues the earlier one of 100/);
});

test("a bundle with a changed entry, a missing tile and a file too many names all three", () => {
  const broken = "broken";
  for (const [path, bytes] of logOf(300)) {
    if (path !== "tile/1/000.p/1") {
      const copy = Buffer.from(bytes);
      if (path === "tile/entries/000") {
        copy[5] ^= 1;
      }
      write(join(broken, path), copy);
    }
  }
  write(join(broken, "tile/0/notes.txt"), "x");
  symlinkSync("/dev/null", join(folder, broken, "tile/0/link"));
  const { status, stdout } = run("bundle", "--policy", "policy", broken);
  assert.equal(status, 3);
  for (const expected of [
    'Reason: "tile/0/notes.txt": expected only files',
    'Reason: "tile/0/link": expected only files',
    "Reason: tile/0/000, hash 0: expected that of entry 0",
    "Reason: tile/1/000.p/1: expected a file, found none",
    "Reason: log: the entries do not lead to the root",
  ]) {
    assert.ok(stdout.includes(expected), `${expected}\nin\n${stdout}`);
  }
});

test("a folder without a log is not verified, and not an error of use", () => {
  mkdirSync(join(folder, "empty"));
  const { status, stdout } = run("bundle", "--policy", "policy", "empty");
  assert.equal(status, 3);
  assert.match(stdout, /Reason: checkpoint: expected a file, found none/);
});

test("a checkpoint is judged by itself", () => {
  const good = run("checkpoint", "--policy", "policy", "--checkpoint", "old");
  assert.equal(good.status, 0, good.stdout);
  const other = run("checkpoint", "--policy", "policy-both", "--checkpoint", "old");
  assert.equal(other.status, 3);
  assert.match(other.stdout, /Reason: quorum: expected valid cosignatures of the witness "B", found "A"/);
});

test("a greatest age is kept to", () => {
  const at = (now) =>
    run("checkpoint", "--policy", "policy", "--checkpoint", "old", "--max-age", "60", "--now", now);
  assert.equal(at("1767225660").status, 0);
  assert.equal(at("1767225661").status, 3);
});

test("wrong usage exits with 2 and shows the usage, a file that is absent with 1", () => {
  for (const args of [
    [],
    ["frobnicate"],
    ["toString"],
    ["proof", "--policy", "policy"],
    ["proof", "--policy", "policy", "--proof", "receipt", "--entry", "entry", "more"],
    ["proof", "--policy", "policy", "--proof", "receipt", "--entry", "entry", "--old", "old"],
    ["bundle", "--policy", "policy"],
    ["bundle", "bundle"],
    ["bundle", "--policy", "policy", "--max-age", "1d", "bundle"],
    ["bundle", "--policy", "policy", "--unknown", "bundle"],
  ]) {
    const { status, stderr, stdout } = run(...args);
    assert.equal(status, 2, args.join(" "));
    assert.equal(stdout, "");
    assert.match(stderr, /Usage:/);
  }
  for (const args of [
    ["checkpoint", "--policy", "absent", "--checkpoint", "old"],
    ["proof", "--policy", "policy", "--proof", "absent", "--entry", "entry"],
    ["bundle", "--policy", "policy", "--old", "absent", "bundle"],
  ]) {
    const { status, stderr } = run(...args);
    assert.equal(status, 1, args.join(" "));
    assert.match(stderr, /absent: expected a file, found none/);
  }
});

test("help is help", () => {
  const { status, stdout } = run("--help");
  assert.equal(status, 0);
  assert.match(stdout, /Exit code: 0 verified;/);
});
