// The checks that a page or a program calls: a checkpoint, an entry's proof, two checkpoints of one log.

import { type Bytes, toHex } from "./bytes.js";
import { leafHash } from "./hash.js";
import {
  type Freshness,
  type Outcome,
  outcomeOf,
  type PolicyInput,
  usePolicy,
  withHost,
} from "./outcome.js";
import type { Policy } from "./policy.js";
import { checkConsistency, checkInclusion } from "./proof.js";
import { parseProofFile } from "./proofFile.js";
import { quote, Reasons } from "./reason.js";
import { openCheckpoint, type SignedCheckpoint } from "./signedCheckpoint.js";

/** The largest entry that a log can hold, in bytes. */
export const MAX_ENTRY_BYTES = 65_535;

/** A checkpoint to be judged. */
export interface CheckpointInput {
  /** The signed checkpoint. */
  readonly checkpoint: Bytes;
  /** Whose signatures count. Never from the bundle being verified. */
  readonly policy: PolicyInput;
  /** How old it may be. */
  readonly freshness?: Freshness;
}

/** Judges a signed checkpoint by a policy. Says nothing about the entries that it covers. */
export function verifyCheckpoint(input: CheckpointInput): Promise<Outcome> {
  const check = async (reasons: Reasons): Promise<Outcome> => {
    const policy = await usePolicy(input.policy, reasons);
    const rules = { needsQuorum: true };
    const signed =
      policy && (await openCheckpoint(input.checkpoint, policy, rules, reasons));
    return outcomeOf(signed, policy, input.freshness, reasons);
  };
  return withHost(check, (outcome) => outcome);
}

/** An entry with its receipt. */
export interface ProofInput {
  /** The `.tlog-proof` file. */
  readonly proofFile: Bytes;
  /** The entry itself, byte for byte as logged. */
  readonly entryBytes: Uint8Array;
  /** Whose signatures count. Never from the bundle being verified. */
  readonly policy: PolicyInput;
  /** How old the checkpoint may be. */
  readonly freshness?: Freshness;
}

/** What {@link verifyProof} answers. */
export interface ProofOutcome extends Outcome {
  /** Place of the entry, counted from 0; `null` unless the checkpoint holds. */
  readonly index: bigint | null;
  /** Bytes beside the proof that nobody signed, in hexadecimal, or `null`. Never to be trusted. */
  readonly extra: string | null;
}

/** Checks that an entry is in a log that the policy accepts. */
export function verifyProof(input: ProofInput): Promise<ProofOutcome> {
  const check = async (reasons: Reasons): Promise<ProofOutcome> => {
    const policy = await usePolicy(input.policy, reasons);
    const proof = parseProofFile(input.proofFile, reasons);
    const rules = { needsQuorum: true };
    const signed =
      policy && proof && (await openCheckpoint(proof.checkpoint, policy, rules, reasons));
    if (input.entryBytes.length > MAX_ENTRY_BYTES) {
      reasons.add(
        "input-too-large",
        `entry: expected at most ${MAX_ENTRY_BYTES} bytes, found ${input.entryBytes.length}`,
      );
    } else if (signed !== null && proof !== null) {
      const { size, root } = signed.checkpoint;
      const hash = await leafHash(input.entryBytes);
      const { index, hashes } = proof;
      reasons.addAll(await checkInclusion({ leafHash: hash, index, size, proof: hashes, root }));
    }
    const outcome = outcomeOf(signed, policy, input.freshness, reasons);
    const extra = proof?.extra ?? null;
    return Object.freeze({
      ...outcome,
      index: signed === null || proof === null ? null : proof.index,
      extra: extra === null ? null : toHex(extra),
    });
  };
  return withHost(check, (outcome) => ({ ...outcome, index: null, extra: null }));
}

/** Two checkpoints of one log, and the hashes between them. */
export interface ConsistencyInput {
  /** The earlier checkpoint, from one's own records. The log's signature is enough for it. */
  readonly oldCheckpoint: Bytes;
  /** The later checkpoint. */
  readonly newCheckpoint: Bytes;
  /** The consistency proof, as RFC 6962 orders it. */
  readonly proof: readonly Uint8Array[];
  /** Whose signatures count. Never from the bundle being verified. */
  readonly policy: PolicyInput;
  /** How old the later checkpoint may be. */
  readonly freshness?: Freshness;
}

/** What {@link verifyConsistency} answers: the later checkpoint, and how far back it was compared. */
export interface ConsistencyOutcome extends Outcome {
  /** Number of entries that the earlier checkpoint covers; `null` unless its log signature holds. */
  readonly oldSize: bigint | null;
}

/** Checks that nothing was changed or removed between two checkpoints of one log. */
export function verifyConsistency(input: ConsistencyInput): Promise<ConsistencyOutcome> {
  const check = async (reasons: Reasons): Promise<ConsistencyOutcome> => {
    const policy = await usePolicy(input.policy, reasons);
    const earlier = policy && (await openEarlier(input.oldCheckpoint, policy, reasons));
    const rules = { needsQuorum: true };
    const later = policy && (await openCheckpoint(input.newCheckpoint, policy, rules, reasons));
    if (earlier !== null && later !== null && sameLog(earlier, later, reasons)) {
      const { size: oldSize, root: oldRoot } = earlier.checkpoint;
      const { size: newSize, root: newRoot } = later.checkpoint;
      const { proof } = input;
      reasons.addAll(await checkConsistency({ oldSize, oldRoot, newSize, newRoot, proof }));
    }
    const outcome = outcomeOf(later, policy, input.freshness, reasons);
    return Object.freeze({ ...outcome, oldSize: earlier?.checkpoint.size ?? null });
  };
  return withHost(check, (outcome) => ({ ...outcome, oldSize: null }));
}

/** Opens an earlier checkpoint, which binds the log by the log's signature alone. */
export async function openEarlier(
  content: Bytes,
  policy: Policy,
  reasons: Reasons,
): Promise<SignedCheckpoint | null> {
  const found = new Reasons();
  const earlier = await openCheckpoint(content, policy, { needsQuorum: false }, found);
  reasons.addAllOf("earlier checkpoint", found.list());
  return earlier;
}

/** True if both are of one origin; otherwise adds a reason. */
export function sameLog(
  earlier: SignedCheckpoint,
  later: SignedCheckpoint,
  reasons: Reasons,
): boolean {
  const expected = earlier.checkpoint.origin;
  const found = later.checkpoint.origin;
  if (expected !== found) {
    reasons.add(
      "log-other-origin",
      `checkpoints: expected two of one log, found ${quote(expected)} and ${quote(found)}`,
    );
  }
  return expected === found;
}
