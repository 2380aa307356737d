// Policy files: every line that may stand in one, and every way to get one wrong.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as verifier from "../dist/scrutineer-verifier.mjs";
import { base64, log, otherWitness, sha256, Signer, text, witness } from "../testing/support.mjs";

const { parsePolicy, Reasons } = verifier;
const key = (seed, type = 4) => new Signer(`k${seed}.test`, seed, type).vkey;
const L = `log ${log.vkey}\n`;
const A = `witness A ${witness.vkey}\n`;
const B = `witness B ${otherWitness.vkey}\n`;

async function read(content) {
  const reasons = new Reasons();
  const policy = await parsePolicy(content, reasons);
  assert.equal(policy === null, reasons.count > 0);
  return { policy, codes: reasons.list().map(({ code }) => code), texts: reasons.list().map(({ text }) => text) };
}

test("comments, empty lines, tabs, addresses and further spaces are allowed", async () => {
  const content = `# a policy\n \t\n\t ${L.trim()}   log.example/prefix \n${A.trim()}\thttp://w.example/\n${B}  # more\ngroup  g\tall  A B\n\tquorum   g\n`;
  const { policy, codes } = await read(content);
  assert.deepEqual(codes, []);
  assert.equal(policy.logs.length, 1);
  assert.deepEqual(policy.groups, [{ name: "g", threshold: 2, members: ["A", "B"] }]);
  assert.equal(policy.quorum, "g");
});

test("groups of groups count as the specification's own example says", async () => {
  const witnesses = ["X1", "X2", "X3", "Y1", "Y2", "Y3"]
    .map((name, at) => `witness ${name} ${key(20 + at)}\n`)
    .join("");
  const content = `${L}${witnesses}group X 2 X1 X2 X3\ngroup Y any Y1 Y2 Y3\ngroup XY all X Y\nquorum XY\n`;
  const { policy, codes } = await read(content);
  assert.deepEqual(codes, []);
  const met = (...names) => verifier.meetsQuorum(policy, new Set(names));
  assert.equal(met("X1", "X3", "Y2"), true);
  assert.equal(met("X1", "X2", "X3"), false);
  assert.equal(met("X1", "Y1", "Y2", "Y3"), false);
  assert.equal(met("X1", "X2", "X3", "Y1", "Y2", "Y3"), true);
  assert.equal(met(), false);
});

test("each wrong line is named by its number and its reason", async () => {
  const quorum = "quorum none\n";
  for (const [content, expected] of [
    [`${L}${A}`, ["policy-quorum"]],
    [`${L}${quorum}${quorum}`, ["policy-quorum"]],
    [`${L}quorum A\n${A}`, ["policy-quorum"]],
    [`${L}quorum\n`, ["policy-line", "policy-quorum"]],
    [`${L}quorum none none\n`, ["policy-line", "policy-quorum"]],
    [`log\n${quorum}`, ["policy-line"]],
    [`${L.trim()} a b\n${quorum}`, ["policy-line"]],
    [`${L}${L}${quorum}`, ["policy-duplicate-key"]],
    [`${L}witness A\n${quorum}`, ["policy-line"]],
    [`${L}witness none ${witness.vkey}\n${quorum}`, ["policy-name"]],
    [`${L}${A}witness A ${otherWitness.vkey}\n${quorum}`, ["policy-name"]],
    [`${L}${A}witness C ${new Signer("renamed.test", 2, 4).vkey}\n${quorum}`, ["policy-duplicate-key"]],
    [`${L}${A}group A any A\n${quorum}`, ["policy-name"]],
    [`${L}${A}group g any\n${quorum}`, ["policy-line"]],
    [`${L}${A}group g some A\n${quorum}`, ["policy-group"]],
    [`${L}${A}group g 0 A\n${quorum}`, ["policy-group"]],
    [`${L}${A}group g 2 A\n${quorum}`, ["policy-group"]],
    [`${L}${A}group g 01 A\n${quorum}`, ["policy-group"]],
    [`${L}${A}group g any A A\n${quorum}`, ["policy-group"]],
    [`${L}${A}group g any A\ngroup h any A\n${quorum}`, ["policy-group"]],
    [`${L}${A}group g any none\n${quorum}`, ["policy-group"]],
    [`${L}group g any g\n${quorum}`, ["policy-group"]],
    [`${L}group g any A\n${A}${quorum}`, ["policy-group"]],
    [`${L}wit A ${witness.vkey}\n${quorum}`, ["policy-line"]],
    [`LOG ${log.vkey}\n${quorum}`, ["policy-line"]],
    [`${L}quorum none`, ["policy-no-final-newline"]],
    [`${L}quorum none\r\n`, ["policy-character", "policy-quorum"]],
    [`${L}\u0000\n${quorum}`, ["policy-character"]],
    [`${L}\u007f\n${quorum}`, ["policy-character"]],
    ["", ["policy-quorum"]],
  ]) {
    const { codes } = await read(content);
    assert.deepEqual(codes.toSorted(), expected.toSorted(), JSON.stringify(content));
  }
  const { texts } = await read(`${L}x\n${A}group g 5 A\nquorum q\n`);
  assert.deepEqual(texts.map((reason) => reason.slice(0, 15)), ["policy, line 2:", "policy, line 4:", "policy, line 5:"]);
});

test("keys are refused for each single defect", async () => {
  const { name } = log;
  const vkey = (type, publicKey, of = name) => {
    const id = sha256(text(`${of}\n`), Uint8Array.of(type), publicKey).slice(0, 4);
    const encoded = base64(Buffer.concat([Uint8Array.of(type), publicKey]));
    return `${of}+${Buffer.from(id).toString("hex")}+${encoded}`;
  };
  const neutral = new Uint8Array(32);
  neutral[0] = 1;
  const [, id] = log.vkey.split("+");
  for (const [what, found] of [
    ["not reduced", vkey(1, new Uint8Array(32).fill(255))],
    ["of small order", vkey(1, neutral)],
    ["of small order", vkey(1, new Uint8Array(32))],
    ["of 31 bytes", vkey(1, log.publicKey.slice(1))],
    ["of 33 bytes", vkey(1, new Uint8Array([...log.publicKey, 0]))],
    ["of type 0x01, found 0x04", vkey(4, log.publicKey)],
    ["of type 0x01, found 0x02", vkey(2, log.publicKey)],
    ["key id: expected", log.vkey.replace(id, "00000000")],
    ["key id of 8", log.vkey.replace(id, id.toUpperCase())],
    ["key id of 8", log.vkey.replace(id, `0${id}`)],
    ["canonical base64", log.vkey.slice(0, -1)],
    ["canonical base64", `${name}+${id}+`],
    ["name+id+base64", `${name}+${id}`],
    ["without white space", vkey(1, log.publicKey, "a\u00a0b")],
    ["without white space", vkey(1, log.publicKey, "")],
  ]) {
    const { texts } = await read(`log ${found}\nquorum none\n`);
    assert.ok(texts.some((reason) => reason.includes(what)), `${what}: ${texts.join("; ")}`);
  }
  const asWitness = await read(`${L}witness A ${log.vkey}\nquorum none\n`);
  assert.deepEqual(asWitness.codes, ["policy-key"]);
});

test("a key whose base64 holds plus signs is read whole", async () => {
  let seed = 1;
  let signer;
  do {
    signer = new Signer("plus.test", seed, 1);
    seed += 1;
  } while (signer.vkey.split("+").length === 3);
  const { policy } = await read(`log ${signer.vkey}\nquorum none\n`);
  assert.deepEqual(policy.logs[0].key.publicKey, signer.publicKey);
});

test("32 logs, 32 witnesses and 32 groups are read; 257 of one kind are not", async () => {
  const lines = Array.from({ length: 32 }, (_, at) => [
    `log ${key(at + 1, 1)}\n`,
    `witness W${at} ${key(at + 100)}\n`,
    `group G${at} any W${at}\n`,
  ]).flat();
  assert.deepEqual((await read(`${lines.join("")}quorum G31\n`)).codes, []);
  const groups = Array.from({ length: 256 }, (_, at) => `group G${at + 1} any G${at}\n`).join("");
  const many = await read(`${L}${A}group G0 any A\n${groups}quorum G256\n`);
  assert.deepEqual(many.codes, ["policy-too-large"]);
  assert.deepEqual((await read(`#${"x".repeat(1_000_001)}\n`)).codes, ["input-too-large"]);
});

test("names are compared byte for byte: a look-alike is another name", async () => {
  const { codes } = await read(`${L}witness K ${witness.vkey}\nquorum \u212a\n`);
  assert.deepEqual(codes, ["policy-quorum"]);
  const named = await read(`${L}witness Ñandú ${witness.vkey}\nquorum Ñandú\n`);
  assert.deepEqual(named.codes, []);
  assert.equal(named.policy.quorum, "Ñandú");
});

test("bytes that are not UTF-8 may stand in comments and names", async () => {
  const latin = Buffer.from(`# a\u00f1o\n${L}witness \u00d1 ${witness.vkey}\nquorum \u00d1\n`, "latin1");
  assert.deepEqual((await read(new Uint8Array(latin))).codes, []);
});

test("a policy without logs verifies nothing", async () => {
  const outcome = await verifier.verifyCheckpoint({ checkpoint: "x\n", policy: "quorum none\n" });
  assert.deepEqual(outcome.reasons.map(({ code }) => code), ["policy-no-log"]);
  assert.equal(outcome.ok, false);
});
