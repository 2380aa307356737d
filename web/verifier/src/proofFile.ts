// Proof files (c2sp.org/tlog-proof): the receipt for one entry. It holds the entry's place, the hashes
// that lead from it to the root, and the signed checkpoint that states the root.

import { type Bytes, parseDecimal, readText, wantedDecimal } from "./bytes.js";
import { decodeBase64 } from "./base64.js";
import { HASH_BYTES } from "./hash.js";
import { MAX_NOTE_BYTES } from "./note.js";
import { MAX_PROOF_HASHES } from "./proof.js";
import { quote, type Reasons } from "./reason.js";

/** The largest proof file that is read, in bytes: a checkpoint and room for the extra line. */
export const MAX_PROOF_FILE_BYTES = MAX_NOTE_BYTES + 100_000;

/** The first line. */
export const PROOF_HEADER = "c2sp.org/tlog-proof@v1";

/** A proof file, taken apart and not yet checked. */
export interface ProofFile {
  /** Bytes beside the proof that nobody signed, or `null`. Never to be trusted. */
  readonly extra: Uint8Array | null;
  /** Place of the entry in the log, counted from 0. */
  readonly index: bigint;
  /** Sibling hashes from the leaf up. */
  readonly hashes: readonly Uint8Array[];
  /** The signed checkpoint as it stands in the file. */
  readonly checkpoint: string;
}

/** Takes a proof file apart. Adds every reason why it is none, and returns `null` then. */
export function parseProofFile(content: Bytes, reasons: Reasons): ProofFile | null {
  const text = readText(content, MAX_PROOF_FILE_BYTES, "proof file", reasons);
  if (text === null) {
    return null;
  }
  const before = reasons.count;
  const end = text.indexOf("\n\n");
  const head = end === -1 ? text.replace(/\n$/, "") : text.slice(0, end);
  const lines = head.split("\n");
  if (end === -1) {
    reasons.add(
      "proof-no-checkpoint",
      "proof file: expected an empty line and a signed checkpoint, found neither",
    );
  }
  if (lines[0] !== PROOF_HEADER) {
    reasons.add(
      "proof-header",
      `proof file, line 1: expected ${quote(PROOF_HEADER)}, found ${quote(lines[0] ?? "")}`,
    );
    return null;
  }
  const hasExtra = lines[1]?.startsWith("extra ") === true;
  const extra = hasExtra ? parseExtra(lines[1] ?? "", reasons) : null;
  const at = hasExtra ? 2 : 1;
  const index = parseIndex(lines[at] ?? "", at + 1, reasons);
  const hashes = parseHashes(lines.slice(at + 1), at + 2, reasons);
  return reasons.count === before && index !== null
    ? Object.freeze({ extra, index, hashes, checkpoint: text.slice(end + 2) })
    : null;
}

function parseExtra(line: string, reasons: Reasons): Uint8Array | null {
  const bytes = decodeBase64(line.slice("extra ".length));
  if (bytes === null || bytes.length === 0) {
    reasons.add(
      "proof-extra",
      `proof file, line 2: expected canonical base64 after extra, found ${quote(line)}`,
    );
    return null;
  }
  return bytes;
}

function parseIndex(line: string, number: number, reasons: Reasons): bigint | null {
  if (!line.startsWith("index ")) {
    reasons.add(
      "proof-index",
      `proof file, line ${number}: expected index and a number, found ${quote(line)}`,
    );
    return null;
  }
  const digits = line.slice("index ".length);
  const index = parseDecimal(digits);
  if (index === null) {
    reasons.add("proof-index", `proof file, line ${number}: ${wantedDecimal(digits)}`);
  }
  return index;
}

function parseHashes(
  lines: readonly string[],
  firstLine: number,
  reasons: Reasons,
): readonly Uint8Array[] {
  if (lines.length > MAX_PROOF_HASHES) {
    reasons.add(
      "proof-too-long",
      `proof file: expected at most ${MAX_PROOF_HASHES} hashes, found ${lines.length}`,
    );
    return [];
  }
  return lines.flatMap((line, at) => {
    const hash = decodeBase64(line);
    if (hash?.length !== HASH_BYTES) {
      reasons.add(
        "proof-hash",
        `proof file, line ${firstLine + at}: expected ${HASH_BYTES} bytes in canonical base64, found ${quote(line)}`,
      );
      return [];
    }
    return [hash];
  });
}
