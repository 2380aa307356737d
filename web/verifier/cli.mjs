#!/usr/bin/env node
// Verifies a public log with the second verifier: no network, no other program, no clock but for ages.

import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import {
  explain,
  MAX_POLICY_BYTES,
  MAX_PROOF_FILE_BYTES,
  parseDecimal,
  quote,
  verifyCheckpoint,
  verifyLog,
  verifyProof,
} from "./dist/scrutineer-verifier.mjs";

const USAGE = `Usage:
  node cli.mjs checkpoint --policy FILE --checkpoint FILE
  node cli.mjs proof      --policy FILE --proof FILE [--entry FILE]
  node cli.mjs bundle     --policy FILE [--old CHECKPOINT] DIR

  checkpoint   whose signatures a checkpoint carries
  proof        that an entry is in the log, from its receipt (.tlog-proof); without --entry the one that
               the receipt carries, which is printed
  bundle       that a folder holds the log that its checkpoint states: every entry, every tile, the root;
               with --old also that it continues a checkpoint kept from before

The policy file names the keys that count. Take it from somebody you trust, never from the bundle.

Options:
  --json             the outcome as JSON; sizes and times beyond 2^53 as text
  --max-age SECONDS  fail if the witnesses vouched longer ago than this
  --now SECONDS      the time to count ages from, in seconds since 1970; the clock's if absent
  --help             this text

Exit code: 0 verified; 1 a file named above cannot be read; 2 wrong usage; 3 not verified.
`;

/** The largest file of a log: a bundle of 256 entries of 65,535 bytes with their lengths. */
const MAX_LOG_FILE_BYTES = 256 * (65_535 + 2);

class UsageError extends Error {}
class ReadError extends Error {}

/** The commands: which options each needs beside the policy, and what it does with them. */
const COMMANDS = {
  checkpoint: { needs: ["checkpoint"], folder: false, run: runCheckpoint },
  proof: { needs: ["proof"], may: ["entry"], folder: false, run: runProof },
  bundle: { needs: [], folder: true, run: runBundle },
};

async function runCheckpoint({ options, policy, freshness }) {
  const checkpoint = await readNamed(options.checkpoint, MAX_PROOF_FILE_BYTES);
  const outcome = await verifyCheckpoint({ checkpoint, policy, freshness });
  return { outcome, claim: "the checkpoint is signed as the policy asks" };
}

async function runProof({ options, policy, freshness }) {
  const proofFile = await readNamed(options.proof, MAX_PROOF_FILE_BYTES);
  const carried = options.entry === undefined ? await carriedEntry(proofFile, policy) : null;
  const entryBytes = carried ?? (await readNamed(options.entry, MAX_LOG_FILE_BYTES));
  const outcome = await verifyProof({ proofFile, entryBytes, policy, freshness });
  const place = outcome.index === null ? "" : `, at place ${outcome.index} counted from 0`;
  const what = carried === null ? "" : `: ${new TextDecoder().decode(carried)}`;
  return { outcome, claim: `the entry is in the log${place}${what}` };
}

/** The entry that a receipt carries. It counts for nothing until its hash leads to the root. */
async function carriedEntry(proofFile, policy) {
  const { extra, reasons } = await verifyProof({ proofFile, entryBytes: new Uint8Array(), policy });
  if (extra !== null) {
    return Uint8Array.from(extra.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  }
  // A receipt that cannot be read says so itself; one that can lacks only the entry.
  if (reasons.every(({ code }) => code === "proof-root")) {
    throw new UsageError("the receipt carries no entry: expected --entry FILE");
  }
  return new Uint8Array();
}

async function runBundle({ options, policy, freshness, folder }) {
  const oldCheckpoint =
    options.old === undefined ? undefined : await readNamed(options.old, MAX_PROOF_FILE_BYTES);
  const paths = await listTiles(folder);
  const files = { paths, read: (path) => readLimited(join(folder, path), MAX_LOG_FILE_BYTES) };
  const onProgress = progress();
  const outcome = await verifyLog({
    files,
    policy,
    freshness,
    onProgress,
    ...(oldCheckpoint === undefined ? {} : { oldCheckpoint }),
  });
  onProgress.done();
  const since = outcome.oldSize === null ? "" : ` and continues the earlier one of ${outcome.oldSize}`;
  const claim = `the folder holds the log that its checkpoint states${since} (${outcome.entries} entries read, ${outcome.comparedFiles} files compared)`;
  return { outcome, claim };
}

/** At most `limit` bytes of a file and one more, so that a larger one is seen to be too large. */
async function readLimited(path, limit) {
  let file;
  try {
    file = await open(path);
    const { size } = await file.stat();
    const bytes = new Uint8Array(Math.min(size, limit + 1));
    let at = 0;
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, at);
      if (bytesRead === 0) {
        break;
      }
      at += bytesRead;
    }
    return bytes.subarray(0, at);
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "EISDIR") {
      return null;
    }
    throw new ReadError(`${path}: ${error.code ?? error.message}`);
  } finally {
    await file?.close();
  }
}

/** A file that the user named, which must be there. */
async function readNamed(path, limit) {
  const bytes = await readLimited(path, limit);
  if (bytes === null) {
    throw new ReadError(`${path}: expected a file, found none`);
  }
  return bytes;
}

/** Every path below `tile/`, with slashes, in order. What is neither file nor folder is listed as well. */
async function listTiles(folder) {
  const paths = [];
  const walk = async (below) => {
    const found = await readdir(join(folder, below), { withFileTypes: true });
    for (const entry of found) {
      const path = `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        await walk(path);
      } else {
        paths.push(path);
      }
    }
  };
  try {
    await walk("tile");
  } catch (error) {
    // A log without entries has no tiles; a missing one is found when its files are asked for.
    if (error.code !== "ENOENT") {
      throw new ReadError(`${folder}: ${error.code ?? error.message}`);
    }
  }
  return paths.sort();
}

/** Shows on a terminal how far a long check is, from its second second on. */
function progress() {
  const start = performance.now();
  let shown = 0;
  const report = (done, size) => {
    const now = performance.now();
    if (process.stderr.isTTY && now - start > 1000 && now - shown > 200) {
      process.stderr.write(`\r${done} of ${size} entries`);
      shown = now;
    }
  };
  report.done = () => {
    if (shown > 0) {
      process.stderr.write("\r\u001b[K");
    }
  };
  return report;
}

function toJson(outcome, claim) {
  const plain = (_, value) => {
    if (typeof value !== "bigint") {
      return value;
    }
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  };
  return JSON.stringify({ claim, ...outcome }, plain, 2);
}

function seconds(text, option) {
  const value = parseDecimal(text);
  if (value === null) {
    throw new UsageError(`--${option}: expected a number of seconds, found ${quote(text)}`);
  }
  return value;
}

function readArguments(argv) {
  const text = { type: "string" };
  let parsed;
  try {
    parsed = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        policy: text,
        checkpoint: text,
        proof: text,
        entry: text,
        old: text,
        now: text,
        "max-age": text,
        json: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(error.message);
  }
  const { values: options, positionals } = parsed;
  if (options.help) {
    return null;
  }
  const [name, ...rest] = positionals;
  const command = Object.hasOwn(COMMANDS, name ?? "") ? COMMANDS[name] : undefined;
  if (command === undefined) {
    throw new UsageError(`expected checkpoint, proof or bundle, found ${name ?? "nothing"}`);
  }
  const allowed = ["policy", "now", "max-age", "json", ...command.needs, ...(command.may ?? [])];
  if (command.folder) {
    allowed.push("old");
  }
  for (const needed of ["policy", ...command.needs]) {
    if (options[needed] === undefined) {
      throw new UsageError(`${name}: expected --${needed} FILE, found none`);
    }
  }
  for (const given of Object.keys(options)) {
    if (!allowed.includes(given)) {
      throw new UsageError(`${name}: expected no --${given}, found one`);
    }
  }
  if (rest.length !== (command.folder ? 1 : 0)) {
    const expected = command.folder ? "one folder" : "no further argument";
    throw new UsageError(`${name}: expected ${expected}, found ${rest.length}`);
  }
  return { command, options, folder: rest[0] };
}

async function main(argv) {
  const read = readArguments(argv);
  if (read === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { command, options, folder } = read;
  const now = options.now === undefined ? BigInt(Math.floor(Date.now() / 1000)) : seconds(options.now, "now");
  const freshness = { now };
  if (options["max-age"] !== undefined) {
    freshness.maxAge = seconds(options["max-age"], "max-age");
  }
  const policy = await readNamed(options.policy, MAX_POLICY_BYTES);
  const { outcome, claim } = await command.run({ options, policy, freshness, folder });
  const lines = options.json ? [toJson(outcome, claim)] : explain(outcome, claim);
  process.stdout.write(`${lines.join("\n")}\n`);
  return outcome.ok ? 0 : 3;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else if (error instanceof ReadError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else {
    throw error;
  }
}
