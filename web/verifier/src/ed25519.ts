// Ed25519 (RFC 8032) on WebCrypto, with the cases refused on which implementations differ: keys and
// points of small order, coordinates that are not reduced, and a scalar above the group order. With a key
// of small order one signature holds for many texts, so such a key would bind its owner to nothing.

import { toHex } from "./bytes.js";
import { subtle } from "./hash.js";
import { HostError } from "./reason.js";

/** Bytes of a public key. */
export const PUBLIC_KEY_BYTES = 32;

/** Bytes of a signature. */
export const SIGNATURE_BYTES = 64;

/** The prime of the field: 2^255 - 19. */
const FIELD = (1n << 255n) - 19n;

/** The order of the base point (RFC 8032 section 5.1). */
const ORDER = (1n << 252n) + 27742317777372353535851937790883648493n;

/** One y coordinate of the four points of order eight; the other is its negative. */
const ORDER_EIGHT_Y = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;

/** The y coordinates of the eight points whose order divides eight. */
const SMALL_ORDER_Y = new Set([0n, 1n, FIELD - 1n, ORDER_EIGHT_Y, FIELD - ORDER_EIGHT_Y]);

function fromLittleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes.slice().reverse())}`);
}

/** Why an encoded point is refused, or `null`. Whether it lies on the curve shows when it is used. */
function pointDefect(point: Uint8Array): string | null {
  const y = fromLittleEndian(point) & ((1n << 255n) - 1n);
  if (y >= FIELD) {
    return "not reduced";
  }
  return SMALL_ORDER_Y.has(y) ? "of small order" : null;
}

/** Why a public key is refused, in words that follow "a key", or `null` if it may be used. */
export function publicKeyDefect(key: Uint8Array): string | null {
  return key.length === PUBLIC_KEY_BYTES ? pointDefect(key) : `of ${key.length} bytes`;
}

/**
 * True if the signature over the message is by the key. False for anything malformed. Throws
 * {@link HostError} where the host has no Ed25519.
 */
export async function verifyEd25519(
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (publicKeyDefect(key) !== null || signature.length !== SIGNATURE_BYTES) {
    return false;
  }
  const scalar = fromLittleEndian(signature.slice(32));
  if (pointDefect(signature.slice(0, 32)) !== null || scalar >= ORDER) {
    return false;
  }
  const imported = await importKey(key);
  if (imported === null) {
    return false;
  }
  try {
    return await subtle().verify({ name: "Ed25519" }, imported, signature, message);
  } catch {
    return false;
  }
}

/** A base point that every implementation accepts: y = 4/5, RFC 8032 section 5.1. */
const BASE_POINT = Uint8Array.from({ length: PUBLIC_KEY_BYTES }, (_, at) => (at === 0 ? 0x58 : 0x66));

/** The key for the host, or `null` if the host says that it is no point of the curve. */
async function importKey(key: Uint8Array): Promise<CryptoKey | null> {
  const load = (bytes: Uint8Array): Promise<CryptoKey> =>
    subtle().importKey("raw", bytes, { name: "Ed25519" }, false, ["verify"]);
  try {
    return await load(key);
  } catch {
    // A refused key and a missing algorithm look alike, and must not: one is about the evidence.
    try {
      await load(BASE_POINT);
    } catch {
      throw new HostError(
        "host-no-ed25519",
        "this browser cannot check Ed25519 signatures: expected Firefox 129, Safari 17, Chromium 137 or Node 20, or later",
      );
    }
    return null;
  }
}
