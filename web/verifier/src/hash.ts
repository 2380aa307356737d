// The hashes of the tree (RFC 6962 section 2.1). Leaves and nodes have different prefixes, so that no
// entry can be passed off as a node.

import { concatBytes } from "./bytes.js";
import { HostError } from "./reason.js";

/** Bytes of a SHA-256 digest. */
export const HASH_BYTES = 32;

const LEAF_PREFIX = Uint8Array.of(0);
const NODE_PREFIX = Uint8Array.of(1);

/** The host's cryptography. Throws {@link HostError} where there is none. */
export function subtle(): SubtleCrypto {
  const found = typeof crypto === "undefined" ? undefined : crypto.subtle;
  if (found === undefined) {
    throw new HostError(
      "host-no-webcrypto",
      "this browser offers no WebCrypto here: expected a page from a file, from https or from this machine",
    );
  }
  return found;
}

/** SHA-256. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await subtle().digest("SHA-256", bytes));
}

/** The hash of an entry as a leaf: SHA-256(0x00 || entry). */
export function leafHash(entry: Uint8Array): Promise<Uint8Array> {
  return sha256(concatBytes(LEAF_PREFIX, entry));
}

/** The hash of a node over its two children: SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  return sha256(concatBytes(NODE_PREFIX, left, right));
}

/** The root of the empty tree: SHA-256 of nothing. */
export function emptyRoot(): Promise<Uint8Array> {
  return sha256(new Uint8Array(0));
}
