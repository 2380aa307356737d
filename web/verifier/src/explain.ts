// An outcome in sentences, for people.

import type { Outcome } from "./outcome.js";
import { quote } from "./reason.js";

/** The latest second that a calendar date is printed for: the end of the year 9999. */
const LAST_SECOND = 253_402_300_799n;

/** A time in seconds since 1970 as date and time in UTC, or the bare number beyond the year 9999. */
export function formatTime(seconds: bigint): string {
  if (seconds < 0n || seconds > LAST_SECOND) {
    return `second ${seconds} since 1970`;
  }
  const text = new Date(Number(seconds) * 1000).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`;
}

/** A length of time in its largest whole unit. */
export function formatAge(seconds: bigint): string {
  for (const [length, unit] of [
    [86_400n, "day"],
    [3_600n, "hour"],
    [60n, "minute"],
  ] as const) {
    const count = seconds / length;
    if (count > 0n) {
      return `${count} ${unit}${count === 1n ? "" : "s"}`;
    }
  }
  return `${seconds} second${seconds === 1n ? "" : "s"}`;
}

/** Who signed and when, one sentence each; nothing where the log's signature does not hold. */
export function explainSigners(outcome: Outcome): readonly string[] {
  if (outcome.origin === null || outcome.size === null) {
    return [];
  }
  const lines = [
    `The log ${quote(outcome.origin)} states that it has ${outcome.size} entries, and its signature holds.`,
  ];
  for (const { witness, keyName, time, operator } of outcome.cosignatures) {
    const whose = operator ? ", which is the operator's own," : "";
    lines.push(`The witness ${quote(witness)} (${quote(keyName)})${whose} saw it on ${formatTime(time)}.`);
  }
  if (outcome.age !== null && outcome.age >= 0n) {
    lines.push(`That was ${formatAge(outcome.age)} ago; entries added since are not covered.`);
  }
  return lines;
}

/** The whole outcome: the answer, who signed, what to know, and every reason against it. */
export function explain(outcome: Outcome, claim: string): readonly string[] {
  const lines = [outcome.ok ? `Verified: ${claim}.` : `Not verified: ${claim}.`];
  lines.push(...explainSigners(outcome));
  lines.push(...outcome.warnings.map(({ text }) => `Note: ${text}.`));
  lines.push(...outcome.reasons.map(({ text }) => `Reason: ${text}.`));
  return lines;
}
