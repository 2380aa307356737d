// Receipts made from the files of a log: the hashes of the oracle, and what is wrong with a log is said.

import assert from "node:assert/strict";
import { test } from "node:test";

import { makeReceipt, parseProofFile, Reasons, verifyProof } from "../dist/scrutineer-verifier.mjs";
import { asFiles, logOf } from "../testing/logFiles.mjs";
import { codes, entryOf, leaf, Oracle, policyOf } from "../testing/support.mjs";

const receiptOf = (files, index) => makeReceipt(asFiles(files), BigInt(index));

test("a receipt has the hashes of the definition and verifies, in logs of many sizes", async () => {
  for (const size of [1, 2, 3, 7, 8, 255, 256, 257, 300, 511, 512, 513, 700]) {
    const files = logOf(size);
    const oracle = new Oracle(Array.from({ length: size }, (_, at) => leaf(entryOf(at))));
    const places = new Set([0, 1, 254, 255, 256, 299, 511, size - 2, size - 1]);
    for (const index of [...places].filter((at) => at >= 0 && at < size)) {
      const { proofFile, entry, reasons } = await receiptOf(files, index);
      assert.deepEqual(reasons, [], `${index} of ${size}`);
      assert.deepEqual(Buffer.from(entry), Buffer.from(entryOf(index)));
      const { hashes } = parseProofFile(proofFile, new Reasons());
      const hex = (list) => list.map((hash) => Buffer.from(hash).toString("hex"));
      assert.deepEqual(hex(hashes), hex(oracle.inclusion(index, 0, size)));
      const outcome = await verifyProof({ proofFile, entryBytes: entry, policy: policyOf("A") });
      assert.deepEqual(outcome.reasons, []);
      assert.equal(outcome.index, BigInt(index));
    }
  }
});

test("a receipt from a log of three levels of tiles verifies", async () => {
  const files = logOf(66_000);
  for (const index of [0, 65_535, 65_536, 65_999]) {
    const { proofFile, entry } = await receiptOf(files, index);
    const outcome = await verifyProof({ proofFile, entryBytes: entry, policy: policyOf("A") });
    assert.deepEqual(outcome.reasons, [], String(index));
  }
});

test("a changed bit in the record, in a hash of its path or in the root gives no receipt", async () => {
  const good = logOf(300);
  const at = (path, byte) => {
    const copy = Buffer.from(good.get(path));
    copy[byte] ^= 1;
    return new Map([...good, [path, copy]]);
  };
  // Entry 5 is in the first bundle; 300 = 256 + 44, so the path has hashes of both tiles.
  const record = good.get("tile/entries/000").indexOf(entryOf(5));
  for (const [files, code] of [
    [at("tile/entries/000", record), "log-tile"],
    [at("tile/0/000", 32 * 5), "log-tile"],
    [at("tile/0/000", 32 * 4), "proof-root"],
    [at("tile/0/001.p/44", 0), "proof-root"],
  ]) {
    const { proofFile, reasons } = await receiptOf(files, 5);
    assert.equal(proofFile, null);
    assert.ok(reasons.map(({ code }) => code).includes(code), code);
  }
  const other = logOf(300, (index) => (index === 7 ? Buffer.from("another") : entryOf(index)));
  const { reasons } = await receiptOf(new Map([...good, ["checkpoint", other.get("checkpoint")]]), 5);
  assert.deepEqual(reasons.map(({ code }) => code), ["proof-root"]);
});

test("what is missing is named, and a place that the log has not is refused", async () => {
  const good = logOf(300);
  for (const path of ["checkpoint", "tile/entries/000", "tile/0/000", "tile/0/001.p/44"]) {
    const files = new Map(good);
    files.delete(path);
    const { proofFile, reasons } = await receiptOf(files, 5);
    assert.equal(proofFile, null);
    assert.ok(reasons.some(({ code, text }) => code === "log-missing-file" && text.startsWith(path)), path);
  }
  for (const index of [-1, 300]) {
    assert.deepEqual(codes(await receiptOf(good, index)), ["proof-index"]);
  }
  const cut = new Map([...good, ["tile/0/000", good.get("tile/0/000").subarray(1)]]);
  assert.deepEqual(codes(await receiptOf(cut, 5)), ["log-tile"]);
  assert.ok(codes(await receiptOf(new Map([["checkpoint", Buffer.from("x")]]), 0)).length > 0);
});
