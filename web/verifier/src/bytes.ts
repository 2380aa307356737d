// Bytes, text and numbers, read so strictly that each value has exactly one spelling.

import { quote, type Reasons } from "./reason.js";

/** The largest size, index or time that the formats allow: 2^63 - 1. */
export const MAX_INTEGER = (1n << 63n) - 1n;

/** True if both hold the same bytes. Not constant-time: nothing here is secret. */
export function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** One array with the parts in order. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Lower-case hexadecimal digits, two a byte. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes of pairs of lower-case hexadecimal digits, or `null` for any other text. */
export function fromHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) {
    return null;
  }
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
}

/** The number that 8 bytes hold with the most significant first; fewer bytes count as if padded left. */
export function fromBigEndian(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** A file's content: bytes as read, or text, which stands for its UTF-8 bytes. */
export type Bytes = Uint8Array | string;

/** The bytes of a text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The bytes of a file's content. A lone surrogate becomes U+FFFD, so no signature over it can hold. */
export function toBytes(content: Bytes): Uint8Array {
  return typeof content === "string" ? utf8(content) : content;
}

/** The text of UTF-8 bytes, a leading byte-order mark kept, or `null` where they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Reads the text of a file of at most `limit` bytes. Adds a reason and returns `null` if it is larger or
 * not UTF-8; `what` names the file in the reason.
 */
export function readText(
  content: Bytes,
  limit: number,
  what: string,
  reasons: Reasons,
): string | null {
  const bytes = toBytes(content);
  if (bytes.length > limit) {
    reasons.add(
      "input-too-large",
      `${what}: expected at most ${limit} bytes, found ${bytes.length}`,
    );
    return null;
  }
  const text = fromUtf8(bytes);
  if (text === null) {
    reasons.add("input-not-utf8", `${what}: expected UTF-8 text, found other bytes`);
  }
  return text;
}

/**
 * A decimal number from 0 to 2^63 - 1 without sign, spaces or leading zeros, or `null` for any other
 * text.
 */
export function parseDecimal(text: string): bigint | null {
  if (text.length > 19 || !/^(0|[1-9][0-9]*)$/.test(text)) {
    return null;
  }
  const value = BigInt(text);
  return value <= MAX_INTEGER ? value : null;
}

/** Says what {@link parseDecimal} wants, for reasons. */
export function wantedDecimal(found: string): string {
  return `expected a decimal number below 2^63 without sign or leading zeros, found ${quote(found)}`;
}
