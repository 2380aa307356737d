// A whole log in memory, made without the verifier.

import { bodyOf, entryOf, leaf, log, node, Oracle, witness } from "./support.mjs";

/** The path of a tile, for logs of fewer than 256,000 entries. */
function path(level, number, width) {
  const partial = width < 256 ? `.p/${width}` : "";
  return `tile/${level}/${String(number).padStart(3, "0")}${partial}`;
}

/** The hash over 256 neighbours. */
function over(hashes) {
  let row = hashes;
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_, at) => node(row[2 * at], row[2 * at + 1]));
  }
  return row[0];
}

/** Signs a checkpoint of the first `size` entries with the test log's key, cosigned by the test witness. */
export function checkpointOf(entries, size = entries.length) {
  const oracle = new Oracle(entries.map(leaf));
  const body = bodyOf(log.name, size, oracle.root(0, size));
  return Buffer.from(`${body}\n${log.line(body)}${witness.cosign(body, 1_767_225_600)}`);
}

/** The tiles of a log: path to bytes. */
export function tilesOf(entries) {
  const files = new Map();
  for (let start = 0; start < entries.length; start += 256) {
    const part = entries.slice(start, start + 256);
    const bundle = part.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    });
    files.set(path("entries", start / 256, part.length), Buffer.concat(bundle));
  }
  let row = entries.map(leaf);
  for (let level = 0; row.length > 0; level += 1) {
    const above = [];
    for (let start = 0; start < row.length; start += 256) {
      const part = row.slice(start, start + 256);
      files.set(path(level, start / 256, part.length), Buffer.concat(part));
      if (part.length === 256) {
        above.push(over(part));
      }
    }
    row = above;
  }
  return files;
}

/** A log with its checkpoint: path to bytes. */
export function logOf(size, entryAt = entryOf) {
  const entries = Array.from({ length: size }, (_, index) => entryAt(index));
  return new Map([["checkpoint", checkpointOf(entries)], ...tilesOf(entries)]);
}

/** The files as {@link verifyLog} wants them. */
export function asFiles(files) {
  return {
    read: async (name) => {
      const bytes = files.get(name);
      return bytes === undefined ? null : new Uint8Array(bytes);
    },
    paths: [...files.keys()].filter((name) => name !== "checkpoint"),
  };
}
