// The tree of a log, rebuilt from its leaves one tile at a time. Only the right edge is kept, so memory
// does not grow with the log.

import { emptyRoot, nodeHash } from "./hash.js";
import { TILE_WIDTH } from "./tile.js";

/** Called with every hash tile as soon as its hashes are final. */
export type OnTile = (
  level: number,
  number: bigint,
  hashes: readonly Uint8Array[],
) => void | Promise<void>;

/** Hashes pairs of neighbours until one hash is left; the count is a power of two. */
export async function fold(hashes: readonly Uint8Array[]): Promise<Uint8Array> {
  let row = hashes;
  while (row.length > 1) {
    const pairs = Array.from({ length: row.length >> 1 }, (_, at) => [row[2 * at], row[2 * at + 1]]);
    row = await Promise.all(
      pairs.flatMap(([left, right]) =>
        left === undefined || right === undefined ? [] : [nodeHash(left, right)],
      ),
    );
  }
  return row[0] ?? emptyRoot();
}

/** A growing tree. */
export class TileTree {
  /** For each level the hashes of the last tile, fewer than 256, and the number of that tile. */
  readonly #rows: { hashes: Uint8Array[]; number: bigint }[] = [];
  readonly #onTile: OnTile;
  #size = 0n;

  /** `onTile` hears of each full tile when it fills, and of the partial ones from {@link finish}. */
  constructor(onTile: OnTile) {
    this.#onTile = onTile;
  }

  /** Number of leaves so far. */
  get size(): bigint {
    return this.#size;
  }

  /** Adds leaf hashes on the right. */
  async append(leaves: readonly Uint8Array[]): Promise<void> {
    this.#size += BigInt(leaves.length);
    await this.#add(0, leaves);
  }

  async #add(level: number, hashes: readonly Uint8Array[]): Promise<void> {
    const row = (this.#rows[level] ??= { hashes: [], number: 0n });
    let at = 0;
    while (at < hashes.length) {
      const part = hashes.slice(at, at + TILE_WIDTH - row.hashes.length);
      row.hashes.push(...part);
      at += part.length;
      if (row.hashes.length === TILE_WIDTH) {
        await this.#onTile(level, row.number, row.hashes);
        const root = await fold(row.hashes);
        row.hashes = [];
        row.number += 1n;
        await this.#add(level + 1, [root]);
      }
    }
  }

  /** Reports the partial tiles on the right edge. */
  async finish(): Promise<void> {
    for (const [level, { hashes, number }] of this.#rows.entries()) {
      if (hashes.length > 0) {
        await this.#onTile(level, number, hashes);
      }
    }
  }

  /** The root of the tree so far. */
  async root(): Promise<Uint8Array> {
    // The complete subtrees on the right edge, smallest first: each is the left neighbour of all before.
    let right: Uint8Array | null = null;
    for (const { hashes } of this.#rows) {
      let end = hashes.length;
      for (let width = 1; end > 0; width *= 2) {
        if ((end & width) !== 0) {
          const left = await fold(hashes.slice(end - width, end));
          right = right === null ? left : await nodeHash(left, right);
          end -= width;
        }
      }
    }
    return right ?? emptyRoot();
  }
}
