// The receipt of an entry, made from the files of a log: the entry, the hashes that lead from it to the root
// (RFC 6962 section 2.1.1), and the checkpoint. Whose signatures count is not asked here; verifyProof does.

import { bytesEqual, fromUtf8 } from "./bytes.js";
import { encodeBase64 } from "./base64.js";
import { type Checkpoint, parseCheckpoint } from "./checkpoint.js";
import { HASH_BYTES, leafHash, nodeHash } from "./hash.js";
import type { LogFiles } from "./log.js";
import { parseNote } from "./note.js";
import { checkInclusion } from "./proof.js";
import { PROOF_HEADER } from "./proofFile.js";
import { HostError, type Reason, Reasons } from "./reason.js";
import { parseBundle, TILE_WIDTH, tilePath, widthInTree } from "./tile.js";
import { fold } from "./tileTree.js";

/** What {@link makeReceipt} answers. */
export interface Receipt {
  /** The `.tlog-proof` file, which carries the entry; `null` where there is a reason why not. */
  readonly proofFile: string | null;
  /** The entry as the log has it, `null` where it could not be read. Compare it only when there is no reason. */
  readonly entry: Uint8Array | null;
  /** The checkpoint that the folder states, unsigned as far as this goes; `null` if it cannot be read. */
  readonly checkpoint: Checkpoint | null;
  /** Everything that is wrong: files that are missing, hashes that do not lead to the root. */
  readonly reasons: readonly Reason[];
}

/** Makes the receipt of the entry at a place, counted from 0, from the files of a log. */
export async function makeReceipt(files: LogFiles, index: bigint): Promise<Receipt> {
  const reasons = new Reasons();
  const draft: { note: string | null; checkpoint: Checkpoint | null; entry: Uint8Array | null } = {
    note: null,
    checkpoint: null,
    entry: null,
  };
  let hashes: readonly Uint8Array[] = [];
  try {
    const content = await files.read("checkpoint");
    if (content === null) {
      reasons.add("log-missing-file", "checkpoint: expected a file, found none");
    } else {
      const note = parseNote(content, reasons);
      draft.note = fromUtf8(content);
      draft.checkpoint = note && (await parseCheckpoint(note.text, reasons));
    }
    if (draft.checkpoint !== null) {
      const { size, root } = draft.checkpoint;
      if (index < 0n || index >= size) {
        reasons.add("proof-index", `index: expected below the log's size ${size}, found ${index}`);
      } else {
        const tiles = new Tiles(files, size, reasons);
        draft.entry = await tiles.entry(index);
        hashes = await path(tiles, index, 0n, size);
        if (draft.entry !== null && reasons.count === 0) {
          const leaf = await leafHash(draft.entry);
          await compareLeaf(tiles, index, leaf, reasons);
          reasons.addAll(await checkInclusion({ leafHash: leaf, index, size, proof: hashes, root }));
        }
      }
    }
  } catch (error) {
    if (!(error instanceof HostError)) {
      throw error;
    }
    reasons.add(error.code, error.message);
  }
  const { note, checkpoint, entry } = draft;
  const isWhole = reasons.count === 0 && note !== null && entry !== null;
  return Object.freeze({
    proofFile: isWhole ? writeProofFile(index, entry, hashes, note) : null,
    entry,
    checkpoint,
    reasons: reasons.list(),
  });
}

function writeProofFile(
  index: bigint,
  entry: Uint8Array,
  hashes: readonly Uint8Array[],
  note: string,
): string {
  // An entry of no bytes needs no line, and the format has none for it.
  const extra = entry.length === 0 ? [] : [`extra ${encodeBase64(entry)}`];
  const lines = [PROOF_HEADER, ...extra, `index ${index}`, ...hashes.map(encodeBase64)];
  return `${lines.join("\n")}\n\n${note}`;
}

/** Says where it is that a record and the tree differ, which a root alone cannot. */
async function compareLeaf(
  tiles: Tiles,
  index: bigint,
  leaf: Uint8Array,
  reasons: Reasons,
): Promise<void> {
  const stated = await tiles.hash(0, index);
  if (stated !== null && !bytesEqual(stated, leaf)) {
    reasons.add("log-tile", `entry ${index}: expected the record that its hash in the tree is of, found another`);
  }
}

/** The largest power of two below `size`, which is above 1. */
function splitOf(size: bigint): bigint {
  return 1n << BigInt((size - 1n).toString(2).length - 1);
}

/** The siblings of a leaf in the tree over the leaves from `start` to before `end`, from the leaf up. */
async function path(
  tiles: Tiles,
  index: bigint,
  start: bigint,
  end: bigint,
): Promise<readonly Uint8Array[]> {
  if (end - start <= 1n) {
    return [];
  }
  const middle = start + splitOf(end - start);
  const isLeft = index < middle;
  const below = isLeft ? await path(tiles, index, start, middle) : await path(tiles, index, middle, end);
  const sibling = isLeft ? await subtree(tiles, middle, end) : await subtree(tiles, start, middle);
  return sibling === null ? below : [...below, sibling];
}

/** The hash over the leaves from `start` to before `end`; `null` where a tile is missing. */
async function subtree(tiles: Tiles, start: bigint, end: bigint): Promise<Uint8Array | null> {
  const size = end - start;
  const levels = size.toString(2).length - 1;
  if (size !== 1n << BigInt(levels)) {
    const middle = start + splitOf(size);
    const left = await subtree(tiles, start, middle);
    const right = await subtree(tiles, middle, end);
    return left === null || right === null ? null : nodeHash(left, right);
  }
  // A complete subtree: 2^(levels mod 8) neighbours of one tile, folded.
  const level = levels >> 3;
  const first = start >> BigInt(8 * level);
  const hashes = await Promise.all(
    Array.from({ length: 1 << (levels & 7) }, (_, at) => tiles.hash(level, first + BigInt(at))),
  );
  const known = hashes.filter((hash) => hash !== null);
  return known.length < hashes.length ? null : fold(known);
}

/** The tiles and bundles of a tree, each read once. */
class Tiles {
  readonly #files: LogFiles;
  readonly #size: bigint;
  readonly #reasons: Reasons;
  readonly #read = new Map<string, Promise<Uint8Array | null>>();

  constructor(files: LogFiles, size: bigint, reasons: Reasons) {
    this.#files = files;
    this.#size = size;
    this.#reasons = reasons;
  }

  /** An entry. */
  async entry(index: bigint): Promise<Uint8Array | null> {
    const number = index >> 8n;
    const width = widthInTree("entries", number, this.#size);
    const path = tilePath({ level: "entries", number, width });
    const bytes = await this.#file(path);
    const entries = bytes && parseBundle(bytes, width, path, this.#reasons);
    return entries?.[Number(index & 255n)] ?? null;
  }

  /** The hash at a place of a row of tiles. */
  async hash(level: number, place: bigint): Promise<Uint8Array | null> {
    const number = place >> 8n;
    const path = tilePath({ level, number, width: widthInTree(level, number, this.#size) });
    const bytes = await this.#file(path);
    const at = HASH_BYTES * Number(place & BigInt(TILE_WIDTH - 1));
    return bytes === null ? null : bytes.slice(at, at + HASH_BYTES);
  }

  #file(path: string): Promise<Uint8Array | null> {
    const known = this.#read.get(path);
    if (known !== undefined) {
      return known;
    }
    const reading = this.#load(path);
    this.#read.set(path, reading);
    return reading;
  }

  async #load(path: string): Promise<Uint8Array | null> {
    const bytes = await this.#files.read(path);
    if (bytes === null) {
      this.#reasons.add("log-missing-file", `${path}: expected a file, found none`);
      return null;
    }
    const isBundle = path.startsWith("tile/entries/");
    const width = Number(/\.p\/([0-9]+)$/.exec(path)?.[1] ?? TILE_WIDTH);
    if (!isBundle && bytes.length !== width * HASH_BYTES) {
      this.#reasons.add("log-tile", `${path}: expected ${width * HASH_BYTES} bytes, found ${bytes.length}`);
      return null;
    }
    return bytes;
  }
}
