// The cases on which implementations of Ed25519 differ, with numbers worked out from the curve itself.

import assert from "node:assert/strict";
import { sign } from "node:crypto";
import { test } from "node:test";

import { publicKeyDefect, verifyEd25519 } from "../dist/scrutineer-verifier.mjs";
import { hex, log, text } from "../testing/support.mjs";

const P = (1n << 255n) - 19n;
const L = (1n << 252n) + 27742317777372353535851937790883648493n;
const mod = (value) => ((value % P) + P) % P;

function power(base, exponent) {
  let result = 1n;
  for (let square = mod(base), left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) {
      result = mod(result * square);
    }
    square = mod(square * square);
  }
  return result;
}

const inverse = (value) => power(value, P - 2n);
const D = mod(-121665n * inverse(121666n));

/** The two x of a y, or none if y is not on the curve. */
function xsOf(y) {
  const square = mod((y * y - 1n) * inverse(D * y * y + 1n));
  for (const factor of [1n, power(2n, (P - 1n) / 4n)]) {
    const x = mod(power(square, (P + 3n) / 8n) * factor);
    if (mod(x * x) === square) {
      return x === 0n ? [0n] : [x, P - x];
    }
  }
  return [];
}

function add([x1, y1], [x2, y2]) {
  const k = mod(D * x1 * x2 * y1 * y2);
  return [
    mod((x1 * y2 + x2 * y1) * inverse(1n + k)),
    mod((y1 * y2 + x1 * x2) * inverse(1n - k)),
  ];
}

function times(scalar, point) {
  let result = [0n, 1n];
  for (let square = point, left = scalar; left > 0n; left >>= 1n) {
    if (left & 1n) {
      result = add(result, square);
    }
    square = add(square, square);
  }
  return result;
}

function encode(y, sign_) {
  const bytes = new Uint8Array(32);
  for (let at = 0, left = y | (sign_ << 255n); at < 32; at += 1, left >>= 8n) {
    bytes[at] = Number(left & 255n);
  }
  return bytes;
}

const decodeScalar = (bytes) => BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`);

/** All points whose order divides eight: the multiples of one of order eight, which L times some point is. */
function torsion() {
  for (let y = 2n; ; y += 1n) {
    for (const x of xsOf(y).slice(0, 1)) {
      const point = times(L, [x, y]);
      const multiples = [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n].map((scalar) => times(scalar, point));
      if (new Set(multiples.map(String)).size === 8) {
        return multiples;
      }
    }
  }
}

test("every key of small order is refused, in every encoding", () => {
  const points = torsion();
  assert.equal(points.length, 8);
  assert.deepEqual(times(8n, points[1]), [0n, 1n]);
  for (const [, y] of points) {
    for (const bit of [0n, 1n]) {
      assert.equal(publicKeyDefect(encode(y, bit)), "of small order");
      if (y < 19n) {
        assert.equal(publicKeyDefect(encode(y + P, bit)), "not reduced");
      }
    }
  }
});

test("keys of other points and of other lengths are told apart", () => {
  assert.equal(publicKeyDefect(log.publicKey), null);
  assert.equal(publicKeyDefect(log.publicKey.slice(1)), "of 31 bytes");
  assert.equal(publicKeyDefect(new Uint8Array(0)), "of 0 bytes");
});

test("the first test of RFC 8032 section 7.1 verifies", async () => {
  const key = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  const signature = hex(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  );
  assert.equal(await verifyEd25519(key, text(""), signature), true);
  assert.equal(await verifyEd25519(key, text("x"), signature), false);
});

test("a signature holds for one text, and not with a bit changed, its scalar raised or cut", async () => {
  const message = text("a checkpoint");
  const signature = new Uint8Array(sign(null, message, log.privateKey));
  assert.equal(await verifyEd25519(log.publicKey, message, signature), true);
  for (let bit = 0; bit < 512; bit += 1) {
    const changed = signature.slice();
    changed[bit >> 3] ^= 1 << (bit & 7);
    assert.equal(await verifyEd25519(log.publicKey, message, changed), false, `bit ${bit}`);
  }
  const raised = signature.slice();
  raised.set(encode(decodeScalar(signature.slice(32)) + L, 0n), 32);
  assert.equal(await verifyEd25519(log.publicKey, message, raised), false);
  assert.equal(await verifyEd25519(log.publicKey, message, signature.slice(0, 63)), false);
});

test("the signature that a key of small order would accept for every text is refused", async () => {
  // With the neutral element as key and as R and scalar 0, S*B = R + k*A holds whatever k is.
  const neutral = encode(1n, 0n);
  const signature = new Uint8Array(64);
  signature.set(neutral);
  assert.equal(await verifyEd25519(neutral, text("anything"), signature), false);
  assert.equal(await verifyEd25519(log.publicKey, text("anything"), signature), false);
});

test("a key that is no point of the curve accepts nothing and stops nothing", async () => {
  let y = 2n;
  while (xsOf(y).length > 0) {
    y += 1n;
  }
  const signature = new Uint8Array(sign(null, text("x"), log.privateKey));
  assert.equal(await verifyEd25519(encode(y, 0n), text("x"), signature), false);
});
