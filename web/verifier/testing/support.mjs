// What the tests share: the vectors, an oracle of the tree that is recursive and synchronous, and keys
// that can sign. None of it uses the verifier, so that it can disagree with it.

import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** True if `SCRUTINEER_REQUIRE` names the thing: then its absence is a failure. */
export function isRequired(thing) {
  return (process.env.SCRUTINEER_REQUIRE ?? "").split(",").includes(thing);
}

const SHARED =
  process.env.SCRUTINEER_SHARED ?? fileURLToPath(new URL("../../../../shared", import.meta.url));

function loadVectors() {
  const path = `${SHARED}/vectors/tlog.json`;
  if (existsSync(path)) {
    return JSON.parse(readFileSync(path, "utf8"));
  }
  if (isRequired("shared")) {
    throw new Error("SCRUTINEER_REQUIRE names shared, and there is no vectors/tlog.json in it");
  }
  return null;
}

/** The vectors, or `null` where the folder `shared` is absent. */
export const vectors = loadVectors();

/** The options of a test that needs the vectors. */
export const needsVectors =
  vectors === null
    ? { skip: "skipped: needs shared; set SCRUTINEER_SHARED to the folder with vectors/tlog.json" }
    : {};

export const hex = (text) => new Uint8Array(Buffer.from(text, "hex"));
export const text = (content) => new Uint8Array(Buffer.from(content));

export function sha256(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(part);
  }
  return new Uint8Array(hash.digest());
}

export const leaf = (entry) => sha256(Uint8Array.of(0), entry);
export const node = (left, right) => sha256(Uint8Array.of(1), left, right);
export const entryOf = (index) => text(`entry ${index}`);

/** The largest power of two below n, for n of at least 2. */
function split(n) {
  let k = 1;
  while (2 * k < n) {
    k *= 2;
  }
  return k;
}

/** The tree over the given leaf hashes, straight from the recursive definitions of RFC 6962. */
export class Oracle {
  #leaves;
  #known = new Map();

  constructor(leaves) {
    this.#leaves = leaves;
  }

  /** MTH of the leaves from `start` to before `end`. */
  root(start, end) {
    const key = `${start}-${end}`;
    let found = this.#known.get(key);
    if (found === undefined) {
      const n = end - start;
      const middle = start + (n > 1 ? split(n) : 0);
      found =
        n === 0
          ? sha256()
          : n === 1
            ? this.#leaves[start]
            : node(this.root(start, middle), this.root(middle, end));
      this.#known.set(key, found);
    }
    return found;
  }

  /** PATH(m, D[n]) of section 2.1.1. */
  inclusion(m, start, end) {
    if (end - start <= 1) {
      return [];
    }
    const k = split(end - start);
    const middle = start + k;
    return m < k
      ? [...this.inclusion(m, start, middle), this.root(middle, end)]
      : [...this.inclusion(m - k, middle, end), this.root(start, middle)];
  }

  /** PROOF(m, D[n]) of section 2.1.2. */
  consistency(m, n) {
    return m === 0 || m === n ? [] : this.#subproof(m, 0, n, true);
  }

  #subproof(m, start, end, complete) {
    const n = end - start;
    if (m === n) {
      return complete ? [] : [this.root(start, end)];
    }
    const k = split(n);
    const middle = start + k;
    return m <= k
      ? [...this.#subproof(m, start, middle, complete), this.root(middle, end)]
      : [...this.#subproof(m - k, middle, end, false), this.root(start, middle)];
  }
}

/** The oracle over `entry 0`, `entry 1`, ... */
export function oracleOf(size) {
  return new Oracle(Array.from({ length: size }, (_, index) => leaf(entryOf(index))));
}

const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** A key that signs, made from one byte repeated; for tests only. */
export class Signer {
  constructor(name, seedByte, type) {
    const der = Buffer.concat([PKCS8, Buffer.alloc(32, seedByte)]);
    this.name = name;
    this.privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    const spki = createPublicKey(this.privateKey).export({ format: "der", type: "spki" });
    this.publicKey = new Uint8Array(spki.subarray(-32));
    this.type = type;
  }

  get id() {
    return sha256(text(`${this.name}\n`), Uint8Array.of(this.type), this.publicKey).slice(0, 4);
  }

  get vkey() {
    const encoded = Buffer.concat([Uint8Array.of(this.type), this.publicKey]).toString("base64");
    return `${this.name}+${Buffer.from(this.id).toString("hex")}+${encoded}`;
  }

  /** A signature line with the given bytes after the key id. */
  lineOf(signature) {
    return `\u2014 ${this.name} ${Buffer.concat([this.id, signature]).toString("base64")}\n`;
  }

  /** The log's own signature line over a text. */
  line(body) {
    return this.lineOf(sign(null, Buffer.from(body), this.privateKey));
  }

  /** A witness's signature line over a text. */
  cosign(body, time) {
    const stamp = Buffer.alloc(8);
    stamp.writeBigUInt64BE(BigInt(time));
    const message = Buffer.from(`cosignature/v1\ntime ${time}\n${body}`);
    return this.lineOf(Buffer.concat([stamp, sign(null, message, this.privateKey)]));
  }
}

export const base64 = (bytes) => Buffer.from(bytes).toString("base64");

/** The text of a checkpoint. */
export const bodyOf = (origin, size, root) => `${origin}\n${size}\n${base64(root)}\n`;

/** The log and the witnesses of the tests that make their own checkpoints. */
export const log = new Signer("log.test/one", 1, 1);
export const witness = new Signer("witness.test/a", 2, 4);
export const otherWitness = new Signer("other-witness.test/b", 3, 4);

/** A policy with both witnesses and the given quorum: `none`, `A`, `B` or `either`. */
export const policyOf = (quorum) => `log ${log.vkey}
witness A ${witness.vkey}
witness B ${otherWitness.vkey}
group either any A B
quorum ${quorum}
`;

/** The codes of an outcome's reasons, each once, in order. */
export const codes = (outcome) => [...new Set(outcome.reasons.map(({ code }) => code))];
