// Inclusion and consistency (RFC 9162 sections 2.1.3.2 and 2.1.4.2, in the form without recursion).
//
// `inner` counts the levels on which the path runs inside a complete subtree, `border` those along the
// right edge of the tree, where every hash of the proof stands on the left.

import { bytesEqual, MAX_INTEGER } from "./bytes.js";
import { HASH_BYTES, emptyRoot, nodeHash } from "./hash.js";
import { Reasons, type Reason } from "./reason.js";

/** The most hashes that a proof can hold: one a level of a tree of fewer than 2^63 leaves. */
export const MAX_PROOF_HASHES = 63;

function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

function popCount(value: bigint): number {
  return value.toString(2).split("1").length - 1;
}

function trailingZeros(value: bigint): number {
  const digits = value.toString(2);
  return digits.length - 1 - digits.lastIndexOf("1");
}

function isSet(value: bigint, bit: number): boolean {
  return ((value >> BigInt(bit)) & 1n) === 1n;
}

function checkHashes(proof: readonly Uint8Array[], reasons: Reasons): void {
  if (proof.length > MAX_PROOF_HASHES) {
    reasons.add(
      "proof-too-long",
      `proof: expected at most ${MAX_PROOF_HASHES} hashes, found ${proof.length}`,
    );
  }
  for (const [at, hash] of proof.slice(0, MAX_PROOF_HASHES).entries()) {
    if (hash.length !== HASH_BYTES) {
      reasons.add(
        "proof-hash",
        `proof, hash ${at + 1}: expected ${HASH_BYTES} bytes, found ${hash.length}`,
      );
    }
  }
}

function checkRange(what: string, value: bigint, reasons: Reasons): void {
  if (value < 0n || value > MAX_INTEGER) {
    reasons.add("proof-range", `${what}: expected 0 to 2^63 - 1, found ${value}`);
  }
}

function checkLength(expected: number, found: number, reasons: Reasons): void {
  if (expected !== found) {
    reasons.add("proof-length", `proof: expected ${expected} hashes for these sizes, found ${found}`);
  }
}

/** What an inclusion proof claims. */
export interface InclusionClaim {
  /** Hash of the entry as a leaf. */
  readonly leafHash: Uint8Array;
  /** Position of the leaf, counted from 0. */
  readonly index: bigint;
  /** Number of leaves in the tree. */
  readonly size: bigint;
  /** Siblings from the leaf up. */
  readonly proof: readonly Uint8Array[];
  /** Root of the tree. */
  readonly root: Uint8Array;
}

/** Checks that a leaf stands at its index in a tree. Returns every reason why not; none means it does. */
export async function checkInclusion(claim: InclusionClaim): Promise<readonly Reason[]> {
  const { leafHash, index, size, proof, root } = claim;
  const reasons = new Reasons();
  checkRange("index", index, reasons);
  checkRange("size", size, reasons);
  checkHashes(proof, reasons);
  if (index >= size) {
    reasons.add("proof-index", `index: expected below the tree's size ${size}, found ${index}`);
  }
  if (reasons.count > 0) {
    return reasons.list();
  }

  const inner = bitLength(index ^ (size - 1n));
  const border = popCount(index >> BigInt(inner));
  checkLength(inner + border, proof.length, reasons);
  if (reasons.count > 0) {
    return reasons.list();
  }
  let hash = leafHash;
  for (const [level, sibling] of proof.entries()) {
    const onTheRight = level < inner && !isSet(index, level);
    hash = onTheRight ? await nodeHash(hash, sibling) : await nodeHash(sibling, hash);
  }
  if (!bytesEqual(hash, root)) {
    reasons.add(
      "proof-root",
      `proof: the entry and its hashes do not lead to the root of the tree of size ${size}`,
    );
  }
  return reasons.list();
}

/** What a consistency proof claims. */
export interface ConsistencyClaim {
  /** Leaves in the earlier tree. */
  readonly oldSize: bigint;
  /** Root of the earlier tree. */
  readonly oldRoot: Uint8Array;
  /** Leaves in the later tree. */
  readonly newSize: bigint;
  /** Root of the later tree. */
  readonly newRoot: Uint8Array;
  /** The hashes, as RFC 6962 orders them; none for equal sizes and for an empty earlier tree. */
  readonly proof: readonly Uint8Array[];
}

/**
 * Checks that the earlier tree is the beginning of the later one. Returns every reason why not; none
 * means it is.
 */
export async function checkConsistency(claim: ConsistencyClaim): Promise<readonly Reason[]> {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim;
  const reasons = new Reasons();
  checkRange("earlier size", oldSize, reasons);
  checkRange("later size", newSize, reasons);
  checkHashes(proof, reasons);
  if (oldSize > newSize) {
    reasons.add("log-shrank", `later size: expected at least ${oldSize}, found ${newSize}`);
  }
  if (reasons.count > 0) {
    return reasons.list();
  }

  if (oldSize === newSize || oldSize === 0n) {
    checkLength(0, proof.length, reasons);
    if (oldSize === newSize && !bytesEqual(oldRoot, newRoot)) {
      reasons.add(
        "log-two-trees",
        `two different roots for one size, ${oldSize}: if the log signed both, keep both files, for together they prove it`,
      );
    }
    if (oldSize === 0n && !bytesEqual(oldRoot, await emptyRoot())) {
      reasons.add("proof-old-root", "earlier root: expected the root of the empty tree");
    }
    return reasons.list();
  }

  // The part of the earlier tree that is one complete subtree needs no proof below its root.
  const complete = trailingZeros(oldSize);
  const last = oldSize - 1n;
  const allInner = bitLength(last ^ (newSize - 1n));
  const border = popCount(last >> BigInt(allInner));
  const inner = allInner - complete;
  const isPowerOfTwo = oldSize === 1n << BigInt(complete);
  checkLength(inner + border + (isPowerOfTwo ? 0 : 1), proof.length, reasons);
  const seed = isPowerOfTwo ? oldRoot : proof[0];
  if (reasons.count > 0 || seed === undefined) {
    return reasons.list();
  }
  const mask = last >> BigInt(complete);
  let oldHash = seed;
  let newHash = seed;
  for (const [level, sibling] of proof.slice(isPowerOfTwo ? 0 : 1).entries()) {
    if (level >= inner || isSet(mask, level)) {
      oldHash = await nodeHash(sibling, oldHash);
      newHash = await nodeHash(sibling, newHash);
    } else {
      newHash = await nodeHash(newHash, sibling);
    }
  }
  if (!bytesEqual(oldHash, oldRoot)) {
    reasons.add("proof-old-root", `proof: does not lead to the earlier root, of size ${oldSize}`);
  }
  if (!bytesEqual(newHash, newRoot)) {
    reasons.add("proof-root", `proof: does not lead to the later root, of size ${newSize}`);
  }
  return reasons.list();
}
