// Usage: node bench.mjs [ENTRIES]
//
// Measures the verifier on a log of so many entries of 600 bytes (default 50,000) made in memory: one
// receipt, and the whole log. Not a test: machines differ.

import { verifyLog, verifyProof } from "./dist/scrutineer-verifier.mjs";
import { asFiles, logOf } from "./testing/logFiles.mjs";
import { base64, leaf, Oracle, policyOf } from "./testing/support.mjs";

const size = Number(process.argv[2] ?? 50_000);
const RECEIPTS = 2000;
const entryAt = (index) => Buffer.from(`entry ${index} `.padEnd(600, "."));

const files = logOf(size, entryAt);
const oracle = new Oracle(Array.from({ length: size }, (_, index) => leaf(entryAt(index))));
const index = Math.floor(size / 3);
const hashes = oracle.inclusion(index, 0, size).map((hash) => `${base64(hash)}\n`);
const proofFile = `c2sp.org/tlog-proof@v1\nindex ${index}\n${hashes.join("")}\n${files.get("checkpoint")}`;
const policy = policyOf("A");
const entryBytes = new Uint8Array(entryAt(index));

/** Milliseconds since `start`, by the wall and of this process on all cores. */
const since = ({ wall, cpu }) => {
  const { user, system } = process.cpuUsage(cpu);
  return { wall: performance.now() - wall, cpu: (user + system) / 1000 };
};
const now = () => ({ wall: performance.now(), cpu: process.cpuUsage() });

let start = now();
for (let at = 0; at < RECEIPTS; at += 1) {
  const { ok } = await verifyProof({ proofFile, entryBytes, policy });
  if (!ok) {
    throw new Error("expected a receipt that verifies");
  }
}
const receipts = since(start);
const [wall, cpu] = [receipts.wall, receipts.cpu].map((time) => (time / RECEIPTS).toFixed(2));
console.log(
  `one receipt, ${hashes.length} hashes, 2 signatures, policy read: ${wall} ms (processor ${cpu} ms)`,
);

start = now();
const { ok } = await verifyLog({ files: asFiles(files), policy });
const log = since(start);
if (!ok) {
  throw new Error("expected a log that verifies");
}
const [seconds, busy] = [log.wall, log.cpu].map((time) => (time / 1000).toFixed(2));
const rate = Math.round(size / (log.wall / 1000));
console.log(
  `whole log, ${size} entries of 600 bytes: ${seconds} s (processor ${busy} s), ${rate} entries a second`,
);
