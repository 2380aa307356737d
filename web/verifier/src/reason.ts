// Why something does not verify. Every check adds to one list, so that a reader sees all of it at once.

/**
 * What is wrong, as a stable name that a page may translate. A code is never reused for another meaning.
 *
 * - `host-*`: the browser or Node lacks something; says nothing about the evidence.
 * - `input-*`: the bytes are no such file at all.
 * - `note-*`, `signature-*`: the signed note around a checkpoint.
 * - `checkpoint-*`: the three lines that state origin, size and root.
 * - `policy-*`: the file that says whose signatures count.
 * - `proof-*`: the proof file and its hashes.
 * - `log-*`: the files of a whole log.
 */
export type ReasonCode =
  | "host-no-webcrypto"
  | "host-no-ed25519"
  | "input-too-large"
  | "input-not-utf8"
  | "note-control-character"
  | "note-no-final-newline"
  | "note-no-separator"
  | "note-no-signature"
  | "note-too-many-signatures"
  | "note-signature-line"
  | "signature-not-valid"
  | "signature-no-log"
  | "signature-origin"
  | "checkpoint-lines"
  | "checkpoint-origin"
  | "checkpoint-size"
  | "checkpoint-root"
  | "checkpoint-extension"
  | "checkpoint-empty-root"
  | "policy-character"
  | "policy-no-final-newline"
  | "policy-line"
  | "policy-name"
  | "policy-key"
  | "policy-duplicate-key"
  | "policy-group"
  | "policy-quorum"
  | "policy-no-log"
  | "policy-too-large"
  | "policy-unsupported-key"
  | "quorum-not-met"
  | "freshness-too-old"
  | "freshness-unknown"
  | "freshness-future"
  | "proof-header"
  | "proof-extra"
  | "proof-index"
  | "proof-hash"
  | "proof-too-long"
  | "proof-no-checkpoint"
  | "proof-range"
  | "proof-length"
  | "proof-root"
  | "proof-old-root"
  | "log-shrank"
  | "log-two-trees"
  | "log-other-origin"
  | "log-missing-file"
  | "log-unexpected-file"
  | "log-bundle"
  | "log-tile"
  | "log-root"
  | "log-old-root"
  | "witness-none"
  | "witness-operator"
  | "witness-single";

/** One thing that is wrong (among reasons) or worth knowing (among warnings). */
export interface Reason {
  /** The stable name. */
  readonly code: ReasonCode;
  /** English, lower case, no full stop: what, where, expected, found. */
  readonly text: string;
}

/** Gathers reasons in the order in which the checks ran. */
export class Reasons {
  readonly #list: Reason[] = [];

  /** Adds one reason. */
  add(code: ReasonCode, text: string): void {
    this.#list.push(Object.freeze({ code, text }));
  }

  /** Adds what another check found, in its order. */
  addAll(others: readonly Reason[]): void {
    for (const other of others) {
      this.#list.push(other);
    }
  }

  /** Adds what another check found, saying of which file. */
  addAllOf(what: string, others: readonly Reason[]): void {
    for (const { code, text } of others) {
      this.add(code, `${what}: ${text}`);
    }
  }

  /** How many there are; the difference before and after a step tells whether that step failed. */
  get count(): number {
    return this.#list.length;
  }

  /** A copy of the list. Empty means that nothing is wrong. */
  list(): readonly Reason[] {
    return Object.freeze([...this.#list]);
  }
}

/** The longest piece of somebody else's text that a reason repeats, in characters. */
const SHOWN = 80;

/**
 * Quotes text from a file so that it can be printed safely: shortened, with control characters,
 * direction marks and other invisible characters written as escapes.
 */
export function quote(text: string): string {
  const points = [...text];
  const cut = points.slice(0, SHOWN).join("");
  const visible = JSON.stringify(cut).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (found) =>
    [...found].map((point) => `\\u{${(point.codePointAt(0) ?? 0).toString(16)}}`).join(""),
  );
  return points.length > SHOWN ? `${visible} (shortened)` : visible;
}

/** The browser or Node cannot do what the check needs; never a statement about the evidence. */
export class HostError extends Error {
  /** `host-no-webcrypto` or `host-no-ed25519`. */
  readonly code: ReasonCode;

  /** Says what the host lacks. */
  constructor(code: ReasonCode, text: string) {
    super(text);
    this.name = "HostError";
    this.code = code;
  }
}
