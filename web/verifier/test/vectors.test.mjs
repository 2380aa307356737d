// Every vector of shared/vectors/tlog.json but the requests to witnesses, which this program never gets.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as verifier from "../dist/scrutineer-verifier.mjs";
import { base64, entryOf, hex, needsVectors, sha256, text, vectors } from "../testing/support.mjs";

const { Reasons } = verifier;
const proofOf = (list) => list.map(hex);
const allCodes = (list) => list.map(({ code }) => code);

const leafHashes = (start, end) =>
  Promise.all(
    Array.from({ length: end - start }, (_, at) => verifier.leafHash(entryOf(start + at))),
  );

/** The bytes of each hash tile of the tree of the first `size` entries, by its path. */
async function tilesOf(size) {
  const files = new Map();
  const tree = new verifier.TileTree((level, number, hashes) => {
    const path = verifier.tilePath({ level, number, width: hashes.length });
    files.set(path, Buffer.concat(hashes));
  });
  await tree.append(await leafHashes(0, size));
  await tree.finish();
  return files;
}

function bundleOf(number, width) {
  const parts = [];
  for (let at = 0; at < width; at += 1) {
    const entry = entryOf(number * 256 + at);
    parts.push(Uint8Array.of(entry.length >> 8, entry.length & 255), entry);
  }
  return Buffer.concat(parts);
}

test("roots of trees of many sizes are those of the vectors", needsVectors, async () => {
  const tree = new verifier.TileTree(() => {});
  let have = 0;
  for (const { size, root_hex, root_b64 } of vectors.roots) {
    await tree.append(await leafHashes(have, size));
    have = size;
    const root = await tree.root();
    assert.equal(verifier.toHex(root), root_hex, `size ${size}`);
    assert.equal(verifier.encodeBase64(root), root_b64, `size ${size}`);
    assert.deepEqual(verifier.decodeBase64(root_b64), root);
  }
  assert.ok(have > 65_536);
});

test("leaf hashes are those of the vectors", needsVectors, async () => {
  for (const { entry, hash_hex } of vectors.leaf_hashes) {
    assert.equal(verifier.toHex(await verifier.leafHash(text(entry))), hash_hex);
  }
});

test("paths of tiles are those of the vectors, both ways", needsVectors, () => {
  for (const { n, path } of vectors.path_encoding) {
    // JSON numbers above 2^53 lose digits in this language: the last one is 2^64 - 1.
    const number = Number.isSafeInteger(n) ? BigInt(n) : (1n << 64n) - 1n;
    const tile = { level: 0, number, width: 256 };
    assert.equal(verifier.tilePath(tile), `tile/0/${path}`);
    assert.deepEqual(verifier.parseTilePath(`tile/0/${path}`), tile);
    assert.deepEqual(verifier.parseTilePath(`tile/entries/${path}.p/17`), {
      level: "entries",
      number,
      width: 17,
    });
  }
});

test("the files of a log are those of the vectors, by path and by digest", needsVectors, async () => {
  for (const item of vectors.tiles) {
    const { size, paths, entry_bundles, sha256_of_file, sha256_of_entry_bundle } = item;
    const all = [...verifier.tilesOfSize(BigInt(size))].map(verifier.tilePath);
    const hashTiles = all.filter((path) => !path.startsWith("tile/entries/"));
    const bundles = all.filter((path) => path.startsWith("tile/entries/"));
    assert.equal(hashTiles.length, item.count, `size ${size}`);
    for (const path of paths.filter((path) => path !== "...")) {
      assert.ok(hashTiles.includes(path), `${path} of size ${size}`);
    }
    for (const path of entry_bundles) {
      assert.ok(bundles.includes(path), `${path} of size ${size}`);
    }
    const files = await tilesOf(size);
    assert.deepEqual([...files.keys()].sort(), [...hashTiles].sort());
    for (const [path, digest] of Object.entries(sha256_of_file)) {
      assert.equal(verifier.toHex(sha256(files.get(path))), digest, `${path} of size ${size}`);
    }
    for (const [path, digest] of Object.entries(sha256_of_entry_bundle)) {
      const { number, width } = verifier.parseTilePath(path);
      const bytes = bundleOf(Number(number), width);
      assert.equal(verifier.toHex(sha256(bytes)), digest, `${path} of size ${size}`);
      const reasons = new Reasons();
      const entries = verifier.parseBundle(new Uint8Array(bytes), width, path, reasons);
      assert.deepEqual(reasons.list(), []);
      assert.deepEqual(entries.at(-1), entryOf(Number(number) * 256 + width - 1));
    }
  }
});

test("the raw files of the size-3 log are read", needsVectors, async () => {
  const { size, ...files } = vectors.small_file_bytes;
  const bundle = hex(files[`tile/entries/000.p/${size}`]);
  const tile = hex(files[`tile/0/000.p/${size}`]);
  const entries = verifier.parseBundle(bundle, size, "bundle", new Reasons());
  const leaves = await Promise.all(entries.map(verifier.leafHash));
  assert.deepEqual(Buffer.concat(leaves), Buffer.from(tile));
});

test("inclusion proofs of the vectors hold", needsVectors, async () => {
  for (const { index, size, leaf_hash_hex, root_hex, proof_hex } of vectors.inclusion_proofs) {
    const claim = {
      leafHash: hex(leaf_hash_hex),
      index: BigInt(index),
      size: BigInt(size),
      proof: proofOf(proof_hex),
      root: hex(root_hex),
    };
    assert.deepEqual(await verifier.checkInclusion(claim), [], `${index} in ${size}`);
  }
});

test("invalid inclusion proofs of the vectors do not hold", needsVectors, async () => {
  for (const item of vectors.negative_inclusion) {
    const claim = {
      leafHash: await verifier.leafHash(text(item.leaf_entry)),
      index: BigInt(item.index),
      size: BigInt(item.size),
      proof: proofOf(item.proof_hex),
      root: hex(item.root_hex),
    };
    assert.notDeepEqual(await verifier.checkInclusion(claim), [], item.what);
  }
});

test("consistency proofs of the vectors hold, and no other root in their place", needsVectors, async () => {
  for (const item of vectors.consistency_proofs) {
    const claim = {
      oldSize: BigInt(item.old_size),
      oldRoot: hex(item.old_root_hex),
      newSize: BigInt(item.new_size),
      newRoot: hex(item.new_root_hex),
      proof: proofOf(item.proof_hex),
    };
    const what = `${item.old_size} to ${item.new_size}`;
    assert.deepEqual(await verifier.checkConsistency(claim), [], what);
    const wrong = sha256(text("another root"));
    assert.notDeepEqual(await verifier.checkConsistency({ ...claim, oldRoot: wrong }), [], what);
    assert.notDeepEqual(await verifier.checkConsistency({ ...claim, newRoot: wrong }), [], what);
  }
});

test("verifier keys and their ids are those of the vectors", needsVectors, async () => {
  const { note, ...keys } = vectors.keys;
  assert.ok(note);
  for (const { name, type, public_hex, key_id_hex, vkey } of Object.values(keys)) {
    assert.equal(await verifier.keyId(name, type, hex(public_hex)), key_id_hex);
    const reasons = new Reasons();
    const key = await verifier.parseVerifierKey(vkey, [type], "key", reasons);
    assert.deepEqual(reasons.list(), []);
    assert.equal(key.name, name);
    assert.equal(verifier.toHex(key.publicKey), public_hex);
  }
});

/** The vectors' policy without its quorum. */
const logOnly = () => vectors.policy_file.replace(/quorum .*\n/, "quorum none\n");

test("checkpoints of the vectors carry the log's signature", needsVectors, async () => {
  for (const { size, body, signed } of vectors.checkpoints) {
    const outcome = await verifier.verifyCheckpoint({ checkpoint: signed, policy: logOnly() });
    assert.deepEqual(outcome.reasons, [], `size ${size}`);
    assert.equal(outcome.size, BigInt(size));
    assert.equal(outcome.operatorOnly, true);
    assert.equal(body.split("\n")[2], base64(hex(outcome.root)));
  }
});

test("cosignatures of the vectors count, with their times", needsVectors, async () => {
  const item = vectors.cosigned_checkpoint;
  const outcome = await verifier.verifyCheckpoint({
    checkpoint: item.signed,
    policy: vectors.policy_file,
  });
  assert.deepEqual(outcome.reasons, []);
  assert.equal(outcome.witnesses, 2);
  assert.equal(outcome.operatorOnly, false);
  assert.deepEqual(
    outcome.cosignatures.map(({ time }) => time),
    [BigInt(item.witness1_timestamp), BigInt(item.witness2_timestamp)],
  );
  const body = text(item.signed.slice(0, item.signed.indexOf("\n\n") + 1));
  const message = verifier.cosignedMessage(BigInt(item.witness1_timestamp), body);
  assert.equal(Buffer.from(message).toString(), item.cosigned_message_w1);
});

test("a checkpoint without the quorum's cosignatures is refused", needsVectors, async () => {
  for (const { signed } of vectors.checkpoints) {
    const outcome = await verifier.verifyCheckpoint({
      checkpoint: signed,
      policy: vectors.policy_file,
    });
    assert.deepEqual(allCodes(outcome.reasons), ["quorum-not-met"]);
  }
});

test("proof files of the vectors verify with their entry and with no other", needsVectors, async () => {
  for (const item of vectors.tlog_proofs) {
    const input = {
      proofFile: item.text,
      entryBytes: text(item.leaf_entry),
      policy: vectors.policy_file,
    };
    const outcome = await verifier.verifyProof(input);
    assert.deepEqual(outcome.reasons, []);
    assert.equal(outcome.ok, true);
    assert.equal(outcome.index, BigInt(item.index));
    assert.equal(outcome.size, BigInt(item.size));
    assert.equal(outcome.witnesses, 2);
    const extra = item.extra === undefined ? null : verifier.toHex(text(item.extra));
    assert.equal(outcome.extra, extra);
    const other = { ...input, entryBytes: text(`${item.leaf_entry} `) };
    assert.deepEqual(allCodes((await verifier.verifyProof(other)).reasons), ["proof-root"]);
  }
});

test("notes of the vectors are accepted and refused as stated", needsVectors, async () => {
  for (const { what, note, ok } of vectors.negative_notes) {
    const outcome = await verifier.verifyCheckpoint({ checkpoint: note, policy: logOnly() });
    assert.equal(outcome.ok, ok, what);
    assert.equal(outcome.reasons.length === 0, ok, what);
  }
});

test("an ML-DSA-44 cosignature is ignored, as an unknown line and as a known witness's", needsVectors, async () => {
  const item = vectors.mldsa44_cosignature;
  const checkpoint = vectors.cosigned_checkpoint.signed + item.signature_line;
  const unknown = await verifier.verifyCheckpoint({ checkpoint, policy: vectors.policy_file });
  assert.deepEqual(unknown.reasons, []);
  assert.equal(unknown.witnesses, 2);

  const known = vectors.policy_file.replace("quorum", `witness Q ${item.vkey}\nquorum`);
  const beside = await verifier.verifyCheckpoint({ checkpoint, policy: known });
  assert.deepEqual(beside.reasons, []);
  assert.equal(beside.witnesses, 2);
  assert.deepEqual(allCodes(beside.warnings), ["policy-unsupported-key"]);

  const alone = known.replace("quorum both", "quorum Q");
  const needed = await verifier.verifyCheckpoint({ checkpoint, policy: alone });
  assert.deepEqual(allCodes(needed.reasons), ["quorum-not-met"]);
});

test("the digest gives the commitments of the vectors", needsVectors, async () => {
  const { blob, field } = vectors.commitment_proposal;
  const length = new Uint8Array(8);
  length[7] = blob.length;
  const blobParts = ["blob-commitment/v1", "\0", hex(blob.salt_hex), sha256(text(blob.blob_utf8)), length];
  const fieldParts = ["field-commitment/v1", "\0", hex(field.salt_hex), field.field, "\0", field.canonical_value];
  for (const [parts, expected] of [
    [blobParts, blob.commitment_hex],
    [fieldParts, field.commitment_hex],
  ]) {
    const bytes = new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
    assert.equal(verifier.toHex(await verifier.sha256(bytes)), expected);
  }
});
