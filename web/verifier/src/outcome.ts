// What a check answers: one object for proofs, pairs of checkpoints and whole logs.

import { toHex } from "./bytes.js";
import { type Policy, type PolicyWitness, parsePolicy } from "./policy.js";
import { HostError, quote, type Reason, Reasons } from "./reason.js";
import { type Cosigned, type SignedCheckpoint, witnessedAt } from "./signedCheckpoint.js";

/** How far a clock may be behind a witness's before a cosignature counts as from the future, in seconds. */
const CLOCK_TOLERANCE = 300n;

/** How old a checkpoint may be. The verifier has no clock, so the caller tells the time. */
export interface Freshness {
  /** Now, in seconds since 1970. */
  readonly now: bigint;
  /** The greatest age that passes, in seconds. Absent: any age passes and is only stated. */
  readonly maxAge?: bigint;
}

/** What every check answers. */
export interface Outcome {
  /** True if and only if there is no reason against it. */
  readonly ok: boolean;
  /** The log; `null`, like size and root, unless the log's signature holds. */
  readonly origin: string | null;
  /** Number of entries that the checkpoint covers. */
  readonly size: bigint | null;
  /** Root of the tree, in hexadecimal. */
  readonly root: string | null;
  /** Number of witnesses of the policy, the operator's own left out, that cosigned. */
  readonly witnesses: number;
  /** True if there is none: then only the operator vouches that everybody sees this log. */
  readonly operatorOnly: boolean;
  /** Every valid cosignature, the operator's own included, in the order of the policy. */
  readonly cosignatures: readonly Cosigned[];
  /** When the quorum vouched for the checkpoint, in seconds since 1970; `null` if nobody did. */
  readonly witnessedAt: bigint | null;
  /** Seconds from then to the caller's now; `null` without either. */
  readonly age: bigint | null;
  /** Everything that is wrong, in the order of the checks. Empty if and only if `ok`. */
  readonly reasons: readonly Reason[];
  /** What holds and is still worth knowing. */
  readonly warnings: readonly Reason[];
}

/** Summarises a judged checkpoint with the reasons found anywhere. Adds those about its age. */
export function outcomeOf(
  signed: SignedCheckpoint | null,
  policy: Policy | null,
  freshness: Freshness | undefined,
  reasons: Reasons,
): Outcome {
  const cosignatures = signed?.cosignatures ?? [];
  const independent = cosignatures.filter(({ operator }) => !operator);
  const warnings = new Reasons();
  const vouched = policy === null ? null : witnessedAt(policy, cosignatures);
  const age = vouched === null || freshness === undefined ? null : freshness.now - vouched;
  if (signed !== null && freshness !== undefined) {
    checkAge(vouched, age, freshness, reasons, warnings);
  }
  if (signed !== null) {
    warnOfWitnesses(cosignatures, independent.length, warnings);
  }
  for (const witness of policy?.witnesses ?? []) {
    warnOfUnsupported(witness, warnings);
  }
  const list = reasons.list();
  return {
    ok: list.length === 0 && signed !== null,
    origin: signed?.checkpoint.origin ?? null,
    size: signed?.checkpoint.size ?? null,
    root: signed === null ? null : toHex(signed.checkpoint.root),
    witnesses: independent.length,
    operatorOnly: independent.length === 0,
    cosignatures,
    witnessedAt: vouched,
    age,
    reasons: list,
    warnings: warnings.list(),
  };
}

function checkAge(
  vouched: bigint | null,
  age: bigint | null,
  { maxAge }: Freshness,
  reasons: Reasons,
  warnings: Reasons,
): void {
  if (age !== null && age < -CLOCK_TOLERANCE) {
    const text = `cosignatures: expected a time before now, found one ${-age} seconds ahead of this clock`;
    (maxAge === undefined ? warnings : reasons).add("freshness-future", text);
  }
  if (maxAge === undefined) {
    return;
  }
  if (vouched === null || age === null) {
    reasons.add(
      "freshness-unknown",
      `checkpoint: expected an age of at most ${maxAge} seconds, found no cosignature that tells one`,
    );
  } else if (age > maxAge) {
    reasons.add(
      "freshness-too-old",
      `checkpoint: expected an age of at most ${maxAge} seconds, found ${age}; newer entries may be missing`,
    );
  }
}

function warnOfWitnesses(
  cosignatures: readonly Cosigned[],
  independent: number,
  warnings: Reasons,
): void {
  for (const { witness, operator } of cosignatures) {
    if (operator) {
      warnings.add(
        "witness-operator",
        `the witness ${quote(witness)} belongs to the operator and is not counted as independent`,
      );
    }
  }
  if (independent === 0) {
    warnings.add(
      "witness-none",
      "0 independent witnesses: a single signer, the operator, vouches that everybody is shown this log",
    );
  } else if (independent === 1) {
    warnings.add("witness-single", "1 independent witness: nobody else confirms what it has seen");
  }
}

function warnOfUnsupported({ name, supported }: PolicyWitness, warnings: Reasons): void {
  if (!supported) {
    warnings.add(
      "policy-unsupported-key",
      `the witness ${quote(name)} has a kind of key that this program does not check, so it never counts`,
    );
  }
}

/** A policy as a file or already read. */
export type PolicyInput = Uint8Array | string | Policy;

/** The policy, read if need be; `null` with reasons if it cannot be used for verification. */
export async function usePolicy(input: PolicyInput, reasons: Reasons): Promise<Policy | null> {
  const isFile = typeof input === "string" || input instanceof Uint8Array;
  const policy = isFile ? await parsePolicy(input, reasons) : input;
  if (policy?.logs.length === 0) {
    reasons.add("policy-no-log", "policy: expected at least one log, found none");
    return null;
  }
  return policy;
}

/**
 * Runs a check and turns what the host lacks into a reason, so that a missing algorithm reads as one and
 * never as evidence against a log.
 */
export async function withHost<T extends Outcome>(
  check: (reasons: Reasons) => Promise<T>,
  failed: (outcome: Outcome) => T,
): Promise<T> {
  const reasons = new Reasons();
  try {
    return await check(reasons);
  } catch (error) {
    if (!(error instanceof HostError)) {
      throw error;
    }
    reasons.add(error.code, error.message);
    return failed(outcomeOf(null, null, undefined, reasons));
  }
}
