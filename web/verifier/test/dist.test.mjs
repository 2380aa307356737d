// The committed files: built from the sources, able to run anywhere, and asking for nothing.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

import ts from "typescript";

import { build, stale } from "../build.mjs";
import * as esm from "../dist/scrutineer-verifier.mjs";
import { asFiles, logOf } from "../testing/logFiles.mjs";
import { policyOf } from "../testing/support.mjs";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const script = readFileSync(at("dist/scrutineer-verifier.js"), "utf8");
const sources = readdirSync(at("src")).filter((name) => !name.endsWith(".d.ts"));
const sourceOf = (name) => readFileSync(at(`src/${name}`), "utf8");

/** A host with nothing but what src/host.d.ts lists. */
function run(host) {
  const context = vm.createContext({ ...host });
  vm.runInContext(script, context, { filename: "scrutineer-verifier.js" });
  return context;
}

test("the committed files are what the sources build, twice the same", async () => {
  assert.deepEqual(await stale(), []);
  assert.deepEqual([...build()], [...build()]);
});

test("the classic script defines one name and needs no more than the listed host", async () => {
  const context = run({ crypto, TextEncoder, TextDecoder, Uint8Array });
  assert.deepEqual(Object.keys(context).sort(), [
    "ScrutineerVerifier",
    "TextDecoder",
    "TextEncoder",
    "Uint8Array",
    "crypto",
  ]);
  const { ScrutineerVerifier } = context;
  assert.deepEqual(Object.keys(ScrutineerVerifier).sort(), Object.keys(esm).sort());
  assert.ok(Object.isFrozen(ScrutineerVerifier));
  const outcome = await ScrutineerVerifier.verifyLog({
    files: asFiles(logOf(8)),
    policy: policyOf("A"),
  });
  assert.equal(outcome.ok, true, JSON.stringify(outcome.reasons));
});

test("without WebCrypto, or without Ed25519 in it, the host is named and no evidence", async () => {
  const files = asFiles(logOf(8));
  const noSubtle = run({ crypto: {}, TextEncoder, TextDecoder, Uint8Array });
  const noCrypto = run({ TextEncoder, TextDecoder, Uint8Array });
  const { subtle } = crypto;
  const noEd25519 = run({
    crypto: {
      subtle: {
        digest: (...rest) => subtle.digest(...rest),
        importKey: async () => {
          throw new Error("NotSupportedError");
        },
      },
    },
    TextEncoder,
    TextDecoder,
    Uint8Array,
  });
  for (const [context, code] of [
    [noSubtle, "host-no-webcrypto"],
    [noCrypto, "host-no-webcrypto"],
    [noEd25519, "host-no-ed25519"],
  ]) {
    const outcome = await context.ScrutineerVerifier.verifyLog({ files, policy: policyOf("A") });
    assert.equal(outcome.ok, false);
    const found = Array.from(outcome.reasons, (reason) => reason.code);
    assert.ok(found.includes(code), found.join());
    assert.ok(found.every((name) => name.startsWith("host-")), found.join());
  }
});

test("the script can stand inside a page and holds no address", () => {
  assert.ok(!/<\/script|<!--/i.test(script));
  assert.ok(!/https?:\/\//.test(script));
  assert.ok(!/\b(fetch|XMLHttpRequest|WebSocket|localStorage|document|eval|import)\s*\(/.test(script));
});

test("every exported item is documented", () => {
  const missing = [];
  for (const name of sources.filter((file) => file !== "index.ts")) {
    const source = ts.createSourceFile(name, sourceOf(name), ts.ScriptTarget.ES2022, true);
    const check = (node, label) => {
      if (ts.getJSDocCommentsAndTags(node).length === 0) {
        missing.push(`${name}: ${label}`);
      }
    };
    for (const statement of source.statements) {
      const exported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      if (exported !== true) {
        continue;
      }
      check(statement, statement.getText().slice(0, 40));
      for (const member of statement.members ?? []) {
        const isPrivate = member.name !== undefined && ts.isPrivateIdentifier(member.name);
        if (!isPrivate) {
          check(member, `${statement.name.text}.${member.name?.getText() ?? "constructor"}`);
        }
      }
    }
  }
  assert.deepEqual(missing, []);
});

test("every code of a reason is given somewhere", () => {
  const all = sources.map(sourceOf).join("\n");
  const declared = [...sourceOf("reason.ts").matchAll(/^ {2}\| "([a-z0-9-]+)"/gm)].map(([, code]) => code);
  assert.ok(declared.length > 40);
  assert.equal(new Set(declared).size, declared.length);
  for (const code of declared) {
    assert.ok(all.split(`"${code}"`).length > 2, `${code} is declared and never given`);
  }
});

test("the lock file names no package host", () => {
  assert.ok(!/resolved|https?:/.test(readFileSync(at("package-lock.json"), "utf8")));
});
