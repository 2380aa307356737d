// The text of a checkpoint (c2sp.org/tlog-checkpoint): origin, size, root, each on a line of its own.

import { bytesEqual, parseDecimal, wantedDecimal } from "./bytes.js";
import { decodeBase64 } from "./base64.js";
import { HASH_BYTES, emptyRoot } from "./hash.js";
import { quote, type Reasons } from "./reason.js";

/** What a log states about itself at one moment. */
export interface Checkpoint {
  /** Which log. */
  readonly origin: string;
  /** Number of entries. */
  readonly size: bigint;
  /** Root of the tree over them. */
  readonly root: Uint8Array;
  /** Further lines, which are signed and mean nothing to this program. Usually none. */
  readonly extensions: readonly string[];
}

/** Reads the signed text of a checkpoint. Adds every reason why it is none, and returns `null` then. */
export async function parseCheckpoint(text: string, reasons: Reasons): Promise<Checkpoint | null> {
  const before = reasons.count;
  const lines = text.split("\n");
  if (lines.pop() !== "" || lines.length < 3) {
    reasons.add(
      "checkpoint-lines",
      `checkpoint: expected at least 3 lines, each with a line end, found ${lines.length}`,
    );
    return null;
  }
  const [origin = "", sizeText = "", rootText = "", ...extensions] = lines;
  if (origin === "") {
    reasons.add("checkpoint-origin", "checkpoint, line 1: expected an origin, found nothing");
  }
  const size = parseDecimal(sizeText);
  if (size === null) {
    reasons.add("checkpoint-size", `checkpoint, line 2: ${wantedDecimal(sizeText)}`);
  }
  const root = decodeBase64(rootText);
  if (root?.length !== HASH_BYTES) {
    reasons.add(
      "checkpoint-root",
      `checkpoint, line 3: expected ${HASH_BYTES} bytes in canonical base64, found ${quote(rootText)}`,
    );
  }
  for (const [at, line] of extensions.entries()) {
    if (line === "") {
      reasons.add("checkpoint-extension", `checkpoint, line ${at + 4}: expected text, found nothing`);
    }
  }
  if (size === 0n && root !== null && !bytesEqual(root, await emptyRoot())) {
    reasons.add(
      "checkpoint-empty-root",
      "checkpoint, line 3: expected the root of the empty tree for size 0, found another",
    );
  }
  return reasons.count === before && size !== null && root !== null
    ? Object.freeze({ origin, size, root, extensions })
    : null;
}
