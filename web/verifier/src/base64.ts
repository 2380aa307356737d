// Base64 with the standard alphabet and padding (RFC 4648 section 4), canonical only: a byte sequence
// has exactly one spelling, so no second spelling of a signature or root can pass.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const VALUE = new Map([...ALPHABET].map((character, value) => [character, value]));

/** The bytes as padded base64. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    const third = bytes[at + 2] ?? 0;
    const group = (first << 16) | (second << 8) | third;
    const length = Math.min(3, bytes.length - at) + 1;
    for (let place = 0; place < 4; place += 1) {
      text += place < length ? (ALPHABET[(group >> (18 - 6 * place)) & 63] ?? "") : "=";
    }
  }
  return text;
}

/**
 * The bytes of canonical base64, or `null`: for a character outside the alphabet (spaces and line ends
 * included), missing or misplaced padding, or bits set in the last character that no byte uses.
 */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) {
    return null;
  }
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const digits = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let place = 0; place < digits; place += 1) {
    const value = VALUE.get(text.charAt(place));
    if (value === undefined) {
      return null;
    }
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = held >> bits;
      at += 1;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? bytes : null;
}
