// Bytes and texts have one spelling each.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as verifier from "../dist/scrutineer-verifier.mjs";
import { base64 } from "../testing/support.mjs";

const { decodeBase64, encodeBase64, parseDecimal, quote } = verifier;

test("base64 agrees with Node's for every length and many bytes", () => {
  for (let length = 0; length < 100; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 151 + length * 7) & 255);
    assert.equal(encodeBase64(bytes), base64(bytes));
    assert.deepEqual(decodeBase64(base64(bytes)), bytes);
  }
});

test("base64 with a second spelling is refused", () => {
  // "AA==" is one zero byte; the rest spell it, or something close, otherwise.
  assert.deepEqual(decodeBase64("AA=="), Uint8Array.of(0));
  for (const text of ["AB==", "AAB=", "AA", "AA=", "AA===", "A===", "====", "=", "AA==\n", " AA==", "A A=", "AA==AA==", "-_==", "AAA\u0041\u0301", "\u{ff21}A=="]) {
    assert.equal(decodeBase64(text), null, JSON.stringify(text));
  }
});

test("of all last characters of a padded group only the canonical ones are accepted", () => {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const accepted = (suffix) =>
    [...alphabet].filter((last) => decodeBase64(`/${last}${suffix}`) !== null).join("");
  assert.equal(accepted("=="), "AQgw");
  const one = [...alphabet].filter((last) => decodeBase64(`//${last}=`) !== null).join("");
  assert.equal(one, "AEIMQUYcgkosw048");
});

test("numbers are decimal without sign, spaces or leading zeros, below 2^63", () => {
  assert.equal(parseDecimal("0"), 0n);
  assert.equal(parseDecimal("9223372036854775807"), 9223372036854775807n);
  for (const text of ["", "+8", "-1", "08", "00", " 8", "8 ", "8\n", "1e3", "0x8", "8n", "٣", "9223372036854775808", "99999999999999999999", "1".repeat(1000)]) {
    assert.equal(parseDecimal(text), null, JSON.stringify(text));
  }
});

test("text of others is quoted without anything that acts on a terminal or hides", () => {
  const quoted = quote("a\u001b[31m\u202egnp\u200b\u2028\u0000\u009b\"");
  assert.equal(quoted, '"a\\u001b[31m\\u{202e}gnp\\u{200b}\\u{2028}\\u0000\\u{9b}\\""');
  assert.ok(quote("x".repeat(5000)).length < 110);
});

test("hexadecimal digits are read both ways and in lower case only", () => {
  assert.deepEqual(verifier.fromHex("00ff7a"), Uint8Array.of(0, 255, 122));
  assert.equal(verifier.toHex(Uint8Array.of(0, 255, 122)), "00ff7a");
  for (const text of ["0", "0G", "FF", "0x00", " 00"]) {
    assert.equal(verifier.fromHex(text), null);
  }
});

test("a path of a tile has one spelling", () => {
  assert.deepEqual(verifier.parseTilePath("tile/1/x001/234"), { level: 1, number: 1234n, width: 256 });
  for (const path of [
    "tile/0/x000/001",
    "tile/0/x000/x001/000",
    "tile/0/000.p/256",
    "tile/0/000.p/0",
    "tile/0/000.p/01",
    "tile/0/000.p/-1",
    "tile/0/1",
    "tile/0/x001",
    "tile/0/001/000",
    "tile/00/000",
    "tile/8/000",
    "tile/63/000",
    "tile/-1/000",
    "tile/0/000/",
    "tile/0/000\n",
    "/tile/0/000",
    "tile/0/000.P/1",
    "tile/0/X001/000",
    "tile/0/x018/x446/x744/x073/x709/x551/616",
    `tile/0/${"x001/".repeat(1000)}000`,
    "",
  ]) {
    assert.equal(verifier.parseTilePath(path), null, path);
  }
});
