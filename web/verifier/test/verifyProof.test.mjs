// Proof files: an entry, its place, and a checkpoint, as one receipt.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as verifier from "../dist/scrutineer-verifier.mjs";
import {
  base64,
  bodyOf,
  codes,
  entryOf,
  log,
  oracleOf,
  otherWitness,
  policyOf,
  sha256,
  Signer,
  witness,
} from "../testing/support.mjs";

const SIZE = 8;
const oracle = oracleOf(SIZE);
const body = bodyOf(log.name, SIZE, oracle.root(0, SIZE));
const note = `${body}\n${log.line(body)}${witness.cosign(body, 1000)}${otherWitness.cosign(body, 2000)}`;
const bothPolicy = policyOf("both").replace("any", "all").replace("either", "both");

function receipt(index, extra) {
  const hashes = oracle.inclusion(index, 0, SIZE).map((hash) => `${base64(hash)}\n`);
  const second = extra === undefined ? "" : `extra ${base64(extra)}\n`;
  return `c2sp.org/tlog-proof@v1\n${second}index ${index}\n${hashes.join("")}\n${note}`;
}

const check = (proofFile, entryBytes = entryOf(4), policy = bothPolicy) =>
  verifier.verifyProof({ proofFile, entryBytes, policy });

test("a receipt holds for its entry and for no other", async () => {
  for (let index = 0; index < SIZE; index += 1) {
    const outcome = await check(receipt(index), entryOf(index));
    assert.deepEqual(outcome.reasons, []);
    assert.equal(outcome.ok, true);
    assert.equal(outcome.index, BigInt(index));
    assert.equal(outcome.witnesses, 2);
    assert.equal(outcome.witnessedAt, 1000n);
    const other = await check(receipt(index), entryOf(index ^ 1));
    assert.deepEqual(codes(other), ["proof-root"]);
  }
});

test("an entry of no bytes and one of the greatest length are entries, a longer one is not", async () => {
  for (const [length, expected] of [[0, []], [65_535, []], [65_536, ["input-too-large"]]]) {
    const entry = new Uint8Array(length).fill(7);
    const root = sha256(Uint8Array.of(0), entry);
    const single = bodyOf(log.name, 1, root);
    const file = `c2sp.org/tlog-proof@v1\nindex 0\n\n${single}\n${log.line(single)}`;
    const outcome = await check(file, entry, policyOf("none"));
    assert.deepEqual(codes(outcome), expected, `${length} bytes`);
  }
});

test("an entry cannot be passed off as a node, nor a node as an entry", async () => {
  const children = new Uint8Array([...oracle.root(0, 4), ...oracle.root(4, 8)]);
  const root = oracle.root(0, 8);
  const single = bodyOf(log.name, 1, root);
  const file = `c2sp.org/tlog-proof@v1\nindex 0\n\n${single}\n${log.line(single)}`;
  assert.deepEqual(codes(await check(file, children, policyOf("none"))), ["proof-root"]);
});

test("the extra line is handed over and never trusted", async () => {
  const outcome = await check(receipt(4, Buffer.from("salt")));
  assert.equal(outcome.ok, true);
  assert.equal(outcome.extra, Buffer.from("salt").toString("hex"));
  assert.equal((await check(receipt(4))).extra, null);
});

test("every bit of a receipt, its entry and the policy counts", async () => {
  const file = Buffer.from(receipt(4));
  const entry = Buffer.from(entryOf(4));
  const policy = Buffer.from(bothPolicy);
  const good = await check(new Uint8Array(file), new Uint8Array(entry), new Uint8Array(policy));
  assert.equal(good.ok, true);
  for (const bytes of [file, entry, policy]) {
    for (let at = 0; at < bytes.length; at += 1) {
      // One byte's eight changes at a time, on copies.
      const changes = Array.from({ length: 8 }, (_, bit) => {
        const copy = new Uint8Array(bytes);
        copy[at] ^= 1 << bit;
        return [bit, copy];
      });
      await Promise.all(
        changes.map(async ([bit, copy]) => {
          const outcome = await check(
            bytes === file ? copy : new Uint8Array(file),
            bytes === entry ? copy : new Uint8Array(entry),
            bytes === policy ? copy : new Uint8Array(policy),
          );
          const which = bytes === file ? "receipt" : bytes === entry ? "entry" : "policy";
          assert.equal(outcome.ok, false, `${which}, byte ${at}, bit ${bit}`);
          assert.ok(outcome.reasons.length > 0);
        }),
      );
    }
  }
});

test("a receipt cut anywhere, or with a line dropped or doubled, is refused", async () => {
  const file = receipt(4);
  for (let length = 0; length < file.length; length += 1) {
    assert.equal((await check(file.slice(0, length))).ok, false, `cut at ${length}`);
  }
  const lines = file.split("\n").slice(0, -1);
  for (let at = 0; at < lines.length; at += 1) {
    const without = lines.toSpliced(at, 1);
    assert.equal((await check(`${without.join("\n")}\n`)).ok, false, `without line ${at + 1}`);
    const isSignature = lines[at].startsWith("\u2014");
    const doubled = lines.toSpliced(at, 0, lines[at]);
    // A signature twice says the same thing twice, and counts once.
    assert.equal((await check(`${doubled.join("\n")}\n`)).ok, isSignature, `line ${at + 1} twice`);
  }
});

test("all that is wrong is said at once: policy, receipt and entry", async () => {
  const file = receipt(4).replace("index 4", "index 04").replace(/^([A-Za-z0-9+/]{43}=)$/m, "AAAA");
  const outcome = await check(file, new Uint8Array(70_000), "quorum none");
  assert.deepEqual(codes(outcome), [
    "policy-no-final-newline",
    "proof-index",
    "proof-hash",
    "input-too-large",
  ]);
});

test("wrong lines of a receipt are named", async () => {
  const good = receipt(4);
  const hash = base64(sha256());
  for (const [file, expected] of [
    [good.replace("@v1", "@v2"), ["proof-header"]],
    [good.replaceAll("\n", "\r\n"), ["proof-no-checkpoint", "proof-header"]],
    [good.replace("index 4", "index +4"), ["proof-index"]],
    [good.replace("index 4", "index"), ["proof-index"]],
    [good.replace("index 4", "index 8"), ["proof-index"]],
    [good.replace("index 4", "extra \nindex 4"), ["proof-extra"]],
    [good.replace("index 4", "extra AB==\nindex 4"), ["proof-extra"]],
    [good.replace("index 4", "index 4\nextra AAAA"), ["proof-hash"]],
    [good.replace("index 4\n", `index 4\n${`${hash}\n`.repeat(61)}`), ["proof-too-long"]],
    [good.replace("index 4\n", `index 4\n${`${hash}\n`.repeat(60)}`), ["proof-length"]],
    [good.slice(0, good.indexOf("\n\n") + 1), ["proof-no-checkpoint"]],
    ["x".repeat(1_200_000), ["input-too-large"]],
  ]) {
    assert.deepEqual(codes(await check(file)), expected, file.slice(0, 80));
  }
});

test("two checkpoints of one log are compared, with a proof", async () => {
  const oldBody = bodyOf(log.name, 5, oracle.root(0, 5));
  const input = {
    oldCheckpoint: `${oldBody}\n${log.line(oldBody)}`,
    newCheckpoint: note,
    proof: oracle.consistency(5, SIZE),
    policy: bothPolicy,
  };
  const outcome = await verifier.verifyConsistency(input);
  assert.deepEqual(outcome.reasons, []);
  assert.equal(outcome.oldSize, 5n);
  assert.equal(outcome.size, 8n);
  const without = await verifier.verifyConsistency({ ...input, proof: [] });
  assert.deepEqual(codes(without), ["proof-length"]);
  const back = { ...input, oldCheckpoint: note, newCheckpoint: input.oldCheckpoint };
  assert.deepEqual(codes(await verifier.verifyConsistency(back)), ["quorum-not-met", "log-shrank"]);

  const unsigned = await verifier.verifyConsistency({ ...input, oldCheckpoint: `${oldBody}\n${witness.cosign(oldBody, 1)}` });
  assert.deepEqual(codes(unsigned), ["signature-no-log"]);
  assert.match(unsigned.reasons[0].text, /^earlier checkpoint: /);

  const forked = bodyOf(log.name, SIZE, oracle.root(0, 5));
  const fork = { ...input, oldCheckpoint: `${forked}\n${log.line(forked)}`, proof: [] };
  const found = await verifier.verifyConsistency(fork);
  assert.deepEqual(codes(found), ["log-two-trees"]);
  assert.match(found.reasons[0].text, /keep both files/);
});

test("checkpoints of two logs are not compared", async () => {
  const second = new Signer("log.test/two", 9, 1);
  const otherBody = bodyOf(second.name, 5, oracle.root(0, 5));
  const outcome = await verifier.verifyConsistency({
    oldCheckpoint: `${otherBody}\n${second.line(otherBody)}`,
    newCheckpoint: note,
    proof: oracle.consistency(5, SIZE),
    policy: `log ${second.vkey}\n${bothPolicy}`,
  });
  assert.deepEqual(codes(outcome), ["log-other-origin"]);
});
