// A whole log from its files: every entry hashed, every tile compared, the root computed again.
//
// The folder must hold what its checkpoint implies and nothing that it does not: no later file may stand
// there unvouched for. Partial tiles of earlier sizes may, as far as they agree with the later ones.

import { type Bytes, bytesEqual, concatBytes } from "./bytes.js";
import { HASH_BYTES, leafHash } from "./hash.js";
import { type Freshness, type Outcome, outcomeOf, type PolicyInput, usePolicy, withHost } from "./outcome.js";
import type { Policy } from "./policy.js";
import { quote, type Reasons } from "./reason.js";
import { openCheckpoint, type SignedCheckpoint } from "./signedCheckpoint.js";
import { parseBundle, parseTilePath, TILE_WIDTH, type TileId, tilePath, widthInTree } from "./tile.js";
import { TileTree } from "./tileTree.js";
import { openEarlier, sameLog } from "./verify.js";

/** The check of a log stops after this many reasons: nothing new is learnt from more. */
export const MAX_LOG_REASONS = 1000;

/** Where the files of a log come from. Paths are relative to the log's prefix, with slashes. */
export interface LogFiles {
  /** The bytes of a file, or `null` if there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** Every path below `tile/`, to find what should not be there. Absent: only implied files are read. */
  readonly paths?: readonly string[];
}

/** A log to be checked. */
export interface LogInput {
  /** Its files, `checkpoint` among them. */
  readonly files: LogFiles;
  /** Whose signatures count. Never from the bundle being verified. */
  readonly policy: PolicyInput;
  /** An earlier checkpoint of one's own, which this log must continue. */
  readonly oldCheckpoint?: Bytes;
  /** How old the checkpoint may be. */
  readonly freshness?: Freshness;
  /** Hears how many entries of how many are done, after each bundle. */
  readonly onProgress?: (done: bigint, size: bigint) => void;
}

/** What {@link verifyLog} answers. */
export interface LogOutcome extends Outcome {
  /** Entries read and hashed. */
  readonly entries: bigint;
  /** Files compared with what the entries imply. */
  readonly comparedFiles: number;
  /** Number of entries that the earlier checkpoint covers, or `null`. */
  readonly oldSize: bigint | null;
}

/** Rebuilds a log from its entries and compares every file with its signed checkpoint. */
export function verifyLog(input: LogInput): Promise<LogOutcome> {
  const check = async (reasons: Reasons): Promise<LogOutcome> => {
    const policy = await usePolicy(input.policy, reasons);
    const earlier =
      policy && input.oldCheckpoint !== undefined
        ? await openEarlier(input.oldCheckpoint, policy, reasons)
        : null;
    const signed = policy && (await openOwn(input.files, policy, reasons));
    let rebuilt = { entries: 0n, comparedFiles: 0 };
    if (signed !== null) {
      const comparable = earlier !== null && sameLog(earlier, signed, reasons);
      const rebuild = new Rebuild(input, signed, comparable ? earlier : null, reasons);
      rebuilt = await rebuild.run();
    }
    const outcome = outcomeOf(signed, policy, input.freshness, reasons);
    return Object.freeze({ ...outcome, ...rebuilt, oldSize: earlier?.checkpoint.size ?? null });
  };
  return withHost(check, (outcome) => ({
    ...outcome,
    entries: 0n,
    comparedFiles: 0,
    oldSize: null,
  }));
}

async function openOwn(
  files: LogFiles,
  policy: Policy,
  reasons: Reasons,
): Promise<SignedCheckpoint | null> {
  const content = await files.read("checkpoint");
  if (content === null) {
    reasons.add("log-missing-file", "checkpoint: expected a file, found none");
    return null;
  }
  return openCheckpoint(content, policy, { needsQuorum: true }, reasons);
}

/** One run over the files of a log. */
class Rebuild {
  readonly #input: LogInput;
  readonly #signed: SignedCheckpoint;
  readonly #earlier: SignedCheckpoint | null;
  readonly #reasons: Reasons;
  readonly #tree: TileTree;
  /** Widths of listed partial files of earlier sizes, by the path of the full file. */
  readonly #older = new Map<string, number[]>();
  #entries = 0n;
  #compared = 0;
  /** False once a leaf is unknown: hashes above it then say nothing. */
  #complete = true;

  constructor(
    input: LogInput,
    signed: SignedCheckpoint,
    earlier: SignedCheckpoint | null,
    reasons: Reasons,
  ) {
    this.#input = input;
    this.#signed = signed;
    this.#earlier = earlier;
    this.#reasons = reasons;
    this.#tree = new TileTree((level, number, hashes) => this.#checkTile(level, number, hashes));
  }

  async run(): Promise<{ entries: bigint; comparedFiles: number }> {
    const { size, root } = this.#signed.checkpoint;
    this.#sortPaths(size);
    const oldSize = this.#earlier?.checkpoint.size ?? 0n;
    if (oldSize > size) {
      this.#reasons.add("log-shrank", `checkpoint: expected at least ${oldSize} entries, found ${size}`);
    }
    const bundles = (size + BigInt(TILE_WIDTH - 1)) >> 8n;
    for (let number = 0n; number < bundles; number += 1n) {
      if (this.#reasons.count > MAX_LOG_REASONS) {
        this.#reasons.add("log-root", `log: stopped at entry ${number * 256n} after too many reasons`);
        return { entries: this.#entries, comparedFiles: this.#compared };
      }
      await this.#addBundle(number, widthInTree("entries", number, size));
      this.#input.onProgress?.(this.#tree.size, size);
    }
    await this.#tree.finish();
    if (this.#complete && !bytesEqual(await this.#tree.root(), root)) {
      this.#reasons.add("log-root", "log: the entries do not lead to the root that the checkpoint states");
    }
    return { entries: this.#entries, comparedFiles: this.#compared };
  }

  /** Finds files that the checkpoint does not imply, and remembers the partial ones of earlier sizes. */
  #sortPaths(size: bigint): void {
    for (const path of this.#input.files.paths ?? []) {
      const tile = parseTilePath(path);
      const width = tile === null ? 0 : widthInTree(tile.level, tile.number, size);
      if (tile === null || tile.width > width) {
        this.#reasons.add(
          "log-unexpected-file",
          `${quote(path)}: expected only files that the checkpoint covers, found another`,
        );
      } else if (tile.width < width) {
        const whole = tilePath({ ...tile, width: TILE_WIDTH });
        this.#older.set(whole, [...(this.#older.get(whole) ?? []), tile.width]);
      }
    }
  }

  /** Reads one bundle and puts its leaves into the tree. */
  async #addBundle(number: bigint, width: number): Promise<void> {
    const leaves = (await this.#leavesOf(number, width)) ?? (await this.#leavesOfTile(number, width));
    if (leaves === null) {
      this.#complete = false;
      // The tree keeps its shape, so that the files below the gap's own level are still compared.
      await this.#append(Array.from({ length: width }, () => new Uint8Array(HASH_BYTES)));
      return;
    }
    await this.#append(leaves);
  }

  async #leavesOf(number: bigint, width: number): Promise<readonly Uint8Array[] | null> {
    const tile: TileId = { level: "entries", number, width };
    const path = tilePath(tile);
    const bytes = await this.#read(path);
    const entries = bytes && parseBundle(bytes, width, path, this.#reasons);
    if (bytes === null || entries === null) {
      return null;
    }
    this.#entries += BigInt(width);
    await this.#checkOlder(tile, (olderWidth) => {
      const length = entries.slice(0, olderWidth).reduce((sum, entry) => sum + 2 + entry.length, 0);
      return bytes.subarray(0, length);
    });
    return Promise.all(entries.map(leafHash));
  }

  /** The hashes of a level-0 tile, which stand in for entries that cannot be read. */
  async #leavesOfTile(number: bigint, width: number): Promise<readonly Uint8Array[] | null> {
    const bytes = await this.#input.files.read(tilePath({ level: 0, number, width }));
    if (bytes?.length !== width * HASH_BYTES) {
      return null;
    }
    return Array.from({ length: width }, (_, at) =>
      bytes.slice(HASH_BYTES * at, HASH_BYTES * (at + 1)),
    );
  }

  /** Appends leaves, and looks at the root when the tree has the earlier checkpoint's size. */
  async #append(leaves: readonly Uint8Array[]): Promise<void> {
    const earlier = this.#earlier?.checkpoint;
    const until = Number((earlier?.size ?? 0n) - this.#tree.size);
    if (earlier === undefined || until <= 0 || until > leaves.length) {
      return this.#tree.append(leaves);
    }
    await this.#tree.append(leaves.slice(0, until));
    if (this.#complete && !bytesEqual(await this.#tree.root(), earlier.root)) {
      this.#reasons.add(
        "log-old-root",
        `log: the first ${earlier.size} entries do not lead to the root of the earlier checkpoint; keep both checkpoints, for together they prove it`,
      );
    }
    await this.#tree.append(leaves.slice(until));
  }

  /** Compares a hash tile with the hashes computed from the entries. */
  async #checkTile(level: number, number: bigint, hashes: readonly Uint8Array[]): Promise<void> {
    const tile: TileId = { level, number, width: hashes.length };
    const path = tilePath(tile);
    const bytes = await this.#read(path);
    if (bytes === null || !this.#complete) {
      return;
    }
    const expected = concatBytes(...hashes);
    if (bytes.length !== expected.length) {
      this.#reasons.add(
        "log-tile",
        `${path}: expected ${expected.length} bytes, found ${bytes.length}`,
      );
      return;
    }
    const different = bytes.findIndex((byte, at) => byte !== expected[at]);
    if (different !== -1) {
      const at = Math.floor(different / HASH_BYTES);
      const below = level === 0 ? `entry ${number * 256n + BigInt(at)}` : "the tiles below";
      this.#reasons.add("log-tile", `${path}, hash ${at}: expected that of ${below}, found another`);
    }
    await this.#checkOlder(tile, (width) => expected.subarray(0, width * HASH_BYTES));
  }

  /** Compares partial files of earlier sizes with the beginning of the present one. */
  async #checkOlder(tile: TileId, expected: (width: number) => Uint8Array): Promise<void> {
    for (const width of this.#older.get(tilePath({ ...tile, width: TILE_WIDTH })) ?? []) {
      const path = tilePath({ ...tile, width });
      const bytes = await this.#read(path);
      if (bytes !== null && !bytesEqual(bytes, expected(width))) {
        this.#reasons.add(
          "log-tile",
          `${path}: expected the beginning of ${tilePath(tile)}, found other bytes`,
        );
      }
    }
  }

  /** Reads a file that must be there. */
  async #read(path: string): Promise<Uint8Array | null> {
    const bytes = await this.#input.files.read(path);
    if (bytes === null) {
      this.#reasons.add("log-missing-file", `${path}: expected a file, found none`);
    } else {
      this.#compared += 1;
    }
    return bytes;
  }
}
