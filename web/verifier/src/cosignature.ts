// Cosignatures of witnesses (c2sp.org/tlog-cosignature, type 0x04). One says: at this time, this was the
// largest tree of this log that I had seen, and it continued every earlier one.

import { concatBytes, fromBigEndian, MAX_INTEGER, utf8 } from "./bytes.js";
import { SIGNATURE_BYTES, verifyEd25519 } from "./ed25519.js";

const TIME_BYTES = 8;

/** The bytes that a witness signs: a header with the time, and the checkpoint's whole text. */
export function cosignedMessage(time: bigint, checkpointText: Uint8Array): Uint8Array {
  return concatBytes(utf8(`cosignature/v1\ntime ${time}\n`), checkpointText);
}

/**
 * The time of a valid cosignature in seconds since 1970, or `null` if it is not valid. `signature` is
 * what follows the key id: the time as 8 bytes, most significant first, and 64 bytes of Ed25519.
 */
export async function verifyCosignature(
  publicKey: Uint8Array,
  checkpointText: Uint8Array,
  signature: Uint8Array,
): Promise<bigint | null> {
  if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) {
    return null;
  }
  const time = fromBigEndian(signature.slice(0, TIME_BYTES));
  if (time > MAX_INTEGER) {
    return null;
  }
  const message = cosignedMessage(time, checkpointText);
  const valid = await verifyEd25519(publicKey, message, signature.slice(TIME_BYTES));
  return valid ? time : null;
}
