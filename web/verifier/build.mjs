// Usage: node build.mjs [--check]
//
// Compiles src/ and joins its modules into the two files of dist/: a classic script for pages, which may
// be opened from a file, and an ES module for Node. With --check nothing is written: exit code 1 if dist/
// is not what src/ builds.
//
// Joining needs no bundler, because the sources keep three rules, which are checked here: every import is
// of a name from another file of src/, unchanged; no name is declared twice at top level; index.ts only
// exports. The comments stay, so that the result can be read and reviewed by itself.

import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import ts from "typescript";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const GLOBAL = "ScrutineerVerifier";
const BANNER = `// SPDX-License-Identifier: Apache-2.0 OR MIT
// Generated from web/verifier/src by build.mjs. Do not edit.
`;

/** Compiles the sources in memory: file name to JavaScript. Throws with every error of the compiler. */
function compile() {
  const configFile = join(HERE, "tsconfig.json");
  const { config, error } = ts.readConfigFile(configFile, ts.sys.readFile);
  const parsed = ts.parseJsonConfigFileContent(config ?? {}, ts.sys, HERE);
  const program = ts.createProgram(parsed.fileNames, parsed.options);
  const outputs = new Map();
  const emitted = program.emit(undefined, (name, text) => outputs.set(basename(name), text));
  const problems = [
    ...(error === undefined ? [] : [error]),
    ...parsed.errors,
    ...ts.getPreEmitDiagnostics(program),
    ...emitted.diagnostics,
  ];
  if (problems.length > 0) {
    throw new Error(
      ts.formatDiagnostics(problems, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => HERE,
        getNewLine: () => "\n",
      }),
    );
  }
  return outputs;
}

/** One compiled module without its imports and exports, and what it needs and declares. */
function takeApart(name, text) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  const module = { name, imports: [], declares: [], exports: [], text: "" };
  const cuts = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) {
      const names = namesOf(statement, name);
      module.imports.push(`${statement.moduleSpecifier.text.replace(/^\.\//, "")}`);
      if (ts.isExportDeclaration(statement)) {
        module.exports.push(...names);
      }
      cuts.push([statement.getStart(), statement.end]);
      continue;
    }
    module.declares.push(...declared(statement));
    const keyword = statement.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (keyword !== undefined) {
      cuts.push([keyword.getStart(), keyword.end + 1]);
    }
  }
  let at = 0;
  for (const [start, end] of cuts) {
    module.text += text.slice(at, start);
    at = end;
  }
  module.text = `${(module.text + text.slice(at)).replace(/\n{3,}/g, "\n\n").trim()}\n`;
  return module;
}

function namesOf(statement, file) {
  const clause = ts.isImportDeclaration(statement)
    ? statement.importClause?.namedBindings
    : statement.exportClause;
  const elements = clause?.elements;
  if (elements === undefined || elements.some(({ propertyName }) => propertyName !== undefined)) {
    throw new Error(`${file}: expected named imports and exports without "as"`);
  }
  return elements.map((element) => element.name.text);
}

function declared(statement) {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) => declaration.name.text);
  }
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    return [statement.name.text];
  }
  throw new Error(`unexpected statement at top level: ${statement.getText().slice(0, 60)}`);
}

/** The modules that `name` needs, each before those that need it, itself last. */
function inOrder(name, modules, path = []) {
  if (path.includes(name)) {
    throw new Error(`modules import each other: ${[...path, name].join(" -> ")}`);
  }
  const found = modules.get(name);
  const before = found.imports.flatMap((other) => inOrder(other, modules, [...path, name]));
  return [...new Set([...before, found])];
}

/** The files of dist/ as the sources build them: file name to text. */
export function build() {
  const modules = new Map(
    [...compile()].map(([name, text]) => [name, takeApart(name, text)]),
  );
  const ordered = inOrder("index.js", modules);
  const seen = new Map();
  for (const { name, declares } of ordered) {
    for (const declaration of declares) {
      if (seen.has(declaration)) {
        throw new Error(`${declaration} is declared in ${seen.get(declaration)} and in ${name}`);
      }
      seen.set(declaration, name);
    }
  }
  const overview = modules.get("index.js").text;
  const body = ordered
    .filter(({ declares }) => declares.length > 0)
    .map(({ name, text }) => `// ---- ${name.replace(/\.js$/, ".ts")}\n\n${text}`)
    .join("\n");
  const names = modules.get("index.js").exports.toSorted();
  const list = (indent) => names.map((name) => `${indent}${name},\n`).join("");
  return new Map([
    [
      "scrutineer-verifier.js",
      `${BANNER}\n${overview}\nvar ${GLOBAL} = (function () {\n"use strict";\n\n${body}\nreturn Object.freeze({\n${list("  ")}});\n})();\n`,
    ],
    ["scrutineer-verifier.mjs", `${BANNER}\n${overview}\n${body}\nexport {\n${list("  ")}};\n`],
  ]);
}

/** The files of dist/ that are missing or differ from what the sources build. */
export async function stale() {
  const found = [];
  for (const [name, text] of build()) {
    const committed = await readFile(join(HERE, "dist", name), "utf8").catch(() => null);
    if (committed !== text) {
      found.push(`dist/${name}`);
    }
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (process.argv.includes("--check")) {
      const names = await stale();
      for (const name of names) {
        console.error(`${name}: stale; run npm run build`);
      }
      process.exitCode = names.length === 0 ? 0 : 1;
    } else {
      for (const [name, text] of build()) {
        await writeFile(join(HERE, "dist", name), text);
      }
    }
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
