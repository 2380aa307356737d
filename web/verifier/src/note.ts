// Signed notes (c2sp.org/signed-note): a text, an empty line, signature lines. Read only; whose
// signatures count is decided by the policy.

import { type Bytes, readText, toHex, utf8 } from "./bytes.js";
import { decodeBase64 } from "./base64.js";
import { isKeyName } from "./key.js";
import { quote, type Reasons } from "./reason.js";

/** The largest note that is read, in bytes. */
export const MAX_NOTE_BYTES = 1_000_000;

/** The most signature lines that are read. Sixteen are what every verifier must accept. */
export const MAX_SIGNATURES = 100;

const DASH = "\u2014 ";

/** One signature line, its bytes not yet checked. */
export interface NoteSignature {
  /** Line of the note, counted from 1. */
  readonly line: number;
  /** Name of the key that is said to have signed. */
  readonly name: string;
  /** Id of that key, as 8 hexadecimal digits. */
  readonly keyId: string;
  /** What follows the id: for type 0x01 the signature, for 0x04 a time and a signature. */
  readonly signature: Uint8Array;
}

/** A note, taken apart. */
export interface Note {
  /** The signed text, its final newline included. */
  readonly text: string;
  /** The same as bytes. */
  readonly textBytes: Uint8Array;
  /** The signature lines in order; at least one. */
  readonly signatures: readonly NoteSignature[];
}

/** Takes a note apart. Adds every reason why it is none, and returns `null` then. */
export function parseNote(content: Bytes, reasons: Reasons): Note | null {
  const whole = readText(content, MAX_NOTE_BYTES, "note", reasons);
  if (whole === null) {
    return null;
  }
  const before = reasons.count;
  checkCharacters(whole, reasons);
  if (!whole.endsWith("\n")) {
    reasons.add("note-no-final-newline", "note: expected a line end at the end, found none");
  }
  // The text may contain empty lines itself: the last one separates.
  const separator = whole.lastIndexOf("\n\n");
  if (separator === -1) {
    reasons.add("note-no-separator", "note: expected an empty line before the signatures, found none");
    return null;
  }
  const text = whole.slice(0, separator + 1);
  const signatures = parseSignatures(
    whole.slice(separator + 2),
    text.split("\n").length + 1,
    reasons,
  );
  return reasons.count === before
    ? Object.freeze({ text, textBytes: utf8(text), signatures })
    : null;
}

function checkCharacters(whole: string, reasons: Reasons): void {
  for (const [at, line] of whole.split("\n").entries()) {
    const found = /[\u0000-\u001f]/.exec(line);
    if (found !== null) {
      reasons.add(
        "note-control-character",
        `note, line ${at + 1}: expected no control character, found ${quote(found[0])}`,
      );
      return;
    }
  }
}

function parseSignatures(
  part: string,
  firstLine: number,
  reasons: Reasons,
): readonly NoteSignature[] {
  const lines = part.split("\n");
  if (lines.at(-1) === "") {
    lines.pop();
  }
  if (lines.length === 0) {
    reasons.add("note-no-signature", "note: expected a signature line, found none");
  }
  if (lines.length > MAX_SIGNATURES) {
    reasons.add(
      "note-too-many-signatures",
      `note: expected at most ${MAX_SIGNATURES} signature lines, found ${lines.length}`,
    );
    return [];
  }
  return lines.flatMap((text, at) => {
    const line = firstLine + at;
    const parsed = parseSignature(text, line);
    if (parsed === null) {
      reasons.add(
        "note-signature-line",
        `note, line ${line}: expected a dash, a key name and canonical base64 of a key id and a signature, found ${quote(text)}`,
      );
      return [];
    }
    return [parsed];
  });
}

function parseSignature(text: string, line: number): NoteSignature | null {
  if (!text.startsWith(DASH)) {
    return null;
  }
  const rest = text.slice(DASH.length);
  const space = rest.indexOf(" ");
  const name = rest.slice(0, Math.max(space, 0));
  const bytes = decodeBase64(rest.slice(space + 1));
  if (!isKeyName(name) || bytes === null || bytes.length < 5) {
    return null;
  }
  return Object.freeze({
    line,
    name,
    keyId: toHex(bytes.slice(0, 4)),
    signature: bytes.slice(4),
  });
}
