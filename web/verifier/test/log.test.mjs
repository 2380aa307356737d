// Whole logs: rebuilt from the entries, with every file compared.

import assert from "node:assert/strict";
import { test } from "node:test";

import { verifyLog } from "../dist/scrutineer-verifier.mjs";
import { asFiles, checkpointOf, logOf, tilesOf } from "../testing/logFiles.mjs";
import { bodyOf, codes, entryOf, log, policyOf, sha256, text } from "../testing/support.mjs";

const check = (files, more = {}) =>
  verifyLog({ files: asFiles(files), policy: policyOf("A"), ...more });
const entriesTo = (size) => Array.from({ length: size }, (_, index) => entryOf(index));

/** The log of so many entries, changed by `change`. */
function changed(size, change) {
  const files = logOf(size);
  change(files);
  return files;
}

test("logs of many sizes verify, the empty one included", async () => {
  for (const size of [0, 1, 2, 3, 8, 255, 256, 257, 511, 512, 700]) {
    const files = logOf(size);
    const outcome = await check(files);
    assert.deepEqual(outcome.reasons, [], `size ${size}`);
    assert.equal(outcome.ok, true);
    assert.equal(outcome.entries, BigInt(size));
    assert.equal(outcome.comparedFiles, files.size - 1);
  }
});

test("a log of 66,000 entries has three levels of tiles and verifies", async () => {
  const files = logOf(66_000);
  assert.ok(files.has("tile/2/000.p/1"));
  const outcome = await check(files);
  assert.deepEqual(outcome.reasons, []);
  assert.equal(outcome.entries, 66_000n);
});

test("every bit of an 8-entry log counts", async () => {
  const good = logOf(8);
  for (const [path, bytes] of good) {
    for (let at = 0; at < bytes.length; at += 1) {
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, bit) => {
          const copy = Buffer.from(bytes);
          copy[at] ^= 1 << bit;
          return check(new Map([...good, [path, copy]]));
        }),
      );
      for (const outcome of outcomes) {
        assert.equal(outcome.ok, false, `${path}, byte ${at}`);
      }
    }
  }
});

test("every file dropped, cut, lengthened or swapped is found and named", async () => {
  const good = logOf(700);
  const paths = [...good.keys()];
  for (const path of paths) {
    const bytes = good.get(path);
    const other = paths.find((name) => name !== path && !good.get(name).equals(bytes));
    for (const [what, put] of [
      ["dropped", null],
      ["cut", bytes.subarray(0, bytes.length - 1)],
      ["emptied", Buffer.alloc(0)],
      ["lengthened", Buffer.concat([bytes, Buffer.of(0)])],
      ["doubled", Buffer.concat([bytes, bytes])],
      ["swapped", good.get(other)],
    ]) {
      const files = new Map(good);
      if (put === null) {
        files.delete(path);
      } else {
        files.set(path, put);
      }
      const outcome = await check(files);
      assert.equal(outcome.ok, false, `${path} ${what}`);
      const texts = outcome.reasons.map((reason) => reason.text);
      const named = path === "checkpoint" || texts.some((reason) => reason.startsWith(path));
      assert.ok(named, `${path} ${what}: ${texts.join("; ")}`);
    }
  }
});

test("a file that the checkpoint does not cover is named", async () => {
  for (const path of [
    "tile/0/000.p/9",
    "tile/0/000",
    "tile/0/001.p/1",
    "tile/1/000.p/1",
    "tile/8/000",
    "tile/entries/001",
    "tile/0/0000",
    "tile/0/x000/000",
    "tile/0/000.p/0",
    "tile/0/000.p/08",
    "tile/0/000.p/256",
    "tile/00/000",
    "tile/0/000.txt",
    "tile/0/../0/000",
    "tile/data/000",
  ]) {
    const outcome = await check(changed(8, (files) => files.set(path, Buffer.alloc(32))));
    assert.deepEqual(codes(outcome), ["log-unexpected-file"], path);
    assert.ok(outcome.reasons[0].text.includes(path));
  }
});

test("partial files of earlier sizes may stay if they agree, at every level", async () => {
  const older = (files) => {
    for (const size of [3, 200, 300]) {
      for (const [path, bytes] of tilesOf(entriesTo(size))) {
        files.set(path, bytes);
      }
    }
  };
  const files = changed(700, older);
  assert.ok(files.has("tile/1/000.p/1") && files.has("tile/entries/000.p/3"));
  const outcome = await check(files);
  assert.deepEqual(outcome.reasons, []);
  assert.equal(outcome.comparedFiles, files.size - 1);
  for (const path of ["tile/0/000.p/3", "tile/entries/000.p/200", "tile/0/001.p/44", "tile/1/000.p/1"]) {
    const copy = Buffer.from(files.get(path));
    copy[copy.length - 1] ^= 1;
    const found = await check(new Map([...files, [path, copy]]));
    assert.deepEqual(codes(found), ["log-tile"], path);
    assert.ok(found.reasons[0].text.startsWith(path));
  }
});

test("an entry replaced with its tiles made anew differs from the signed root", async () => {
  const entries = entriesTo(300);
  entries[7] = text("entry seven");
  const files = changed(300, (map) => {
    for (const [path, bytes] of tilesOf(entries)) {
      map.set(path, bytes);
    }
  });
  assert.deepEqual(codes(await check(files)), ["log-root"]);
});

test("an entry replaced alone is named by its tile and place", async () => {
  const files = changed(300, (map) => {
    const bundle = map.get("tile/entries/001.p/44");
    bundle[bundle.length - 1] ^= 1;
  });
  const outcome = await check(files);
  assert.deepEqual(codes(outcome), ["log-tile", "log-root"]);
  assert.match(outcome.reasons[0].text, /^tile\/0\/001\.p\/44, hash 43: expected that of entry 299,/);
});

test("a missing bundle does not hide what else is wrong", async () => {
  const files = changed(700, (map) => {
    map.delete("tile/entries/000");
    map.get("tile/0/001")[40] ^= 1;
    map.set("tile/3/000", Buffer.alloc(8192));
  });
  const outcome = await check(files);
  const texts = outcome.reasons.map((reason) => reason.text).join("\n");
  for (const path of ["tile/entries/000", "tile/0/001", "tile/3/000"]) {
    assert.ok(texts.includes(path), `${path} in ${texts}`);
  }
  assert.equal(outcome.ok, false);
});

test("an earlier checkpoint of every size is continued", async () => {
  const files = logOf(300);
  for (const size of [0, 1, 5, 8, 255, 256, 257, 299, 300]) {
    const outcome = await check(files, { oldCheckpoint: checkpointOf(entriesTo(size)) });
    assert.deepEqual(outcome.reasons, [], `from ${size}`);
    assert.equal(outcome.oldSize, BigInt(size));
  }
});

test("an earlier checkpoint of another tree is found at every size, a later one as well", async () => {
  const files = logOf(300);
  for (const size of [1, 5, 256, 257, 300]) {
    const entries = entriesTo(size);
    entries[0] = text("another entry");
    const outcome = await check(files, { oldCheckpoint: checkpointOf(entries) });
    assert.deepEqual(codes(outcome), ["log-old-root"], `from ${size}`);
  }
  const later = await check(files, { oldCheckpoint: checkpointOf(entriesTo(301)) });
  assert.deepEqual(codes(later), ["log-shrank"]);
});

test("a checkpoint that claims more than any folder can hold stops soon", async () => {
  const body = bodyOf(log.name, 2n ** 62n, sha256(text("x")));
  const files = new Map([["checkpoint", Buffer.from(`${body}\n${log.line(body)}`)]]);
  const outcome = await verifyLog({ files: asFiles(files), policy: policyOf("none") });
  assert.equal(outcome.ok, false);
  assert.ok(outcome.reasons.length < 1100);
});

test("progress counts up to the size", async () => {
  const seen = [];
  await check(logOf(700), { onProgress: (done, size) => seen.push([done, size]) });
  assert.deepEqual(seen, [[256n, 700n], [512n, 700n], [700n, 700n]]);
});
