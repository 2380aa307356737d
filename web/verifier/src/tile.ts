// Where the files of a log lie (c2sp.org/tlog-tiles) and what an entry bundle holds.

import type { Reasons } from "./reason.js";

/** Hashes in a full tile, and entries in a full bundle. */
export const TILE_WIDTH = 256;

/** The highest level that a tree of fewer than 2^63 leaves has. */
export const MAX_LEVEL = 7;

/** One file of the log. */
export interface TileId {
  /** Level of a hash tile, 0 at the leaves; `"entries"` for a bundle of entries. */
  readonly level: number | "entries";
  /** Which tile of its level, from the left, counted from 0. */
  readonly number: bigint;
  /** How many hashes or entries it holds: 1 to 256; below 256 it is partial. */
  readonly width: number;
}

/** The path of a tile below the log's prefix, such as `tile/0/x001/234` or `tile/entries/000.p/17`. */
export function tilePath(tile: TileId): string {
  const digits = tile.number.toString();
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const groups = padded.match(/.{3}/g) ?? [];
  const number = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join("/");
  const partial = tile.width < TILE_WIDTH ? `.p/${tile.width}` : "";
  return `tile/${tile.level}/${number}${partial}`;
}

/** The highest number that a path spells: 2^64 - 1. */
const MAX_NUMBER = (1n << 64n) - 1n;

const PATH = /^tile\/(entries|[0-7])\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** The tile that a path names, or `null` for any path that {@link tilePath} does not write. */
export function parseTilePath(path: string): TileId | null {
  const [, level, digits, width] = PATH.exec(path) ?? [];
  if (level === undefined || digits === undefined || digits.length > 33) {
    return null;
  }
  const tile: TileId = {
    level: level === "entries" ? "entries" : Number(level),
    number: BigInt(digits.replace(/[x/]/g, "")),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  // Written again because "x000/001" and a partial tile of 256 have another spelling.
  return tile.number <= MAX_NUMBER && tilePath(tile) === path ? tile : null;
}

/**
 * Every file that a tree of `size` leaves consists of: bundles, then hash tiles from the leaves up. A
 * hash stands one level up only when the whole tile below it is full.
 */
export function* tilesOfSize(size: bigint): Generator<TileId> {
  yield* rowOf("entries", size);
  let hashes = size;
  for (let level = 0; level <= MAX_LEVEL && hashes > 0n; level += 1) {
    yield* rowOf(level, hashes);
    hashes >>= 8n;
  }
}

/** How many hashes or entries a file holds in a tree of `size` leaves: 0 if the tree has no such file. */
export function widthInTree(level: TileId["level"], number: bigint, size: bigint): number {
  const count = level === "entries" ? size : size >> BigInt(8 * level);
  const full = count >> 8n;
  if (number === full) {
    return Number(count & 255n);
  }
  return number < full ? TILE_WIDTH : 0;
}

function* rowOf(level: TileId["level"], count: bigint): Generator<TileId> {
  const full = count >> 8n;
  for (let number = 0n; number < full; number += 1n) {
    yield { level, number, width: TILE_WIDTH };
  }
  const width = Number(count & 255n);
  if (width > 0) {
    yield { level, number: full, width };
  }
}

/**
 * The entries of a bundle: each is two bytes of length, most significant first, and that many bytes.
 * Adds a reason and returns `null` unless there are exactly `width` of them and nothing after.
 */
export function parseBundle(
  bytes: Uint8Array,
  width: number,
  path: string,
  reasons: Reasons,
): readonly Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length && entries.length < width) {
    const [high, low] = bytes.subarray(at, at + 2);
    if (high === undefined || low === undefined) {
      break;
    }
    const end = at + 2 + (high << 8) + low;
    if (end > bytes.length) {
      reasons.add(
        "log-bundle",
        `${path}, entry ${entries.length}: expected to end at byte ${end}, found the file's end at ${bytes.length}`,
      );
      return null;
    }
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  if (entries.length < width) {
    reasons.add("log-bundle", `${path}: expected ${width} entries, found ${entries.length}`);
    return null;
  }
  if (at < bytes.length) {
    reasons.add(
      "log-bundle",
      `${path}: expected the end after ${width} entries, found ${bytes.length - at} more bytes`,
    );
    return null;
  }
  return entries;
}
