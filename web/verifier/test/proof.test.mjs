// Proofs against a recursive oracle that shares nothing with the verifier.

import assert from "node:assert/strict";
import { test } from "node:test";

import { checkConsistency, checkInclusion, TileTree } from "../dist/scrutineer-verifier.mjs";
import { entryOf, leaf, node, oracleOf, sha256, text } from "../testing/support.mjs";

const LARGEST = 200;
const oracle = oracleOf(LARGEST);
const inclusionClaim = (index, size) => ({
  leafHash: leaf(entryOf(index)),
  index: BigInt(index),
  size: BigInt(size),
  proof: oracle.inclusion(index, 0, size),
  root: oracle.root(0, size),
});
const consistencyClaim = (oldSize, newSize) => ({
  oldSize: BigInt(oldSize),
  oldRoot: oracle.root(0, oldSize),
  newSize: BigInt(newSize),
  newRoot: oracle.root(0, newSize),
  proof: oracle.consistency(oldSize, newSize),
});
const codes = (reasons) => reasons.map(({ code }) => code);

test("the oracle itself tells a wrong tree: odd leaves doubled give another root", () => {
  const [a, b, c] = [0, 1, 2].map((index) => leaf(entryOf(index)));
  assert.deepEqual(oracle.root(0, 3), node(node(a, b), c));
  assert.notDeepEqual(oracle.root(0, 3), node(node(a, b), node(c, c)));
});

test("every leaf of every tree to size 200 is found, and at no neighbour's place", async () => {
  for (let size = 1; size <= LARGEST; size += 1) {
    await Promise.all(
      Array.from({ length: size }, async (_, index) => {
        const claim = inclusionClaim(index, size);
        assert.deepEqual(await checkInclusion(claim), [], `${index} in ${size}`);
        if (size > 1 && (size + index) % 8 === 0) {
          const moved = { ...claim, index: BigInt(index) ^ 1n };
          assert.notDeepEqual(await checkInclusion(moved), [], `${index} moved in ${size}`);
        }
      }),
    );
  }
});

test("every tree to size 200 continues every earlier one, and not with another root", async () => {
  const wrong = sha256(text("another root"));
  for (let newSize = 0; newSize <= LARGEST; newSize += 1) {
    await Promise.all(
      Array.from({ length: newSize + 1 }, async (_, oldSize) => {
        const claim = consistencyClaim(oldSize, newSize);
        const what = `${oldSize} to ${newSize}`;
        assert.deepEqual(await checkConsistency(claim), [], what);
        if ((newSize + oldSize) % 8 !== 0) {
          return;
        }
        const otherOld = await checkConsistency({ ...claim, oldRoot: wrong });
        assert.notDeepEqual(otherOld, [], what);
        // Nothing is claimed about what follows an empty tree.
        if (oldSize > 0) {
          const otherNew = await checkConsistency({ ...claim, newRoot: wrong });
          assert.notDeepEqual(otherNew, [], what);
        }
      }),
    );
  }
});

test("every bit of a proof, a leaf and the roots counts", async () => {
  const inclusion = inclusionClaim(21, 27);
  const consistency = consistencyClaim(21, 27);
  let changes = 0;
  const tryBits = async (bytes, check) => {
    for (let bit = 0; bit < 8 * bytes.length; bit += 1) {
      bytes[bit >> 3] ^= 1 << (bit & 7);
      assert.notDeepEqual(await check(), [], `bit ${bit}`);
      bytes[bit >> 3] ^= 1 << (bit & 7);
      changes += 1;
    }
  };
  const ownInclusion = {
    ...inclusion,
    leafHash: inclusion.leafHash.slice(),
    root: inclusion.root.slice(),
    proof: inclusion.proof.map((hash) => hash.slice()),
  };
  for (const bytes of [ownInclusion.leafHash, ownInclusion.root, ...ownInclusion.proof]) {
    await tryBits(bytes, () => checkInclusion(ownInclusion));
  }
  const ownConsistency = {
    ...consistency,
    oldRoot: consistency.oldRoot.slice(),
    newRoot: consistency.newRoot.slice(),
    proof: consistency.proof.map((hash) => hash.slice()),
  };
  for (const bytes of [ownConsistency.oldRoot, ownConsistency.newRoot, ...ownConsistency.proof]) {
    await tryBits(bytes, () => checkConsistency(ownConsistency));
  }
  assert.deepEqual(await checkInclusion(ownInclusion), []);
  assert.deepEqual(await checkConsistency(ownConsistency), []);
  assert.ok(changes > 256 * 10);
});

test("a proof with a hash dropped, added or doubled fails at every place", async () => {
  for (const [claim, check] of [
    [inclusionClaim(99, 199), checkInclusion],
    [consistencyClaim(99, 199), checkConsistency],
  ]) {
    for (let at = 0; at <= claim.proof.length; at += 1) {
      const without = claim.proof.filter((_, place) => place !== at);
      const doubled = claim.proof.toSpliced(at, 0, claim.proof[at] ?? sha256());
      if (at < claim.proof.length) {
        assert.deepEqual(codes(await check({ ...claim, proof: without })), ["proof-length"]);
      }
      assert.deepEqual(codes(await check({ ...claim, proof: doubled })), ["proof-length"]);
    }
  }
});

test("sizes and places out of range are refused before any work", async () => {
  const claim = inclusionClaim(3, 8);
  const at = async (change) => codes(await checkInclusion({ ...claim, ...change }));
  assert.deepEqual(await at({ index: 8n }), ["proof-index"]);
  assert.deepEqual(await at({ index: -1n }), ["proof-range"]);
  assert.deepEqual(await at({ size: 0n }), ["proof-index"]);
  assert.deepEqual(await at({ size: 1n << 63n }), ["proof-range"]);
  assert.deepEqual(await at({ proof: Array(64).fill(sha256()) }), ["proof-too-long"]);
  assert.deepEqual(await at({ proof: [new Uint8Array(31)] }), ["proof-hash"]);
  const all = { index: -1n, size: 1n << 63n, proof: Array(64).fill(new Uint8Array(33)) };
  assert.equal((await at(all)).length, 2 + 1 + 63);
});

test("a tree that shrank and two roots of one size are named", async () => {
  const claim = consistencyClaim(5, 8);
  const shrunk = { ...claim, oldSize: 8n, newSize: 5n };
  assert.deepEqual(codes(await checkConsistency(shrunk)), ["log-shrank"]);
  const forked = { ...consistencyClaim(8, 8), newRoot: sha256(text("fork")) };
  assert.deepEqual(codes(await checkConsistency(forked)), ["log-two-trees"]);
});

test("the largest tree that the format allows is checked with 63 hashes", async () => {
  // The leftmost leaf of 2^63 - 1 leaves: every sibling stands on the right.
  const proof = Array.from({ length: 63 }, (_, at) => sha256(Uint8Array.of(at)));
  const leafHash = leaf(entryOf(0));
  const root = proof.reduce((hash, sibling) => node(hash, sibling), leafHash);
  const size = (1n << 63n) - 1n;
  assert.deepEqual(await checkInclusion({ leafHash, index: 0n, size, proof, root }), []);
});

test("the tree built tile by tile has the oracle's roots at every size to 600", async () => {
  const large = oracleOf(600);
  const tree = new TileTree(() => {});
  for (let size = 0; size <= 600; size += 1) {
    assert.deepEqual(await tree.root(), large.root(0, size), `size ${size}`);
    await tree.append([leaf(entryOf(size))]);
  }
});
