// A checkpoint with its signatures, judged by a policy: the log's own signature, every known signature
// line, the witnesses that agree, and when they said so.

import type { Bytes } from "./bytes.js";
import { type Checkpoint, parseCheckpoint } from "./checkpoint.js";
import { verifyCosignature } from "./cosignature.js";
import { verifyEd25519 } from "./ed25519.js";
import { type Note, type NoteSignature, parseNote } from "./note.js";
import { meetsQuorum, NO_QUORUM, type Policy, type PolicyWitness } from "./policy.js";
import { quote, type Reasons } from "./reason.js";

/** A valid cosignature of a witness of the policy. */
export interface Cosigned {
  /** The witness's name in the policy. */
  readonly witness: string;
  /** The name of its key. */
  readonly keyName: string;
  /** When it had seen the checkpoint, in seconds since 1970: the newest, if it signed more than once. */
  readonly time: bigint;
  /**
   * True if the witness is plainly the operator: it has the log's own key, or its key's name begins with
   * the same host as the origin. That the others are independent is for the policy's author to know.
   */
  readonly operator: boolean;
}

/** A checkpoint whose log signature holds. */
export interface SignedCheckpoint {
  /** What the log states. */
  readonly checkpoint: Checkpoint;
  /** Valid cosignatures, one a witness, in the order of the policy. */
  readonly cosignatures: readonly Cosigned[];
}

/** Which rules of the policy apply. */
export interface OpenRules {
  /** False for an earlier checkpoint, which binds the log by the log's signature alone. */
  readonly needsQuorum: boolean;
}

/**
 * Reads and judges a signed checkpoint. Adds every reason against it. Returns what it states only if the
 * log's signature holds and no known signature is invalid, even where the quorum is not met.
 */
export async function openCheckpoint(
  content: Bytes,
  policy: Policy,
  rules: OpenRules,
  reasons: Reasons,
): Promise<SignedCheckpoint | null> {
  const note = parseNote(content, reasons);
  if (note === null) {
    return null;
  }
  const before = reasons.count;
  const checkpoint = await parseCheckpoint(note.text, reasons);
  const signers = await checkLogSignatures(note, policy, reasons);
  const times = await checkCosignatures(note, policy, reasons);
  if (checkpoint !== null) {
    checkSigner(checkpoint, signers, policy, reasons);
  }
  const holds = checkpoint !== null && reasons.count === before;
  if (rules.needsQuorum && !meetsQuorum(policy, new Set(times.keys()))) {
    reasons.add("quorum-not-met", missingQuorum(policy, times));
  }
  if (!holds) {
    return null;
  }
  const cosignatures = policy.witnesses.flatMap((witness) => {
    const time = times.get(witness.name);
    return time === undefined ? [] : [cosigned(witness, time, checkpoint.origin, policy)];
  });
  return Object.freeze({ checkpoint, cosignatures });
}

/** True if a signature line names this key. Lines of unknown keys are ignored, whatever they hold. */
function isBy(line: NoteSignature, key: { readonly name: string; readonly id: string }): boolean {
  return line.name === key.name && line.keyId === key.id;
}

function refuseSignature(line: NoteSignature, reasons: Reasons): void {
  reasons.add(
    "signature-not-valid",
    `note, line ${line.line}: expected a valid signature by ${quote(line.name)}, found one that does not hold for this text`,
  );
}

/** The names of the policy's logs that signed the text. */
async function checkLogSignatures(
  note: Note,
  policy: Policy,
  reasons: Reasons,
): Promise<ReadonlySet<string>> {
  const signers = new Set<string>();
  for (const line of note.signatures) {
    for (const { key } of policy.logs.filter((log) => isBy(line, log.key))) {
      if (await verifyEd25519(key.publicKey, note.textBytes, line.signature)) {
        signers.add(key.name);
      } else {
        refuseSignature(line, reasons);
      }
    }
  }
  return signers;
}

/** The newest time of each witness of the policy that cosigned, by its name in the policy. */
async function checkCosignatures(
  note: Note,
  policy: Policy,
  reasons: Reasons,
): Promise<ReadonlyMap<string, bigint>> {
  const times = new Map<string, bigint>();
  for (const line of note.signatures) {
    for (const witness of policy.witnesses.filter(({ key }) => isBy(line, key))) {
      if (!witness.supported) {
        continue;
      }
      const { publicKey } = witness.key;
      const time = await verifyCosignature(publicKey, note.textBytes, line.signature);
      if (time === null) {
        refuseSignature(line, reasons);
        continue;
      }
      const known = times.get(witness.name);
      times.set(witness.name, known === undefined || time > known ? time : known);
    }
  }
  return times;
}

function checkSigner(
  checkpoint: Checkpoint,
  signers: ReadonlySet<string>,
  policy: Policy,
  reasons: Reasons,
): void {
  if (signers.has(checkpoint.origin)) {
    return;
  }
  const [other] = signers;
  if (other !== undefined) {
    reasons.add(
      "signature-origin",
      `note: expected a signature by the log that the text names, ${quote(checkpoint.origin)}, found only one by ${quote(other)}`,
    );
    return;
  }
  const known = policy.logs.map(({ key }) => quote(key.name)).join(", ");
  reasons.add(
    "signature-no-log",
    `note: expected a signature by a log of the policy (${known}), found none`,
  );
}

function missingQuorum(policy: Policy, times: ReadonlyMap<string, bigint>): string {
  const found = [...times.keys()].map(quote).join(", ");
  const group = policy.groups.find(({ name }) => name === policy.quorum);
  const wanted =
    group === undefined
      ? `the witness ${quote(policy.quorum)}`
      : `${group.threshold} of ${group.members.map(quote).join(", ")}`;
  return `quorum: expected valid cosignatures of ${wanted}, found ${found === "" ? "none" : found}`;
}

function cosigned(
  witness: PolicyWitness,
  time: bigint,
  origin: string,
  policy: Policy,
): Cosigned {
  const { key } = witness;
  const digits = key.publicKey.join();
  const operator =
    hostOf(key.name) === hostOf(origin) ||
    policy.logs.some((log) => log.key.publicKey.join() === digits);
  return Object.freeze({
    witness: witness.name,
    keyName: key.name,
    time,
    operator,
  });
}

/** The part of a key name before the first slash, in lower case: host names have no case. */
function hostOf(name: string): string {
  return (name.split("/")[0] ?? "").toLowerCase();
}

/**
 * The latest time at which the quorum vouched for the checkpoint, in seconds since 1970: enough
 * witnesses signed then or later. A policy without quorum takes the newest independent time, else the
 * newest of any. `null` if nobody cosigned or the quorum is not met.
 */
export function witnessedAt(policy: Policy, cosignatures: readonly Cosigned[]): bigint | null {
  const newestFirst = [...cosignatures].sort((a, b) =>
    a.time === b.time ? 0 : a.time > b.time ? -1 : 1,
  );
  if (policy.quorum === NO_QUORUM) {
    return (newestFirst.find(({ operator }) => !operator) ?? newestFirst[0])?.time ?? null;
  }
  const agreed = new Set<string>();
  for (const { witness, time } of newestFirst) {
    agreed.add(witness);
    if (meetsQuorum(policy, agreed)) {
      return time;
    }
  }
  return null;
}
