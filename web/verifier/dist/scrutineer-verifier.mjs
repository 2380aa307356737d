// SPDX-License-Identifier: Apache-2.0 OR MIT
// Generated from web/verifier/src by build.mjs. Do not edit.

// Scrutineer's second verifier: an implementation of the public log's formats by other hands than the
// program's, in another language and on another cryptographic library.
//
// In scope: signed checkpoints, policies, cosignatures of type 0x04, inclusion, consistency, whole logs, receipts.
// Out of scope: what an entry means and what follows from it (the command `scrutineer verify`).
// Limits: ML-DSA-44 cosignatures never count; a page served by a log's operator can serve another program.

// ---- base64.ts

// Base64 with the standard alphabet and padding (RFC 4648 section 4), canonical only: a byte sequence
// has exactly one spelling, so no second spelling of a signature or root can pass.
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUE = new Map([...ALPHABET].map((character, value) => [character, value]));
/** The bytes as padded base64. */
function encodeBase64(bytes) {
    let text = "";
    for (let at = 0; at < bytes.length; at += 3) {
        const first = bytes[at] ?? 0;
        const second = bytes[at + 1] ?? 0;
        const third = bytes[at + 2] ?? 0;
        const group = (first << 16) | (second << 8) | third;
        const length = Math.min(3, bytes.length - at) + 1;
        for (let place = 0; place < 4; place += 1) {
            text += place < length ? (ALPHABET[(group >> (18 - 6 * place)) & 63] ?? "") : "=";
        }
    }
    return text;
}
/**
 * The bytes of canonical base64, or `null`: for a character outside the alphabet (spaces and line ends
 * included), missing or misplaced padding, or bits set in the last character that no byte uses.
 */
function decodeBase64(text) {
    if (text.length % 4 !== 0) {
        return null;
    }
    const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    const digits = text.length - padding;
    const bytes = new Uint8Array((text.length / 4) * 3 - padding);
    let held = 0;
    let bits = 0;
    let at = 0;
    for (let place = 0; place < digits; place += 1) {
        const value = VALUE.get(text.charAt(place));
        if (value === undefined) {
            return null;
        }
        held = (held << 6) | value;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes[at] = held >> bits;
            at += 1;
            held &= (1 << bits) - 1;
        }
    }
    return held === 0 ? bytes : null;
}

// ---- reason.ts

// Why something does not verify. Every check adds to one list, so that a reader sees all of it at once.
/** Gathers reasons in the order in which the checks ran. */
class Reasons {
    #list = [];
    /** Adds one reason. */
    add(code, text) {
        this.#list.push(Object.freeze({ code, text }));
    }
    /** Adds what another check found, in its order. */
    addAll(others) {
        for (const other of others) {
            this.#list.push(other);
        }
    }
    /** Adds what another check found, saying of which file. */
    addAllOf(what, others) {
        for (const { code, text } of others) {
            this.add(code, `${what}: ${text}`);
        }
    }
    /** How many there are; the difference before and after a step tells whether that step failed. */
    get count() {
        return this.#list.length;
    }
    /** A copy of the list. Empty means that nothing is wrong. */
    list() {
        return Object.freeze([...this.#list]);
    }
}
/** The longest piece of somebody else's text that a reason repeats, in characters. */
const SHOWN = 80;
/**
 * Quotes text from a file so that it can be printed safely: shortened, with control characters,
 * direction marks and other invisible characters written as escapes.
 */
function quote(text) {
    const points = [...text];
    const cut = points.slice(0, SHOWN).join("");
    const visible = JSON.stringify(cut).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (found) => [...found].map((point) => `\\u{${(point.codePointAt(0) ?? 0).toString(16)}}`).join(""));
    return points.length > SHOWN ? `${visible} (shortened)` : visible;
}
/** The browser or Node cannot do what the check needs; never a statement about the evidence. */
class HostError extends Error {
    /** `host-no-webcrypto` or `host-no-ed25519`. */
    code;
    /** Says what the host lacks. */
    constructor(code, text) {
        super(text);
        this.name = "HostError";
        this.code = code;
    }
}

// ---- bytes.ts

// Bytes, text and numbers, read so strictly that each value has exactly one spelling.

/** The largest size, index or time that the formats allow: 2^63 - 1. */
const MAX_INTEGER = (1n << 63n) - 1n;
/** True if both hold the same bytes. Not constant-time: nothing here is secret. */
function bytesEqual(a, b) {
    return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
/** One array with the parts in order. */
function concatBytes(...parts) {
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        whole.set(part, at);
        at += part.length;
    }
    return whole;
}
/** Lower-case hexadecimal digits, two a byte. */
function toHex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
/** The bytes of pairs of lower-case hexadecimal digits, or `null` for any other text. */
function fromHex(text) {
    if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) {
        return null;
    }
    return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(2 * at, 2 * at + 2), 16));
}
/** The number that 8 bytes hold with the most significant first; fewer bytes count as if padded left. */
function fromBigEndian(bytes) {
    return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
/** The bytes of a text in UTF-8. */
function utf8(text) {
    return new TextEncoder().encode(text);
}
/** The bytes of a file's content. A lone surrogate becomes U+FFFD, so no signature over it can hold. */
function toBytes(content) {
    return typeof content === "string" ? utf8(content) : content;
}
/** The text of UTF-8 bytes, a leading byte-order mark kept, or `null` where they are not UTF-8. */
function fromUtf8(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return null;
    }
}
/**
 * Reads the text of a file of at most `limit` bytes. Adds a reason and returns `null` if it is larger or
 * not UTF-8; `what` names the file in the reason.
 */
function readText(content, limit, what, reasons) {
    const bytes = toBytes(content);
    if (bytes.length > limit) {
        reasons.add("input-too-large", `${what}: expected at most ${limit} bytes, found ${bytes.length}`);
        return null;
    }
    const text = fromUtf8(bytes);
    if (text === null) {
        reasons.add("input-not-utf8", `${what}: expected UTF-8 text, found other bytes`);
    }
    return text;
}
/**
 * A decimal number from 0 to 2^63 - 1 without sign, spaces or leading zeros, or `null` for any other
 * text.
 */
function parseDecimal(text) {
    if (text.length > 19 || !/^(0|[1-9][0-9]*)$/.test(text)) {
        return null;
    }
    const value = BigInt(text);
    return value <= MAX_INTEGER ? value : null;
}
/** Says what {@link parseDecimal} wants, for reasons. */
function wantedDecimal(found) {
    return `expected a decimal number below 2^63 without sign or leading zeros, found ${quote(found)}`;
}

// ---- hash.ts

// The hashes of the tree (RFC 6962 section 2.1). Leaves and nodes have different prefixes, so that no
// entry can be passed off as a node.

/** Bytes of a SHA-256 digest. */
const HASH_BYTES = 32;
const LEAF_PREFIX = Uint8Array.of(0);
const NODE_PREFIX = Uint8Array.of(1);
/** The host's cryptography. Throws {@link HostError} where there is none. */
function subtle() {
    const found = typeof crypto === "undefined" ? undefined : crypto.subtle;
    if (found === undefined) {
        throw new HostError("host-no-webcrypto", "this browser offers no WebCrypto here: expected a page from a file, from https or from this machine");
    }
    return found;
}
/** SHA-256. */
async function sha256(bytes) {
    return new Uint8Array(await subtle().digest("SHA-256", bytes));
}
/** The hash of an entry as a leaf: SHA-256(0x00 || entry). */
function leafHash(entry) {
    return sha256(concatBytes(LEAF_PREFIX, entry));
}
/** The hash of a node over its two children: SHA-256(0x01 || left || right). */
function nodeHash(left, right) {
    return sha256(concatBytes(NODE_PREFIX, left, right));
}
/** The root of the empty tree: SHA-256 of nothing. */
function emptyRoot() {
    return sha256(new Uint8Array(0));
}

// ---- checkpoint.ts

// The text of a checkpoint (c2sp.org/tlog-checkpoint): origin, size, root, each on a line of its own.

/** Reads the signed text of a checkpoint. Adds every reason why it is none, and returns `null` then. */
async function parseCheckpoint(text, reasons) {
    const before = reasons.count;
    const lines = text.split("\n");
    if (lines.pop() !== "" || lines.length < 3) {
        reasons.add("checkpoint-lines", `checkpoint: expected at least 3 lines, each with a line end, found ${lines.length}`);
        return null;
    }
    const [origin = "", sizeText = "", rootText = "", ...extensions] = lines;
    if (origin === "") {
        reasons.add("checkpoint-origin", "checkpoint, line 1: expected an origin, found nothing");
    }
    const size = parseDecimal(sizeText);
    if (size === null) {
        reasons.add("checkpoint-size", `checkpoint, line 2: ${wantedDecimal(sizeText)}`);
    }
    const root = decodeBase64(rootText);
    if (root?.length !== HASH_BYTES) {
        reasons.add("checkpoint-root", `checkpoint, line 3: expected ${HASH_BYTES} bytes in canonical base64, found ${quote(rootText)}`);
    }
    for (const [at, line] of extensions.entries()) {
        if (line === "") {
            reasons.add("checkpoint-extension", `checkpoint, line ${at + 4}: expected text, found nothing`);
        }
    }
    if (size === 0n && root !== null && !bytesEqual(root, await emptyRoot())) {
        reasons.add("checkpoint-empty-root", "checkpoint, line 3: expected the root of the empty tree for size 0, found another");
    }
    return reasons.count === before && size !== null && root !== null
        ? Object.freeze({ origin, size, root, extensions })
        : null;
}

// ---- ed25519.ts

// Ed25519 (RFC 8032) on WebCrypto, with the cases refused on which implementations differ: keys and
// points of small order, coordinates that are not reduced, and a scalar above the group order. With a key
// of small order one signature holds for many texts, so such a key would bind its owner to nothing.

/** Bytes of a public key. */
const PUBLIC_KEY_BYTES = 32;
/** Bytes of a signature. */
const SIGNATURE_BYTES = 64;
/** The prime of the field: 2^255 - 19. */
const FIELD = (1n << 255n) - 19n;
/** The order of the base point (RFC 8032 section 5.1). */
const ORDER = (1n << 252n) + 27742317777372353535851937790883648493n;
/** One y coordinate of the four points of order eight; the other is its negative. */
const ORDER_EIGHT_Y = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
/** The y coordinates of the eight points whose order divides eight. */
const SMALL_ORDER_Y = new Set([0n, 1n, FIELD - 1n, ORDER_EIGHT_Y, FIELD - ORDER_EIGHT_Y]);
function fromLittleEndian(bytes) {
    return BigInt(`0x${toHex(bytes.slice().reverse())}`);
}
/** Why an encoded point is refused, or `null`. Whether it lies on the curve shows when it is used. */
function pointDefect(point) {
    const y = fromLittleEndian(point) & ((1n << 255n) - 1n);
    if (y >= FIELD) {
        return "not reduced";
    }
    return SMALL_ORDER_Y.has(y) ? "of small order" : null;
}
/** Why a public key is refused, in words that follow "a key", or `null` if it may be used. */
function publicKeyDefect(key) {
    return key.length === PUBLIC_KEY_BYTES ? pointDefect(key) : `of ${key.length} bytes`;
}
/**
 * True if the signature over the message is by the key. False for anything malformed. Throws
 * {@link HostError} where the host has no Ed25519.
 */
async function verifyEd25519(key, message, signature) {
    if (publicKeyDefect(key) !== null || signature.length !== SIGNATURE_BYTES) {
        return false;
    }
    const scalar = fromLittleEndian(signature.slice(32));
    if (pointDefect(signature.slice(0, 32)) !== null || scalar >= ORDER) {
        return false;
    }
    const imported = await importKey(key);
    if (imported === null) {
        return false;
    }
    try {
        return await subtle().verify({ name: "Ed25519" }, imported, signature, message);
    }
    catch {
        return false;
    }
}
/** A base point that every implementation accepts: y = 4/5, RFC 8032 section 5.1. */
const BASE_POINT = Uint8Array.from({ length: PUBLIC_KEY_BYTES }, (_, at) => (at === 0 ? 0x58 : 0x66));
/** The key for the host, or `null` if the host says that it is no point of the curve. */
async function importKey(key) {
    const load = (bytes) => subtle().importKey("raw", bytes, { name: "Ed25519" }, false, ["verify"]);
    try {
        return await load(key);
    }
    catch {
        // A refused key and a missing algorithm look alike, and must not: one is about the evidence.
        try {
            await load(BASE_POINT);
        }
        catch {
            throw new HostError("host-no-ed25519", "this browser cannot check Ed25519 signatures: expected Firefox 129, Safari 17, Chromium 137 or Node 20, or later");
        }
        return null;
    }
}

// ---- cosignature.ts

// Cosignatures of witnesses (c2sp.org/tlog-cosignature, type 0x04). One says: at this time, this was the
// largest tree of this log that I had seen, and it continued every earlier one.

const TIME_BYTES = 8;
/** The bytes that a witness signs: a header with the time, and the checkpoint's whole text. */
function cosignedMessage(time, checkpointText) {
    return concatBytes(utf8(`cosignature/v1\ntime ${time}\n`), checkpointText);
}
/**
 * The time of a valid cosignature in seconds since 1970, or `null` if it is not valid. `signature` is
 * what follows the key id: the time as 8 bytes, most significant first, and 64 bytes of Ed25519.
 */
async function verifyCosignature(publicKey, checkpointText, signature) {
    if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) {
        return null;
    }
    const time = fromBigEndian(signature.slice(0, TIME_BYTES));
    if (time > MAX_INTEGER) {
        return null;
    }
    const message = cosignedMessage(time, checkpointText);
    const valid = await verifyEd25519(publicKey, message, signature.slice(TIME_BYTES));
    return valid ? time : null;
}

// ---- explain.ts

// An outcome in sentences, for people.

/** The latest second that a calendar date is printed for: the end of the year 9999. */
const LAST_SECOND = 253402300799n;
/** A time in seconds since 1970 as date and time in UTC, or the bare number beyond the year 9999. */
function formatTime(seconds) {
    if (seconds < 0n || seconds > LAST_SECOND) {
        return `second ${seconds} since 1970`;
    }
    const text = new Date(Number(seconds) * 1000).toISOString();
    return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`;
}
/** A length of time in its largest whole unit. */
function formatAge(seconds) {
    for (const [length, unit] of [
        [86400n, "day"],
        [3600n, "hour"],
        [60n, "minute"],
    ]) {
        const count = seconds / length;
        if (count > 0n) {
            return `${count} ${unit}${count === 1n ? "" : "s"}`;
        }
    }
    return `${seconds} second${seconds === 1n ? "" : "s"}`;
}
/** Who signed and when, one sentence each; nothing where the log's signature does not hold. */
function explainSigners(outcome) {
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
function explain(outcome, claim) {
    const lines = [outcome.ok ? `Verified: ${claim}.` : `Not verified: ${claim}.`];
    lines.push(...explainSigners(outcome));
    lines.push(...outcome.warnings.map(({ text }) => `Note: ${text}.`));
    lines.push(...outcome.reasons.map(({ text }) => `Reason: ${text}.`));
    return lines;
}

// ---- key.ts

// Verifier keys (c2sp.org/signed-note): `name+<8 hex digits of id>+base64(type || public key)`.

/** Type byte of an Ed25519 signature over the text: the log's own. */
const TYPE_ED25519 = 0x01;
/** Type byte of an Ed25519 cosignature with a time: a witness's. */
const TYPE_COSIGNATURE = 0x04;
/** Type byte of an ML-DSA-44 cosignature. It is recognised, not checked: it never counts. */
const TYPE_ML_DSA_44 = 0x06;
const ML_DSA_44_KEY_BYTES = 1312;
/** True for a name that a signature line can carry: not empty, no Unicode white space, no plus sign. */
function isKeyName(name) {
    return name !== "" && !/[\p{White_Space}+]/u.test(name);
}
/** The id of a key: the first four bytes of SHA-256(name || LF || type || public key). */
async function keyId(name, type, publicKey) {
    const hashed = await sha256(concatBytes(utf8(`${name}\n`), Uint8Array.of(type), publicKey));
    return toHex(hashed.slice(0, 4));
}
/**
 * Reads a verifier key. Adds every reason why it is refused and returns `null` then: a bad name or
 * encoding, an id that is not the key's, a type that is not among `types`, a key of the wrong length or
 * of small order. `where` begins each reason.
 */
async function parseVerifierKey(text, types, where, reasons) {
    const before = reasons.count;
    const refuse = (why) => reasons.add("policy-key", `${where}: ${why}`);
    // The base64 may contain plus signs, the name and the id cannot.
    const [, name, id, encoded] = /^([^+]*)\+([^+]*)\+(.*)$/su.exec(text) ?? [];
    if (name === undefined || id === undefined || encoded === undefined) {
        refuse(`expected a key as name+id+base64, found ${quote(text)}`);
        return null;
    }
    if (!isKeyName(name)) {
        refuse(`expected a key name without white space, found ${quote(name)}`);
    }
    if (!/^[0-9a-f]{8}$/.test(id)) {
        refuse(`expected a key id of 8 lower-case hexadecimal digits, found ${quote(id)}`);
    }
    const bytes = decodeBase64(encoded);
    const type = bytes?.[0];
    if (bytes === null || type === undefined) {
        refuse(`expected a key in canonical base64, found ${quote(encoded)}`);
        return null;
    }
    const publicKey = bytes.slice(1);
    if (!types.includes(type)) {
        const wanted = types.map(typeName).join(" or ");
        refuse(`expected a key of type ${wanted}, found ${typeName(type)}`);
        return null;
    }
    const defect = keyDefect(type, publicKey);
    if (defect !== null) {
        refuse(`expected a usable public key, found one ${defect}`);
    }
    const expected = await keyId(name, type, publicKey);
    if (/^[0-9a-f]{8}$/.test(id) && id !== expected) {
        refuse(`key id: expected ${expected}, found ${id}`);
    }
    return reasons.count === before ? Object.freeze({ name, id, type, publicKey }) : null;
}
function typeName(type) {
    return `0x${type.toString(16).padStart(2, "0")}`;
}
function keyDefect(type, publicKey) {
    if (type === TYPE_ML_DSA_44) {
        return publicKey.length === ML_DSA_44_KEY_BYTES ? null : `of ${publicKey.length} bytes`;
    }
    return publicKeyDefect(publicKey);
}

// ---- policy.ts

// Policy files (c2sp.org/tlog-policy): which logs are known, which witnesses, and how many must agree.
// A policy comes from the person who verifies, never from the bundle being verified.

/** The largest policy file that is read, in bytes. */
const MAX_POLICY_BYTES = 1_000_000;
/** The most logs, witnesses and groups that are read, of each. */
const MAX_POLICY_ITEMS = 256;
/** The quorum that asks for no witness. */
const NO_QUORUM = "none";
/** Reads a policy. Adds every reason why it is none, with its line, and returns `null` then. */
async function parsePolicy(content, reasons) {
    const before = reasons.count;
    const bytes = toBytes(content);
    if (bytes.length > MAX_POLICY_BYTES) {
        reasons.add("input-too-large", `policy: expected at most ${MAX_POLICY_BYTES} bytes, found ${bytes.length}`);
        return null;
    }
    const draft = {
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
    }
    else {
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
function textOf(bytes) {
    return fromUtf8(bytes) ?? Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
async function parseLine(line, where, draft) {
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
            reasons.add("policy-line", `${where}: expected log, witness, group or quorum, found ${quote(keyword)}`);
    }
}
async function parseLog(items, where, draft) {
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
async function parseWitness(items, where, draft) {
    const [name, text] = items;
    if (name === undefined || text === undefined || items.length > 3) {
        draft.reasons.add("policy-line", `${where}: expected a name, a key and at most one address after witness`);
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
function parseGroup(items, where, draft) {
    const [name, rule, ...members] = items;
    const { reasons } = draft;
    if (name === undefined || rule === undefined || members.length === 0) {
        reasons.add("policy-line", `${where}: expected a name, a rule (all, any or a number) and members after group`);
        return;
    }
    const isNew = isNewName(name, where, draft);
    const threshold = thresholdOf(rule, members.length);
    if (threshold === null) {
        reasons.add("policy-group", `${where}: expected all, any or a number from 1 to ${members.length}, found ${quote(rule)}`);
    }
    for (const member of members) {
        if (!draft.names.has(member)) {
            reasons.add("policy-group", `${where}: expected a witness or group of an earlier line, found ${quote(member)}`);
        }
        else if (draft.members.has(member)) {
            reasons.add("policy-group", `${where}: expected each name in one group once, found ${quote(member)} again`);
        }
        draft.members.add(member);
    }
    draft.names.add(name);
    if (isNew && threshold !== null) {
        draft.groups.push(Object.freeze({ name, threshold, members }));
    }
}
function thresholdOf(rule, members) {
    if (rule === "all") {
        return members;
    }
    if (rule === "any") {
        return 1;
    }
    const number = parseDecimal(rule);
    return number !== null && number >= 1n && number <= BigInt(members) ? Number(number) : null;
}
function parseQuorum(items, where, draft) {
    const [name] = items;
    if (name === undefined || items.length > 1) {
        draft.reasons.add("policy-line", `${where}: expected one name or none after quorum`);
        return;
    }
    if (name !== NO_QUORUM && !draft.names.has(name)) {
        draft.reasons.add("policy-quorum", `${where}: expected none, or a witness or group of an earlier line, found ${quote(name)}`);
    }
    draft.quorums.push(name);
}
function isNewName(name, where, draft) {
    if (name === NO_QUORUM || draft.names.has(name)) {
        const found = name === NO_QUORUM ? "the reserved name" : "again";
        draft.reasons.add("policy-name", `${where}: expected a new name, found ${found} ${quote(name)}`);
        return false;
    }
    return true;
}
/** One key under two names would count twice. */
function isNewKey(key, others, where, draft) {
    const digits = toHex(key.publicKey);
    const twin = others.find((other) => toHex(other.key.publicKey) === digits);
    if (twin !== undefined) {
        draft.reasons.add("policy-duplicate-key", `${where}: expected a new key, found that of ${quote(twin.key.name)} again`);
    }
    return twin === undefined;
}
function checkWhole(draft) {
    const { reasons } = draft;
    if (draft.quorums.length !== 1) {
        reasons.add("policy-quorum", `policy: expected exactly one quorum line, found ${draft.quorums.length}`);
    }
    for (const [what, items] of [
        ["logs", draft.logs],
        ["witnesses", draft.witnesses],
        ["groups", draft.groups],
    ]) {
        if (items.length > MAX_POLICY_ITEMS) {
            reasons.add("policy-too-large", `policy: expected at most ${MAX_POLICY_ITEMS} ${what}, found ${items.length}`);
        }
    }
}
/** True if the witnesses that agreed, by their names in the policy, are enough for its quorum. */
function meetsQuorum(policy, agreed) {
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

// ---- note.ts

// Signed notes (c2sp.org/signed-note): a text, an empty line, signature lines. Read only; whose
// signatures count is decided by the policy.

/** The largest note that is read, in bytes. */
const MAX_NOTE_BYTES = 1_000_000;
/** The most signature lines that are read. Sixteen are what every verifier must accept. */
const MAX_SIGNATURES = 100;
const DASH = "\u2014 ";
/** Takes a note apart. Adds every reason why it is none, and returns `null` then. */
function parseNote(content, reasons) {
    const whole = readText(content, MAX_NOTE_BYTES, "note", reasons);
    if (whole === null) {
        return null;
    }
    const before = reasons.count;
    checkCharacters(whole, reasons);
    if (!whole.endsWith("\n")) {
        reasons.add("note-no-final-newline", "note: expected a line end at the end, found none");
    }
    // The text may contain empty lines itself: the last one separates.
    const separator = whole.lastIndexOf("\n\n");
    if (separator === -1) {
        reasons.add("note-no-separator", "note: expected an empty line before the signatures, found none");
        return null;
    }
    const text = whole.slice(0, separator + 1);
    const signatures = parseSignatures(whole.slice(separator + 2), text.split("\n").length + 1, reasons);
    return reasons.count === before
        ? Object.freeze({ text, textBytes: utf8(text), signatures })
        : null;
}
function checkCharacters(whole, reasons) {
    for (const [at, line] of whole.split("\n").entries()) {
        const found = /[\u0000-\u001f]/.exec(line);
        if (found !== null) {
            reasons.add("note-control-character", `note, line ${at + 1}: expected no control character, found ${quote(found[0])}`);
            return;
        }
    }
}
function parseSignatures(part, firstLine, reasons) {
    const lines = part.split("\n");
    if (lines.at(-1) === "") {
        lines.pop();
    }
    if (lines.length === 0) {
        reasons.add("note-no-signature", "note: expected a signature line, found none");
    }
    if (lines.length > MAX_SIGNATURES) {
        reasons.add("note-too-many-signatures", `note: expected at most ${MAX_SIGNATURES} signature lines, found ${lines.length}`);
        return [];
    }
    return lines.flatMap((text, at) => {
        const line = firstLine + at;
        const parsed = parseSignature(text, line);
        if (parsed === null) {
            reasons.add("note-signature-line", `note, line ${line}: expected a dash, a key name and canonical base64 of a key id and a signature, found ${quote(text)}`);
            return [];
        }
        return [parsed];
    });
}
function parseSignature(text, line) {
    if (!text.startsWith(DASH)) {
        return null;
    }
    const rest = text.slice(DASH.length);
    const space = rest.indexOf(" ");
    const name = rest.slice(0, Math.max(space, 0));
    const bytes = decodeBase64(rest.slice(space + 1));
    if (!isKeyName(name) || bytes === null || bytes.length < 5) {
        return null;
    }
    return Object.freeze({
        line,
        name,
        keyId: toHex(bytes.slice(0, 4)),
        signature: bytes.slice(4),
    });
}

// ---- signedCheckpoint.ts

// A checkpoint with its signatures, judged by a policy: the log's own signature, every known signature
// line, the witnesses that agree, and when they said so.

/**
 * Reads and judges a signed checkpoint. Adds every reason against it. Returns what it states only if the
 * log's signature holds and no known signature is invalid, even where the quorum is not met.
 */
async function openCheckpoint(content, policy, rules, reasons) {
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
function isBy(line, key) {
    return line.name === key.name && line.keyId === key.id;
}
function refuseSignature(line, reasons) {
    reasons.add("signature-not-valid", `note, line ${line.line}: expected a valid signature by ${quote(line.name)}, found one that does not hold for this text`);
}
/** The names of the policy's logs that signed the text. */
async function checkLogSignatures(note, policy, reasons) {
    const signers = new Set();
    for (const line of note.signatures) {
        for (const { key } of policy.logs.filter((log) => isBy(line, log.key))) {
            if (await verifyEd25519(key.publicKey, note.textBytes, line.signature)) {
                signers.add(key.name);
            }
            else {
                refuseSignature(line, reasons);
            }
        }
    }
    return signers;
}
/** The newest time of each witness of the policy that cosigned, by its name in the policy. */
async function checkCosignatures(note, policy, reasons) {
    const times = new Map();
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
function checkSigner(checkpoint, signers, policy, reasons) {
    if (signers.has(checkpoint.origin)) {
        return;
    }
    const [other] = signers;
    if (other !== undefined) {
        reasons.add("signature-origin", `note: expected a signature by the log that the text names, ${quote(checkpoint.origin)}, found only one by ${quote(other)}`);
        return;
    }
    const known = policy.logs.map(({ key }) => quote(key.name)).join(", ");
    reasons.add("signature-no-log", `note: expected a signature by a log of the policy (${known}), found none`);
}
function missingQuorum(policy, times) {
    const found = [...times.keys()].map(quote).join(", ");
    const group = policy.groups.find(({ name }) => name === policy.quorum);
    const wanted = group === undefined
        ? `the witness ${quote(policy.quorum)}`
        : `${group.threshold} of ${group.members.map(quote).join(", ")}`;
    return `quorum: expected valid cosignatures of ${wanted}, found ${found === "" ? "none" : found}`;
}
function cosigned(witness, time, origin, policy) {
    const { key } = witness;
    const digits = key.publicKey.join();
    const operator = hostOf(key.name) === hostOf(origin) ||
        policy.logs.some((log) => log.key.publicKey.join() === digits);
    return Object.freeze({
        witness: witness.name,
        keyName: key.name,
        time,
        operator,
    });
}
/** The part of a key name before the first slash, in lower case: host names have no case. */
function hostOf(name) {
    return (name.split("/")[0] ?? "").toLowerCase();
}
/**
 * The latest time at which the quorum vouched for the checkpoint, in seconds since 1970: enough
 * witnesses signed then or later. A policy without quorum takes the newest independent time, else the
 * newest of any. `null` if nobody cosigned or the quorum is not met.
 */
function witnessedAt(policy, cosignatures) {
    const newestFirst = [...cosignatures].sort((a, b) => a.time === b.time ? 0 : a.time > b.time ? -1 : 1);
    if (policy.quorum === NO_QUORUM) {
        return (newestFirst.find(({ operator }) => !operator) ?? newestFirst[0])?.time ?? null;
    }
    const agreed = new Set();
    for (const { witness, time } of newestFirst) {
        agreed.add(witness);
        if (meetsQuorum(policy, agreed)) {
            return time;
        }
    }
    return null;
}

// ---- outcome.ts

// What a check answers: one object for proofs, pairs of checkpoints and whole logs.

/** How far a clock may be behind a witness's before a cosignature counts as from the future, in seconds. */
const CLOCK_TOLERANCE = 300n;
/** Summarises a judged checkpoint with the reasons found anywhere. Adds those about its age. */
function outcomeOf(signed, policy, freshness, reasons) {
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
function checkAge(vouched, age, { maxAge }, reasons, warnings) {
    if (age !== null && age < -CLOCK_TOLERANCE) {
        const text = `cosignatures: expected a time before now, found one ${-age} seconds ahead of this clock`;
        (maxAge === undefined ? warnings : reasons).add("freshness-future", text);
    }
    if (maxAge === undefined) {
        return;
    }
    if (vouched === null || age === null) {
        reasons.add("freshness-unknown", `checkpoint: expected an age of at most ${maxAge} seconds, found no cosignature that tells one`);
    }
    else if (age > maxAge) {
        reasons.add("freshness-too-old", `checkpoint: expected an age of at most ${maxAge} seconds, found ${age}; newer entries may be missing`);
    }
}
function warnOfWitnesses(cosignatures, independent, warnings) {
    for (const { witness, operator } of cosignatures) {
        if (operator) {
            warnings.add("witness-operator", `the witness ${quote(witness)} belongs to the operator and is not counted as independent`);
        }
    }
    if (independent === 0) {
        warnings.add("witness-none", "0 independent witnesses: a single signer, the operator, vouches that everybody is shown this log");
    }
    else if (independent === 1) {
        warnings.add("witness-single", "1 independent witness: nobody else confirms what it has seen");
    }
}
function warnOfUnsupported({ name, supported }, warnings) {
    if (!supported) {
        warnings.add("policy-unsupported-key", `the witness ${quote(name)} has a kind of key that this program does not check, so it never counts`);
    }
}
/** The policy, read if need be; `null` with reasons if it cannot be used for verification. */
async function usePolicy(input, reasons) {
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
async function withHost(check, failed) {
    const reasons = new Reasons();
    try {
        return await check(reasons);
    }
    catch (error) {
        if (!(error instanceof HostError)) {
            throw error;
        }
        reasons.add(error.code, error.message);
        return failed(outcomeOf(null, null, undefined, reasons));
    }
}

// ---- tile.ts

// Where the files of a log lie (c2sp.org/tlog-tiles) and what an entry bundle holds.
/** Hashes in a full tile, and entries in a full bundle. */
const TILE_WIDTH = 256;
/** The highest level that a tree of fewer than 2^63 leaves has. */
const MAX_LEVEL = 7;
/** The path of a tile below the log's prefix, such as `tile/0/x001/234` or `tile/entries/000.p/17`. */
function tilePath(tile) {
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
function parseTilePath(path) {
    const [, level, digits, width] = PATH.exec(path) ?? [];
    if (level === undefined || digits === undefined || digits.length > 33) {
        return null;
    }
    const tile = {
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
function* tilesOfSize(size) {
    yield* rowOf("entries", size);
    let hashes = size;
    for (let level = 0; level <= MAX_LEVEL && hashes > 0n; level += 1) {
        yield* rowOf(level, hashes);
        hashes >>= 8n;
    }
}
/** How many hashes or entries a file holds in a tree of `size` leaves: 0 if the tree has no such file. */
function widthInTree(level, number, size) {
    const count = level === "entries" ? size : size >> BigInt(8 * level);
    const full = count >> 8n;
    if (number === full) {
        return Number(count & 255n);
    }
    return number < full ? TILE_WIDTH : 0;
}
function* rowOf(level, count) {
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
function parseBundle(bytes, width, path, reasons) {
    const entries = [];
    let at = 0;
    while (at < bytes.length && entries.length < width) {
        const [high, low] = bytes.subarray(at, at + 2);
        if (high === undefined || low === undefined) {
            break;
        }
        const end = at + 2 + (high << 8) + low;
        if (end > bytes.length) {
            reasons.add("log-bundle", `${path}, entry ${entries.length}: expected to end at byte ${end}, found the file's end at ${bytes.length}`);
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
        reasons.add("log-bundle", `${path}: expected the end after ${width} entries, found ${bytes.length - at} more bytes`);
        return null;
    }
    return entries;
}

// ---- tileTree.ts

// The tree of a log, rebuilt from its leaves one tile at a time. Only the right edge is kept, so memory
// does not grow with the log.

/** Hashes pairs of neighbours until one hash is left; the count is a power of two. */
async function fold(hashes) {
    let row = hashes;
    while (row.length > 1) {
        const pairs = Array.from({ length: row.length >> 1 }, (_, at) => [row[2 * at], row[2 * at + 1]]);
        row = await Promise.all(pairs.flatMap(([left, right]) => left === undefined || right === undefined ? [] : [nodeHash(left, right)]));
    }
    return row[0] ?? emptyRoot();
}
/** A growing tree. */
class TileTree {
    /** For each level the hashes of the last tile, fewer than 256, and the number of that tile. */
    #rows = [];
    #onTile;
    #size = 0n;
    /** `onTile` hears of each full tile when it fills, and of the partial ones from {@link finish}. */
    constructor(onTile) {
        this.#onTile = onTile;
    }
    /** Number of leaves so far. */
    get size() {
        return this.#size;
    }
    /** Adds leaf hashes on the right. */
    async append(leaves) {
        this.#size += BigInt(leaves.length);
        await this.#add(0, leaves);
    }
    async #add(level, hashes) {
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
    async finish() {
        for (const [level, { hashes, number }] of this.#rows.entries()) {
            if (hashes.length > 0) {
                await this.#onTile(level, number, hashes);
            }
        }
    }
    /** The root of the tree so far. */
    async root() {
        // The complete subtrees on the right edge, smallest first: each is the left neighbour of all before.
        let right = null;
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

// ---- proof.ts

// Inclusion and consistency (RFC 9162 sections 2.1.3.2 and 2.1.4.2, in the form without recursion).
//
// `inner` counts the levels on which the path runs inside a complete subtree, `border` those along the
// right edge of the tree, where every hash of the proof stands on the left.

/** The most hashes that a proof can hold: one a level of a tree of fewer than 2^63 leaves. */
const MAX_PROOF_HASHES = 63;
function bitLength(value) {
    return value === 0n ? 0 : value.toString(2).length;
}
function popCount(value) {
    return value.toString(2).split("1").length - 1;
}
function trailingZeros(value) {
    const digits = value.toString(2);
    return digits.length - 1 - digits.lastIndexOf("1");
}
function isSet(value, bit) {
    return ((value >> BigInt(bit)) & 1n) === 1n;
}
function checkHashes(proof, reasons) {
    if (proof.length > MAX_PROOF_HASHES) {
        reasons.add("proof-too-long", `proof: expected at most ${MAX_PROOF_HASHES} hashes, found ${proof.length}`);
    }
    for (const [at, hash] of proof.slice(0, MAX_PROOF_HASHES).entries()) {
        if (hash.length !== HASH_BYTES) {
            reasons.add("proof-hash", `proof, hash ${at + 1}: expected ${HASH_BYTES} bytes, found ${hash.length}`);
        }
    }
}
function checkRange(what, value, reasons) {
    if (value < 0n || value > MAX_INTEGER) {
        reasons.add("proof-range", `${what}: expected 0 to 2^63 - 1, found ${value}`);
    }
}
function checkLength(expected, found, reasons) {
    if (expected !== found) {
        reasons.add("proof-length", `proof: expected ${expected} hashes for these sizes, found ${found}`);
    }
}
/** Checks that a leaf stands at its index in a tree. Returns every reason why not; none means it does. */
async function checkInclusion(claim) {
    const { leafHash, index, size, proof, root } = claim;
    const reasons = new Reasons();
    checkRange("index", index, reasons);
    checkRange("size", size, reasons);
    checkHashes(proof, reasons);
    if (index >= size) {
        reasons.add("proof-index", `index: expected below the tree's size ${size}, found ${index}`);
    }
    if (reasons.count > 0) {
        return reasons.list();
    }
    const inner = bitLength(index ^ (size - 1n));
    const border = popCount(index >> BigInt(inner));
    checkLength(inner + border, proof.length, reasons);
    if (reasons.count > 0) {
        return reasons.list();
    }
    let hash = leafHash;
    for (const [level, sibling] of proof.entries()) {
        const onTheRight = level < inner && !isSet(index, level);
        hash = onTheRight ? await nodeHash(hash, sibling) : await nodeHash(sibling, hash);
    }
    if (!bytesEqual(hash, root)) {
        reasons.add("proof-root", `proof: the entry and its hashes do not lead to the root of the tree of size ${size}`);
    }
    return reasons.list();
}
/**
 * Checks that the earlier tree is the beginning of the later one. Returns every reason why not; none
 * means it is.
 */
async function checkConsistency(claim) {
    const { oldSize, oldRoot, newSize, newRoot, proof } = claim;
    const reasons = new Reasons();
    checkRange("earlier size", oldSize, reasons);
    checkRange("later size", newSize, reasons);
    checkHashes(proof, reasons);
    if (oldSize > newSize) {
        reasons.add("log-shrank", `later size: expected at least ${oldSize}, found ${newSize}`);
    }
    if (reasons.count > 0) {
        return reasons.list();
    }
    if (oldSize === newSize || oldSize === 0n) {
        checkLength(0, proof.length, reasons);
        if (oldSize === newSize && !bytesEqual(oldRoot, newRoot)) {
            reasons.add("log-two-trees", `two different roots for one size, ${oldSize}: if the log signed both, keep both files, for together they prove it`);
        }
        if (oldSize === 0n && !bytesEqual(oldRoot, await emptyRoot())) {
            reasons.add("proof-old-root", "earlier root: expected the root of the empty tree");
        }
        return reasons.list();
    }
    // The part of the earlier tree that is one complete subtree needs no proof below its root.
    const complete = trailingZeros(oldSize);
    const last = oldSize - 1n;
    const allInner = bitLength(last ^ (newSize - 1n));
    const border = popCount(last >> BigInt(allInner));
    const inner = allInner - complete;
    const isPowerOfTwo = oldSize === 1n << BigInt(complete);
    checkLength(inner + border + (isPowerOfTwo ? 0 : 1), proof.length, reasons);
    const seed = isPowerOfTwo ? oldRoot : proof[0];
    if (reasons.count > 0 || seed === undefined) {
        return reasons.list();
    }
    const mask = last >> BigInt(complete);
    let oldHash = seed;
    let newHash = seed;
    for (const [level, sibling] of proof.slice(isPowerOfTwo ? 0 : 1).entries()) {
        if (level >= inner || isSet(mask, level)) {
            oldHash = await nodeHash(sibling, oldHash);
            newHash = await nodeHash(sibling, newHash);
        }
        else {
            newHash = await nodeHash(newHash, sibling);
        }
    }
    if (!bytesEqual(oldHash, oldRoot)) {
        reasons.add("proof-old-root", `proof: does not lead to the earlier root, of size ${oldSize}`);
    }
    if (!bytesEqual(newHash, newRoot)) {
        reasons.add("proof-root", `proof: does not lead to the later root, of size ${newSize}`);
    }
    return reasons.list();
}

// ---- proofFile.ts

// Proof files (c2sp.org/tlog-proof): the receipt for one entry. It holds the entry's place, the hashes
// that lead from it to the root, and the signed checkpoint that states the root.

/** The largest proof file that is read, in bytes: a checkpoint and room for the extra line. */
const MAX_PROOF_FILE_BYTES = MAX_NOTE_BYTES + 100_000;
/** The first line. */
const PROOF_HEADER = "c2sp.org/tlog-proof@v1";
/** Takes a proof file apart. Adds every reason why it is none, and returns `null` then. */
function parseProofFile(content, reasons) {
    const text = readText(content, MAX_PROOF_FILE_BYTES, "proof file", reasons);
    if (text === null) {
        return null;
    }
    const before = reasons.count;
    const end = text.indexOf("\n\n");
    const head = end === -1 ? text.replace(/\n$/, "") : text.slice(0, end);
    const lines = head.split("\n");
    if (end === -1) {
        reasons.add("proof-no-checkpoint", "proof file: expected an empty line and a signed checkpoint, found neither");
    }
    if (lines[0] !== PROOF_HEADER) {
        reasons.add("proof-header", `proof file, line 1: expected ${quote(PROOF_HEADER)}, found ${quote(lines[0] ?? "")}`);
        return null;
    }
    const hasExtra = lines[1]?.startsWith("extra ") === true;
    const extra = hasExtra ? parseExtra(lines[1] ?? "", reasons) : null;
    const at = hasExtra ? 2 : 1;
    const index = parseIndex(lines[at] ?? "", at + 1, reasons);
    const hashes = parseHashes(lines.slice(at + 1), at + 2, reasons);
    return reasons.count === before && index !== null
        ? Object.freeze({ extra, index, hashes, checkpoint: text.slice(end + 2) })
        : null;
}
function parseExtra(line, reasons) {
    const bytes = decodeBase64(line.slice("extra ".length));
    if (bytes === null || bytes.length === 0) {
        reasons.add("proof-extra", `proof file, line 2: expected canonical base64 after extra, found ${quote(line)}`);
        return null;
    }
    return bytes;
}
function parseIndex(line, number, reasons) {
    if (!line.startsWith("index ")) {
        reasons.add("proof-index", `proof file, line ${number}: expected index and a number, found ${quote(line)}`);
        return null;
    }
    const digits = line.slice("index ".length);
    const index = parseDecimal(digits);
    if (index === null) {
        reasons.add("proof-index", `proof file, line ${number}: ${wantedDecimal(digits)}`);
    }
    return index;
}
function parseHashes(lines, firstLine, reasons) {
    if (lines.length > MAX_PROOF_HASHES) {
        reasons.add("proof-too-long", `proof file: expected at most ${MAX_PROOF_HASHES} hashes, found ${lines.length}`);
        return [];
    }
    return lines.flatMap((line, at) => {
        const hash = decodeBase64(line);
        if (hash?.length !== HASH_BYTES) {
            reasons.add("proof-hash", `proof file, line ${firstLine + at}: expected ${HASH_BYTES} bytes in canonical base64, found ${quote(line)}`);
            return [];
        }
        return [hash];
    });
}

// ---- verify.ts

// The checks that a page or a program calls: a checkpoint, an entry's proof, two checkpoints of one log.

/** The largest entry that a log can hold, in bytes. */
const MAX_ENTRY_BYTES = 65_535;
/** Judges a signed checkpoint by a policy. Says nothing about the entries that it covers. */
function verifyCheckpoint(input) {
    const check = async (reasons) => {
        const policy = await usePolicy(input.policy, reasons);
        const rules = { needsQuorum: true };
        const signed = policy && (await openCheckpoint(input.checkpoint, policy, rules, reasons));
        return outcomeOf(signed, policy, input.freshness, reasons);
    };
    return withHost(check, (outcome) => outcome);
}
/** Checks that an entry is in a log that the policy accepts. */
function verifyProof(input) {
    const check = async (reasons) => {
        const policy = await usePolicy(input.policy, reasons);
        const proof = parseProofFile(input.proofFile, reasons);
        const rules = { needsQuorum: true };
        const signed = policy && proof && (await openCheckpoint(proof.checkpoint, policy, rules, reasons));
        if (input.entryBytes.length > MAX_ENTRY_BYTES) {
            reasons.add("input-too-large", `entry: expected at most ${MAX_ENTRY_BYTES} bytes, found ${input.entryBytes.length}`);
        }
        else if (signed !== null && proof !== null) {
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
/** Checks that nothing was changed or removed between two checkpoints of one log. */
function verifyConsistency(input) {
    const check = async (reasons) => {
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
async function openEarlier(content, policy, reasons) {
    const found = new Reasons();
    const earlier = await openCheckpoint(content, policy, { needsQuorum: false }, found);
    reasons.addAllOf("earlier checkpoint", found.list());
    return earlier;
}
/** True if both are of one origin; otherwise adds a reason. */
function sameLog(earlier, later, reasons) {
    const expected = earlier.checkpoint.origin;
    const found = later.checkpoint.origin;
    if (expected !== found) {
        reasons.add("log-other-origin", `checkpoints: expected two of one log, found ${quote(expected)} and ${quote(found)}`);
    }
    return expected === found;
}

// ---- log.ts

// A whole log from its files: every entry hashed, every tile compared, the root computed again.
//
// The folder must hold what its checkpoint implies and nothing that it does not: no later file may stand
// there unvouched for. Partial tiles of earlier sizes may, as far as they agree with the later ones.

/** The check of a log stops after this many reasons: nothing new is learnt from more. */
const MAX_LOG_REASONS = 1000;
/** Rebuilds a log from its entries and compares every file with its signed checkpoint. */
function verifyLog(input) {
    const check = async (reasons) => {
        const policy = await usePolicy(input.policy, reasons);
        const earlier = policy && input.oldCheckpoint !== undefined
            ? await openEarlier(input.oldCheckpoint, policy, reasons)
            : null;
        const signed = policy && (await openOwn(input.files, policy, reasons));
        let rebuilt = { entries: 0n, comparedFiles: 0 };
        if (signed !== null) {
            const comparable = earlier !== null && sameLog(earlier, signed, reasons);
            const rebuild = new Rebuild(input, signed, comparable ? earlier : null, reasons);
            rebuilt = await rebuild.run();
        }
        const outcome = outcomeOf(signed, policy, input.freshness, reasons);
        return Object.freeze({ ...outcome, ...rebuilt, oldSize: earlier?.checkpoint.size ?? null });
    };
    return withHost(check, (outcome) => ({
        ...outcome,
        entries: 0n,
        comparedFiles: 0,
        oldSize: null,
    }));
}
async function openOwn(files, policy, reasons) {
    const content = await files.read("checkpoint");
    if (content === null) {
        reasons.add("log-missing-file", "checkpoint: expected a file, found none");
        return null;
    }
    return openCheckpoint(content, policy, { needsQuorum: true }, reasons);
}
/** One run over the files of a log. */
class Rebuild {
    #input;
    #signed;
    #earlier;
    #reasons;
    #tree;
    /** Widths of listed partial files of earlier sizes, by the path of the full file. */
    #older = new Map();
    #entries = 0n;
    #compared = 0;
    /** False once a leaf is unknown: hashes above it then say nothing. */
    #complete = true;
    constructor(input, signed, earlier, reasons) {
        this.#input = input;
        this.#signed = signed;
        this.#earlier = earlier;
        this.#reasons = reasons;
        this.#tree = new TileTree((level, number, hashes) => this.#checkTile(level, number, hashes));
    }
    async run() {
        const { size, root } = this.#signed.checkpoint;
        this.#sortPaths(size);
        const oldSize = this.#earlier?.checkpoint.size ?? 0n;
        if (oldSize > size) {
            this.#reasons.add("log-shrank", `checkpoint: expected at least ${oldSize} entries, found ${size}`);
        }
        const bundles = (size + BigInt(TILE_WIDTH - 1)) >> 8n;
        for (let number = 0n; number < bundles; number += 1n) {
            if (this.#reasons.count > MAX_LOG_REASONS) {
                this.#reasons.add("log-root", `log: stopped at entry ${number * 256n} after too many reasons`);
                return { entries: this.#entries, comparedFiles: this.#compared };
            }
            await this.#addBundle(number, widthInTree("entries", number, size));
            this.#input.onProgress?.(this.#tree.size, size);
        }
        await this.#tree.finish();
        if (this.#complete && !bytesEqual(await this.#tree.root(), root)) {
            this.#reasons.add("log-root", "log: the entries do not lead to the root that the checkpoint states");
        }
        return { entries: this.#entries, comparedFiles: this.#compared };
    }
    /** Finds files that the checkpoint does not imply, and remembers the partial ones of earlier sizes. */
    #sortPaths(size) {
        for (const path of this.#input.files.paths ?? []) {
            const tile = parseTilePath(path);
            const width = tile === null ? 0 : widthInTree(tile.level, tile.number, size);
            if (tile === null || tile.width > width) {
                this.#reasons.add("log-unexpected-file", `${quote(path)}: expected only files that the checkpoint covers, found another`);
            }
            else if (tile.width < width) {
                const whole = tilePath({ ...tile, width: TILE_WIDTH });
                this.#older.set(whole, [...(this.#older.get(whole) ?? []), tile.width]);
            }
        }
    }
    /** Reads one bundle and puts its leaves into the tree. */
    async #addBundle(number, width) {
        const leaves = (await this.#leavesOf(number, width)) ?? (await this.#leavesOfTile(number, width));
        if (leaves === null) {
            this.#complete = false;
            // The tree keeps its shape, so that the files below the gap's own level are still compared.
            await this.#append(Array.from({ length: width }, () => new Uint8Array(HASH_BYTES)));
            return;
        }
        await this.#append(leaves);
    }
    async #leavesOf(number, width) {
        const tile = { level: "entries", number, width };
        const path = tilePath(tile);
        const bytes = await this.#read(path);
        const entries = bytes && parseBundle(bytes, width, path, this.#reasons);
        if (bytes === null || entries === null) {
            return null;
        }
        this.#entries += BigInt(width);
        await this.#checkOlder(tile, (olderWidth) => {
            const length = entries.slice(0, olderWidth).reduce((sum, entry) => sum + 2 + entry.length, 0);
            return bytes.subarray(0, length);
        });
        return Promise.all(entries.map(leafHash));
    }
    /** The hashes of a level-0 tile, which stand in for entries that cannot be read. */
    async #leavesOfTile(number, width) {
        const bytes = await this.#input.files.read(tilePath({ level: 0, number, width }));
        if (bytes?.length !== width * HASH_BYTES) {
            return null;
        }
        return Array.from({ length: width }, (_, at) => bytes.slice(HASH_BYTES * at, HASH_BYTES * (at + 1)));
    }
    /** Appends leaves, and looks at the root when the tree has the earlier checkpoint's size. */
    async #append(leaves) {
        const earlier = this.#earlier?.checkpoint;
        const until = Number((earlier?.size ?? 0n) - this.#tree.size);
        if (earlier === undefined || until <= 0 || until > leaves.length) {
            return this.#tree.append(leaves);
        }
        await this.#tree.append(leaves.slice(0, until));
        if (this.#complete && !bytesEqual(await this.#tree.root(), earlier.root)) {
            this.#reasons.add("log-old-root", `log: the first ${earlier.size} entries do not lead to the root of the earlier checkpoint; keep both checkpoints, for together they prove it`);
        }
        await this.#tree.append(leaves.slice(until));
    }
    /** Compares a hash tile with the hashes computed from the entries. */
    async #checkTile(level, number, hashes) {
        const tile = { level, number, width: hashes.length };
        const path = tilePath(tile);
        const bytes = await this.#read(path);
        if (bytes === null || !this.#complete) {
            return;
        }
        const expected = concatBytes(...hashes);
        if (bytes.length !== expected.length) {
            this.#reasons.add("log-tile", `${path}: expected ${expected.length} bytes, found ${bytes.length}`);
            return;
        }
        const different = bytes.findIndex((byte, at) => byte !== expected[at]);
        if (different !== -1) {
            const at = Math.floor(different / HASH_BYTES);
            const below = level === 0 ? `entry ${number * 256n + BigInt(at)}` : "the tiles below";
            this.#reasons.add("log-tile", `${path}, hash ${at}: expected that of ${below}, found another`);
        }
        await this.#checkOlder(tile, (width) => expected.subarray(0, width * HASH_BYTES));
    }
    /** Compares partial files of earlier sizes with the beginning of the present one. */
    async #checkOlder(tile, expected) {
        for (const width of this.#older.get(tilePath({ ...tile, width: TILE_WIDTH })) ?? []) {
            const path = tilePath({ ...tile, width });
            const bytes = await this.#read(path);
            if (bytes !== null && !bytesEqual(bytes, expected(width))) {
                this.#reasons.add("log-tile", `${path}: expected the beginning of ${tilePath(tile)}, found other bytes`);
            }
        }
    }
    /** Reads a file that must be there. */
    async #read(path) {
        const bytes = await this.#input.files.read(path);
        if (bytes === null) {
            this.#reasons.add("log-missing-file", `${path}: expected a file, found none`);
        }
        else {
            this.#compared += 1;
        }
        return bytes;
    }
}

// ---- receipt.ts

// The receipt of an entry, made from the files of a log: the entry, the hashes that lead from it to the root
// (RFC 6962 section 2.1.1), and the checkpoint. Whose signatures count is not asked here; verifyProof does.

/** Makes the receipt of the entry at a place, counted from 0, from the files of a log. */
async function makeReceipt(files, index) {
    const reasons = new Reasons();
    const draft = {
        note: null,
        checkpoint: null,
        entry: null,
    };
    let hashes = [];
    try {
        const content = await files.read("checkpoint");
        if (content === null) {
            reasons.add("log-missing-file", "checkpoint: expected a file, found none");
        }
        else {
            const note = parseNote(content, reasons);
            draft.note = fromUtf8(content);
            draft.checkpoint = note && (await parseCheckpoint(note.text, reasons));
        }
        if (draft.checkpoint !== null) {
            const { size, root } = draft.checkpoint;
            if (index < 0n || index >= size) {
                reasons.add("proof-index", `index: expected below the log's size ${size}, found ${index}`);
            }
            else {
                const tiles = new Tiles(files, size, reasons);
                draft.entry = await tiles.entry(index);
                hashes = await path(tiles, index, 0n, size);
                if (draft.entry !== null && reasons.count === 0) {
                    const leaf = await leafHash(draft.entry);
                    await compareLeaf(tiles, index, leaf, reasons);
                    reasons.addAll(await checkInclusion({ leafHash: leaf, index, size, proof: hashes, root }));
                }
            }
        }
    }
    catch (error) {
        if (!(error instanceof HostError)) {
            throw error;
        }
        reasons.add(error.code, error.message);
    }
    const { note, checkpoint, entry } = draft;
    const isWhole = reasons.count === 0 && note !== null && entry !== null;
    return Object.freeze({
        proofFile: isWhole ? writeProofFile(index, entry, hashes, note) : null,
        entry,
        checkpoint,
        reasons: reasons.list(),
    });
}
function writeProofFile(index, entry, hashes, note) {
    // An entry of no bytes needs no line, and the format has none for it.
    const extra = entry.length === 0 ? [] : [`extra ${encodeBase64(entry)}`];
    const lines = [PROOF_HEADER, ...extra, `index ${index}`, ...hashes.map(encodeBase64)];
    return `${lines.join("\n")}\n\n${note}`;
}
/** Says where it is that a record and the tree differ, which a root alone cannot. */
async function compareLeaf(tiles, index, leaf, reasons) {
    const stated = await tiles.hash(0, index);
    if (stated !== null && !bytesEqual(stated, leaf)) {
        reasons.add("log-tile", `entry ${index}: expected the record that its hash in the tree is of, found another`);
    }
}
/** The largest power of two below `size`, which is above 1. */
function splitOf(size) {
    return 1n << BigInt((size - 1n).toString(2).length - 1);
}
/** The siblings of a leaf in the tree over the leaves from `start` to before `end`, from the leaf up. */
async function path(tiles, index, start, end) {
    if (end - start <= 1n) {
        return [];
    }
    const middle = start + splitOf(end - start);
    const isLeft = index < middle;
    const below = isLeft ? await path(tiles, index, start, middle) : await path(tiles, index, middle, end);
    const sibling = isLeft ? await subtree(tiles, middle, end) : await subtree(tiles, start, middle);
    return sibling === null ? below : [...below, sibling];
}
/** The hash over the leaves from `start` to before `end`; `null` where a tile is missing. */
async function subtree(tiles, start, end) {
    const size = end - start;
    const levels = size.toString(2).length - 1;
    if (size !== 1n << BigInt(levels)) {
        const middle = start + splitOf(size);
        const left = await subtree(tiles, start, middle);
        const right = await subtree(tiles, middle, end);
        return left === null || right === null ? null : nodeHash(left, right);
    }
    // A complete subtree: 2^(levels mod 8) neighbours of one tile, folded.
    const level = levels >> 3;
    const first = start >> BigInt(8 * level);
    const hashes = await Promise.all(Array.from({ length: 1 << (levels & 7) }, (_, at) => tiles.hash(level, first + BigInt(at))));
    const known = hashes.filter((hash) => hash !== null);
    return known.length < hashes.length ? null : fold(known);
}
/** The tiles and bundles of a tree, each read once. */
class Tiles {
    #files;
    #size;
    #reasons;
    #read = new Map();
    constructor(files, size, reasons) {
        this.#files = files;
        this.#size = size;
        this.#reasons = reasons;
    }
    /** An entry. */
    async entry(index) {
        const number = index >> 8n;
        const width = widthInTree("entries", number, this.#size);
        const path = tilePath({ level: "entries", number, width });
        const bytes = await this.#file(path);
        const entries = bytes && parseBundle(bytes, width, path, this.#reasons);
        return entries?.[Number(index & 255n)] ?? null;
    }
    /** The hash at a place of a row of tiles. */
    async hash(level, place) {
        const number = place >> 8n;
        const path = tilePath({ level, number, width: widthInTree(level, number, this.#size) });
        const bytes = await this.#file(path);
        const at = HASH_BYTES * Number(place & BigInt(TILE_WIDTH - 1));
        return bytes === null ? null : bytes.slice(at, at + HASH_BYTES);
    }
    #file(path) {
        const known = this.#read.get(path);
        if (known !== undefined) {
            return known;
        }
        const reading = this.#load(path);
        this.#read.set(path, reading);
        return reading;
    }
    async #load(path) {
        const bytes = await this.#files.read(path);
        if (bytes === null) {
            this.#reasons.add("log-missing-file", `${path}: expected a file, found none`);
            return null;
        }
        const isBundle = path.startsWith("tile/entries/");
        const width = Number(/\.p\/([0-9]+)$/.exec(path)?.[1] ?? TILE_WIDTH);
        if (!isBundle && bytes.length !== width * HASH_BYTES) {
            this.#reasons.add("log-tile", `${path}: expected ${width * HASH_BYTES} bytes, found ${bytes.length}`);
            return null;
        }
        return bytes;
    }
}

export {
  HostError,
  MAX_ENTRY_BYTES,
  MAX_INTEGER,
  MAX_LOG_REASONS,
  MAX_NOTE_BYTES,
  MAX_POLICY_BYTES,
  MAX_POLICY_ITEMS,
  MAX_PROOF_FILE_BYTES,
  MAX_PROOF_HASHES,
  MAX_SIGNATURES,
  Reasons,
  TILE_WIDTH,
  TileTree,
  checkConsistency,
  checkInclusion,
  cosignedMessage,
  decodeBase64,
  emptyRoot,
  encodeBase64,
  explain,
  explainSigners,
  formatAge,
  formatTime,
  fromHex,
  isKeyName,
  keyId,
  leafHash,
  makeReceipt,
  meetsQuorum,
  nodeHash,
  openCheckpoint,
  parseBundle,
  parseCheckpoint,
  parseDecimal,
  parseNote,
  parsePolicy,
  parseProofFile,
  parseTilePath,
  parseVerifierKey,
  publicKeyDefect,
  quote,
  sha256,
  tilePath,
  tilesOfSize,
  toHex,
  verifyCheckpoint,
  verifyConsistency,
  verifyCosignature,
  verifyEd25519,
  verifyLog,
  verifyProof,
  widthInTree,
};
