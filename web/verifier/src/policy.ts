// Policy files (c2sp.org/tlog-policy): which logs are known, which witnesses, and how many must agree.
// A policy comes from the person who verifies, never from the bundle being verified.

import { type Bytes, fromUtf8, parseDecimal, toBytes, toHex } from "./bytes.js";
import {
  parseVerifierKey,
  TYPE_COSIGNATURE,
  TYPE_ED25519,
  TYPE_ML_DSA_44,
  type VerifierKey,
} from "./key.js";
import { quote, type Reasons } from "./reason.js";

/** The largest policy file that is read, in bytes. */
export const MAX_POLICY_BYTES = 1_000_000;

/** The most logs, witnesses and groups that are read, of each. */
export const MAX_POLICY_ITEMS = 256;

/** The quorum that asks for no witness. */
export const NO_QUORUM = "none";

/** A log whose checkpoints are accepted. */
export interface PolicyLog {
  /** The log's key; its name is the log's origin. */
  readonly key: VerifierKey;
}

/** A witness whose cosignature may count. */
export interface PolicyWitness {
  /** The name inside the policy. */
  readonly name: string;
  /** The witness's key. */
  readonly key: VerifierKey;
  /** False for kinds of key that this program cannot check; such a witness never counts. */
  readonly supported: boolean;
}

/** A group of witnesses and earlier groups, which agrees if enough of its members do. */
export interface PolicyGroup {
  /** The name inside the policy. */
  readonly name: string;
  /** How many members must agree: 1 to their number. */
  readonly threshold: number;
  /** Names of witnesses and earlier groups. */
  readonly members: readonly string[];
}

/** A policy. */
export interface Policy {
  /** Logs in the order of the file. */
  readonly logs: readonly PolicyLog[];
  /** Witnesses in the order of the file. */
  readonly witnesses: readonly PolicyWitness[];
  /** Groups in the order of the file: members always stand before. */
  readonly groups: readonly PolicyGroup[];
  /** The witness or group that must agree, or {@link NO_QUORUM}. */
  readonly quorum: string;
}

/** What is read so far. */
interface Draft {
  readonly logs: PolicyLog[];
  readonly witnesses: PolicyWitness[];
  readonly groups: PolicyGroup[];
  readonly names: Set<string>;
  readonly members: Set<string>;
  readonly quorums: string[];
  readonly reasons: Reasons;
}

/** Reads a policy. Adds every reason why it is none, with its line, and returns `null` then. */
export async function parsePolicy(content: Bytes, reasons: Reasons): Promise<Policy | null> {
  const before = reasons.count;
  const bytes = toBytes(content);
  if (bytes.length > MAX_POLICY_BYTES) {
    reasons.add(
      "input-too-large",
      `policy: expected at most ${MAX_POLICY_BYTES} bytes, found ${bytes.length}`,
    );
    return null;
  }
  const draft: Draft = {
    logs: [],
    witnesses: [],
    groups: [],
    names: new Set(),
    members: new Set(),
    quorums: [],
    reasons,
  };
  const lines = textOf(bytes).split("\n");
  if (lines.at(-1) === "") {
    lines.pop();
  } else {
    reasons.add("policy-no-final-newline", "policy: expected a line end at the end, found none");
  }
  for (const [at, line] of lines.entries()) {
    await parseLine(line, `policy, line ${at + 1}`, draft);
  }
  checkWhole(draft);
  const [quorum] = draft.quorums;
  if (reasons.count > before || quorum === undefined) {
    return null;
  }
  const { logs, witnesses, groups } = draft;
  return Object.freeze({ logs, witnesses, groups, quorum });
}

/**
 * The text of the file. Names are opaque bytes to the format: UTF-8, or else one character a byte, folds
 * no two of them into one.
 */
function textOf(bytes: Uint8Array): string {
  return fromUtf8(bytes) ?? Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

async function parseLine(line: string, where: string, draft: Draft): Promise<void> {
  const { reasons } = draft;
  const odd = /[\u0000-\u0008\u000a-\u001f\u007f]/.exec(line);
  if (odd !== null) {
    reasons.add("policy-character", `${where}: expected text, found ${quote(odd[0])}`);
    return;
  }
  const [keyword, ...items] = line.split(/[ \t]+/).filter((item) => item !== "");
  if (keyword === undefined || keyword.startsWith("#")) {
    return;
  }
  switch (keyword) {
    case "log":
      return parseLog(items, where, draft);
    case "witness":
      return parseWitness(items, where, draft);
    case "group":
      return parseGroup(items, where, draft);
    case "quorum":
      return parseQuorum(items, where, draft);
    default:
      reasons.add(
        "policy-line",
        `${where}: expected log, witness, group or quorum, found ${quote(keyword)}`,
      );
  }
}

async function parseLog(items: readonly string[], where: string, draft: Draft): Promise<void> {
  const [text] = items;
  if (text === undefined || items.length > 2) {
    draft.reasons.add("policy-line", `${where}: expected a key and at most one address after log`);
    return;
  }
  const key = await parseVerifierKey(text, [TYPE_ED25519], where, draft.reasons);
  if (key !== null && isNewKey(key, draft.logs, where, draft)) {
    draft.logs.push(Object.freeze({ key }));
  }
}

async function parseWitness(items: readonly string[], where: string, draft: Draft): Promise<void> {
  const [name, text] = items;
  if (name === undefined || text === undefined || items.length > 3) {
    draft.reasons.add(
      "policy-line",
      `${where}: expected a name, a key and at most one address after witness`,
    );
    return;
  }
  const isNew = isNewName(name, where, draft);
  // Known even if its key is refused, so that groups do not repeat the complaint.
  draft.names.add(name);
  const types = [TYPE_COSIGNATURE, TYPE_ML_DSA_44];
  const key = await parseVerifierKey(text, types, where, draft.reasons);
  if (key !== null && isNew && isNewKey(key, draft.witnesses, where, draft)) {
    draft.witnesses.push(Object.freeze({ name, key, supported: key.type === TYPE_COSIGNATURE }));
  }
}

function parseGroup(items: readonly string[], where: string, draft: Draft): void {
  const [name, rule, ...members] = items;
  const { reasons } = draft;
  if (name === undefined || rule === undefined || members.length === 0) {
    reasons.add(
      "policy-line",
      `${where}: expected a name, a rule (all, any or a number) and members after group`,
    );
    return;
  }
  const isNew = isNewName(name, where, draft);
  const threshold = thresholdOf(rule, members.length);
  if (threshold === null) {
    reasons.add(
      "policy-group",
      `${where}: expected all, any or a number from 1 to ${members.length}, found ${quote(rule)}`,
    );
  }
  for (const member of members) {
    if (!draft.names.has(member)) {
      reasons.add(
        "policy-group",
        `${where}: expected a witness or group of an earlier line, found ${quote(member)}`,
      );
    } else if (draft.members.has(member)) {
      reasons.add(
        "policy-group",
        `${where}: expected each name in one group once, found ${quote(member)} again`,
      );
    }
    draft.members.add(member);
  }
  draft.names.add(name);
  if (isNew && threshold !== null) {
    draft.groups.push(Object.freeze({ name, threshold, members }));
  }
}

function thresholdOf(rule: string, members: number): number | null {
  if (rule === "all") {
    return members;
  }
  if (rule === "any") {
    return 1;
  }
  const number = parseDecimal(rule);
  return number !== null && number >= 1n && number <= BigInt(members) ? Number(number) : null;
}

function parseQuorum(items: readonly string[], where: string, draft: Draft): void {
  const [name] = items;
  if (name === undefined || items.length > 1) {
    draft.reasons.add("policy-line", `${where}: expected one name or none after quorum`);
    return;
  }
  if (name !== NO_QUORUM && !draft.names.has(name)) {
    draft.reasons.add(
      "policy-quorum",
      `${where}: expected none, or a witness or group of an earlier line, found ${quote(name)}`,
    );
  }
  draft.quorums.push(name);
}

function isNewName(name: string, where: string, draft: Draft): boolean {
  if (name === NO_QUORUM || draft.names.has(name)) {
    const found = name === NO_QUORUM ? "the reserved name" : "again";
    draft.reasons.add("policy-name", `${where}: expected a new name, found ${found} ${quote(name)}`);
    return false;
  }
  return true;
}

/** One key under two names would count twice. */
function isNewKey(
  key: VerifierKey,
  others: readonly { readonly key: VerifierKey }[],
  where: string,
  draft: Draft,
): boolean {
  const digits = toHex(key.publicKey);
  const twin = others.find((other) => toHex(other.key.publicKey) === digits);
  if (twin !== undefined) {
    draft.reasons.add(
      "policy-duplicate-key",
      `${where}: expected a new key, found that of ${quote(twin.key.name)} again`,
    );
  }
  return twin === undefined;
}

function checkWhole(draft: Draft): void {
  const { reasons } = draft;
  if (draft.quorums.length !== 1) {
    reasons.add(
      "policy-quorum",
      `policy: expected exactly one quorum line, found ${draft.quorums.length}`,
    );
  }
  for (const [what, items] of [
    ["logs", draft.logs],
    ["witnesses", draft.witnesses],
    ["groups", draft.groups],
  ] as const) {
    if (items.length > MAX_POLICY_ITEMS) {
      reasons.add(
        "policy-too-large",
        `policy: expected at most ${MAX_POLICY_ITEMS} ${what}, found ${items.length}`,
      );
    }
  }
}

/** True if the witnesses that agreed, by their names in the policy, are enough for its quorum. */
export function meetsQuorum(policy: Policy, agreed: ReadonlySet<string>): boolean {
  if (policy.quorum === NO_QUORUM) {
    return true;
  }
  const known = new Set(agreed);
  for (const group of policy.groups) {
    const count = group.members.filter((member) => known.has(member)).length;
    if (count >= group.threshold) {
      known.add(group.name);
    }
  }
  return known.has(policy.quorum);
}
