// Signed checkpoints: what a note must look like, whose signatures count, and how old one may be.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as verifier from "../dist/scrutineer-verifier.mjs";
import {
  base64,
  bodyOf,
  codes,
  log,
  oracleOf,
  otherWitness,
  policyOf,
  sha256,
  Signer,
  text,
  witness,
} from "../testing/support.mjs";

const body = bodyOf(log.name, 8, oracleOf(8).root(0, 8));
const signed = (lines, of = body) => `${of}\n${lines}`;
const judge = (checkpoint, policy = policyOf("none"), freshness) =>
  verifier.verifyCheckpoint({ checkpoint, policy, ...(freshness && { freshness }) });
const refused = async (checkpoint, policy) => codes(await judge(checkpoint, policy));
const unknown = (count) =>
  Array.from({ length: count }, (_, at) => new Signer(`u${at}.test`, 40 + at, 1).line(body)).join("");

test("a checkpoint with the log's signature holds, whoever else signed", async () => {
  const outcome = await judge(signed(unknown(3) + log.line(body)));
  assert.deepEqual(outcome.reasons, []);
  assert.equal(outcome.ok, true);
  assert.equal(outcome.origin, log.name);
  assert.equal(outcome.size, 8n);
  assert.equal(outcome.witnesses, 0);
  assert.equal(outcome.operatorOnly, true);
  assert.match(outcome.warnings[0].text, /^0 independent witnesses: a single signer/);
});

test("a signature by nobody known, or by a known name with an unknown id, does not count", async () => {
  const namesake = new Signer(log.name, 9, 1);
  assert.deepEqual(await refused(signed(unknown(2))), ["signature-no-log"]);
  assert.deepEqual(await refused(signed(namesake.line(body))), ["signature-no-log"]);
  assert.deepEqual((await judge(signed(namesake.line(body) + log.line(body)))).reasons, []);
});

test("a line with a known id under another name is ignored, whatever it holds", async () => {
  const other = log.lineOf(new Uint8Array(64)).replace(log.name, "namesake.test");
  const otherWitnessLine = witness.lineOf(new Uint8Array(72)).replace(witness.name, "x.test");
  const outcome = await judge(signed(other + otherWitnessLine + log.line(body)));
  assert.deepEqual(outcome.reasons, []);
});

test("a known line that does not hold refuses the note, beside a good one too, log's or witness's", async () => {
  const badLog = log.lineOf(new Uint8Array(64));
  const badWitness = witness.lineOf(new Uint8Array(72));
  const short = witness.lineOf(new Uint8Array(71));
  const good = log.line(body);
  for (const lines of [badLog, good + badLog, badLog + good, good + badWitness, good + short]) {
    assert.ok((await refused(signed(lines))).includes("signature-not-valid"));
  }
});

test("a witness's signature without its time, or with another time, does not hold", async () => {
  const line = witness.cosign(body, 1000);
  const bytes = Buffer.from(line.trimEnd().split(" ")[2], "base64");
  bytes.writeBigUInt64BE(1001n, 4);
  const moved = `\u2014 ${witness.name} ${bytes.toString("base64")}\n`;
  bytes.writeBigUInt64BE(1n << 63n, 4);
  const beyond = `\u2014 ${witness.name} ${bytes.toString("base64")}\n`;
  const plain = new Signer(witness.name, 2, 4).line(body);
  for (const lines of [moved, beyond, plain]) {
    assert.deepEqual(await refused(signed(log.line(body) + lines)), ["signature-not-valid"]);
  }
});

test("a log signs for its own origin only", async () => {
  const other = new Signer("log.test/two", 7, 1);
  const policy = `log ${log.vkey}\nlog ${other.vkey}\nquorum none\n`;
  assert.deepEqual(await refused(signed(other.line(body)), policy), ["signature-origin"]);
  const outcome = await judge(signed(other.line(body) + log.line(body)), policy);
  assert.deepEqual(outcome.reasons, []);
  assert.equal(outcome.origin, log.name);
});

test("a note that is not one is refused, with every reason", async () => {
  const good = signed(log.line(body));
  assert.deepEqual(await refused(good.slice(0, -1)), ["note-no-final-newline"]);
  assert.ok((await refused(good.replaceAll("\n", "\r\n"))).includes("note-control-character"));
  assert.deepEqual(await refused(good.replace("\n\n", "\n")), ["note-no-separator"]);
  assert.deepEqual(await refused(""), ["note-no-final-newline", "note-no-separator"]);
  assert.deepEqual(await refused(signed("")), ["note-no-signature"]);
  assert.deepEqual(await refused(good.replace("\u2014", "-")), ["note-signature-line"]);
  assert.deepEqual(await refused(signed(`${log.line(body)}\u2014 a b\u0000\n`)), [
    "note-control-character",
    "note-signature-line",
  ]);
  assert.deepEqual(await refused(new Uint8Array([...text(good), 0xff])), ["input-not-utf8"]);
  assert.ok((await refused(`\ufeff${good}`)).length > 0);
  assert.ok((await refused(`${good}\n`)).length > 0);
  assert.ok((await refused(`\n${good}`)).length > 0);
});

test("signature lines have one spelling", async () => {
  const good = log.line(body);
  const encoded = good.trimEnd().split(" ")[2];
  const start = `\u2014 ${log.name} `;
  for (const line of [
    `\u2014  ${log.name} ${encoded}\n`,
    `${start} ${encoded}\n`,
    `${start}${encoded} \n`,
    ` ${good}`,
    `${start}${encoded.replace(/=+$/, "")}\n`,
    `${start}${base64(text("1234"))}\n`,
    `\u2014 a+b ${encoded}\n`,
    `\u2014 a\u00a0b ${encoded}\n`,
    `\u2014 a\u0085b ${encoded}\n`,
    `\u2014 a\u3000b ${encoded}\n`,
    `\u2014 ${encoded}\n`,
  ]) {
    assert.deepEqual(await refused(signed(good + line)), ["note-signature-line"], line);
  }
});

test("the text of a checkpoint has one spelling", async () => {
  const [origin, size, root] = body.split("\n");
  const made = (...lines) => {
    const of = lines.map((line) => `${line}\n`).join("");
    return signed(log.line(of), of);
  };
  assert.deepEqual((await judge(made(origin, size, root, "an extension", "another"))).reasons, []);
  for (const [lines, expected] of [
    [[origin, size], ["checkpoint-lines"]],
    [["", size, root], ["checkpoint-origin"]],
    [[`${origin} `, size, root], ["signature-origin"]],
    [[origin, "08", root], ["checkpoint-size"]],
    [[origin, "+8", root], ["checkpoint-size"]],
    [[origin, "", root], ["checkpoint-size"]],
    [[origin, "8 ", root], ["checkpoint-size"]],
    [[origin, "9223372036854775808", root], ["checkpoint-size"]],
    [[origin, size, root.slice(0, -1)], ["checkpoint-root"]],
    [[origin, size, `${root} `], ["checkpoint-root"]],
    [[origin, size, root.replaceAll("/", "_")], null],
    [[origin, size, base64(new Uint8Array(33))], ["checkpoint-root"]],
    [[origin, "0", root], ["checkpoint-empty-root"]],
    [[origin, size, root, "", "x"], ["checkpoint-extension"]],
    [["", "x", "y", "", "z"], ["checkpoint-origin", "checkpoint-size", "checkpoint-root", "checkpoint-extension"]],
  ]) {
    const found = await refused(made(...lines));
    if (expected !== null) {
      assert.deepEqual(found.filter((code) => expected.includes(code)), expected, lines.join("|"));
      assert.ok(found.every((code) => expected.includes(code)), found.join());
    }
  }
  const empty = bodyOf(origin, 0, sha256());
  assert.deepEqual((await judge(signed(log.line(empty), empty))).reasons, []);
});

test("a text with empty lines before the last one still is signed as a whole, and is no checkpoint", async () => {
  const of = `${body}\nmore\n`;
  assert.deepEqual(await refused(signed(log.line(of), of)), ["checkpoint-extension"]);
});

test("sixteen signatures and a hundred are read, a hundred and one and a megabyte are not", async () => {
  const good = log.line(body);
  const filler = `\u2014 unknown.test ${base64(new Uint8Array(68))}\n`;
  assert.deepEqual((await judge(signed(filler.repeat(15) + good))).reasons, []);
  assert.deepEqual((await judge(signed(filler.repeat(99) + good))).reasons, []);
  assert.deepEqual(await refused(signed(filler.repeat(100) + good)), ["note-too-many-signatures"]);
  const big = `\u2014 unknown.test ${base64(new Uint8Array(750_000))}\n`;
  assert.deepEqual(await refused(signed(big + good)), ["input-too-large"]);
});

test("post-quantum lines of five kilobytes pass beside", async () => {
  const filler = `\u2014 unknown.test ${base64(new Uint8Array(5000))}\n`;
  assert.deepEqual((await judge(signed(filler.repeat(16) + log.line(body)))).reasons, []);
});

test("a quorum is met by the right witnesses only, each once", async () => {
  const a = witness.cosign(body, 1000);
  const b = otherWitness.cosign(body, 2000);
  const good = log.line(body);
  const both = policyOf("both").replace("any", "2").replace("either", "both");
  const met = async (lines, policy) => (await judge(signed(good + lines), policy)).ok;
  assert.equal(await met("", policyOf("either")), false);
  assert.equal(await met(a, policyOf("either")), true);
  assert.equal(await met(b, policyOf("either")), true);
  assert.equal(await met(a, policyOf("A")), true);
  assert.equal(await met(b, policyOf("A")), false);
  assert.equal(await met(a, both), false);
  assert.equal(await met(a + a, both), false);
  assert.equal(await met(a + witness.cosign(body, 3000), both), false);
  assert.equal(await met(a + b, both), true);
  const refusal = await judge(signed(good + a), both);
  assert.match(refusal.reasons[0].text, /expected valid cosignatures of 2 of "A", "B", found "A"/);
  assert.equal(refusal.size, 8n, "what the log states is shown, for its signature holds");
});

test("a witness cannot sign for the log, nor the log as a witness", async () => {
  const asLog = new Signer(log.name, 2, 1);
  assert.deepEqual(await refused(signed(asLog.line(body) + witness.cosign(body, 1))), ["signature-no-log"]);
  const logAsWitness = new Signer("elsewhere.test", 1, 4);
  const policy = `log ${log.vkey}\nwitness W ${logAsWitness.vkey}\nquorum W\n`;
  const outcome = await judge(signed(log.line(body) + logAsWitness.cosign(body, 1)), policy);
  assert.equal(outcome.ok, true);
  assert.equal(outcome.operatorOnly, true, "the log's own key is no independent witness");
  assert.equal(outcome.cosignatures[0].operator, true);
});

test("a witness at the operator's own host is not counted as independent", async () => {
  const own = new Signer("LOG.test/witness", 8, 4);
  const policy = `log ${log.vkey}\nwitness W ${own.vkey}\nwitness A ${witness.vkey}\ngroup g any W A\nquorum g\n`;
  const alone = await judge(signed(log.line(body) + own.cosign(body, 1)), policy);
  assert.equal(alone.ok, true);
  assert.equal(alone.witnesses, 0);
  assert.deepEqual(alone.warnings.map(({ code }) => code), ["witness-operator", "witness-none"]);
  const withOther = await judge(signed(log.line(body) + own.cosign(body, 1) + witness.cosign(body, 2)), policy);
  assert.equal(withOther.witnesses, 1);
  assert.deepEqual(withOther.warnings.map(({ code }) => code), ["witness-operator", "witness-single"]);
});

test("the time is that of the whole quorum, not of its quickest member", async () => {
  const lines = log.line(body) + witness.cosign(body, 1000) + otherWitness.cosign(body, 2000);
  const both = policyOf("both").replace("any", "all").replace("either", "both");
  assert.equal((await judge(signed(lines), both)).witnessedAt, 1000n);
  assert.equal((await judge(signed(lines), policyOf("either"))).witnessedAt, 2000n);
  assert.equal((await judge(signed(lines), policyOf("A"))).witnessedAt, 1000n);
  assert.equal((await judge(signed(lines), policyOf("none"))).witnessedAt, 2000n);
  assert.equal((await judge(signed(log.line(body)))).witnessedAt, null);
  const twice = lines + witness.cosign(body, 5000);
  assert.equal((await judge(signed(twice), policyOf("A"))).witnessedAt, 5000n);
});

test("age is stated, and refused where a greatest age is set", async () => {
  const lines = log.line(body) + witness.cosign(body, 1000);
  const at = (freshness, of = lines) => judge(signed(of), policyOf("none"), freshness);
  assert.equal((await at({ now: 1600n })).age, 600n);
  assert.deepEqual(codes(await at({ now: 1600n, maxAge: 600n })), []);
  assert.deepEqual(codes(await at({ now: 1601n, maxAge: 600n })), ["freshness-too-old"]);
  assert.deepEqual(codes(await at({ now: 1600n, maxAge: 600n }, log.line(body))), ["freshness-unknown"]);
  assert.deepEqual(codes(await at({ now: 600n, maxAge: 600n })), ["freshness-future"]);
  const early = await at({ now: 600n });
  assert.equal(early.ok, true);
  assert.ok(early.warnings.some(({ code }) => code === "freshness-future"));
  assert.deepEqual(codes(await at({ now: 701n, maxAge: 600n })), []);
});
