// Verifier keys (c2sp.org/signed-note): `name+<8 hex digits of id>+base64(type || public key)`.

import { concatBytes, toHex, utf8 } from "./bytes.js";
import { decodeBase64 } from "./base64.js";
import { publicKeyDefect } from "./ed25519.js";
import { sha256 } from "./hash.js";
import { quote, type Reasons } from "./reason.js";

/** Type byte of an Ed25519 signature over the text: the log's own. */
export const TYPE_ED25519 = 0x01;

/** Type byte of an Ed25519 cosignature with a time: a witness's. */
export const TYPE_COSIGNATURE = 0x04;

/** Type byte of an ML-DSA-44 cosignature. It is recognised, not checked: it never counts. */
export const TYPE_ML_DSA_44 = 0x06;

const ML_DSA_44_KEY_BYTES = 1312;

/** A public key with the name under which it signs. */
export interface VerifierKey {
  /** Who signs; for a log, its origin. */
  readonly name: string;
  /** The first four bytes of the key's hash, as 8 hexadecimal digits. A hint, not an authenticator. */
  readonly id: string;
  /** Kind of signature, one of the type bytes. */
  readonly type: number;
  /** The public key. */
  readonly publicKey: Uint8Array;
}

/** True for a name that a signature line can carry: not empty, no Unicode white space, no plus sign. */
export function isKeyName(name: string): boolean {
  return name !== "" && !/[\p{White_Space}+]/u.test(name);
}

/** The id of a key: the first four bytes of SHA-256(name || LF || type || public key). */
export async function keyId(name: string, type: number, publicKey: Uint8Array): Promise<string> {
  const hashed = await sha256(concatBytes(utf8(`${name}\n`), Uint8Array.of(type), publicKey));
  return toHex(hashed.slice(0, 4));
}

/**
 * Reads a verifier key. Adds every reason why it is refused and returns `null` then: a bad name or
 * encoding, an id that is not the key's, a type that is not among `types`, a key of the wrong length or
 * of small order. `where` begins each reason.
 */
export async function parseVerifierKey(
  text: string,
  types: readonly number[],
  where: string,
  reasons: Reasons,
): Promise<VerifierKey | null> {
  const before = reasons.count;
  const refuse = (why: string): void => reasons.add("policy-key", `${where}: ${why}`);
  // The base64 may contain plus signs, the name and the id cannot.
  const [, name, id, encoded] = /^([^+]*)\+([^+]*)\+(.*)$/su.exec(text) ?? [];
  if (name === undefined || id === undefined || encoded === undefined) {
    refuse(`expected a key as name+id+base64, found ${quote(text)}`);
    return null;
  }
  if (!isKeyName(name)) {
    refuse(`expected a key name without white space, found ${quote(name)}`);
  }
  if (!/^[0-9a-f]{8}$/.test(id)) {
    refuse(`expected a key id of 8 lower-case hexadecimal digits, found ${quote(id)}`);
  }
  const bytes = decodeBase64(encoded);
  const type = bytes?.[0];
  if (bytes === null || type === undefined) {
    refuse(`expected a key in canonical base64, found ${quote(encoded)}`);
    return null;
  }
  const publicKey = bytes.slice(1);
  if (!types.includes(type)) {
    const wanted = types.map(typeName).join(" or ");
    refuse(`expected a key of type ${wanted}, found ${typeName(type)}`);
    return null;
  }
  const defect = keyDefect(type, publicKey);
  if (defect !== null) {
    refuse(`expected a usable public key, found one ${defect}`);
  }
  const expected = await keyId(name, type, publicKey);
  if (/^[0-9a-f]{8}$/.test(id) && id !== expected) {
    refuse(`key id: expected ${expected}, found ${id}`);
  }
  return reasons.count === before ? Object.freeze({ name, id, type, publicKey }) : null;
}

function typeName(type: number): string {
  return `0x${type.toString(16).padStart(2, "0")}`;
}

function keyDefect(type: number, publicKey: Uint8Array): string | null {
  if (type === TYPE_ML_DSA_44) {
    return publicKey.length === ML_DSA_44_KEY_BYTES ? null : `of ${publicKey.length} bytes`;
  }
  return publicKeyDefect(publicKey);
}
