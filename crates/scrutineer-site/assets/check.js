"use strict";
// The check in the page (spec/site.md, section Check): the second verifier over the log beside the site. What it
// says stands in a file of words, one for each language; both are loaded when somebody asks for a check.
(() => {
  const isFile = location.protocol === "file:";
  const create = (name, text = "", attributes = {}) => {
    const element = document.createElement(name);
    element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const load = (url) =>
    new Promise((resolve, reject) => {
      const script = create("script", "", { src: url });
      script.onload = resolve;
      script.onerror = () => reject(new Error(url));
      document.head.append(script);
    });
  const fill = (text, values) => text.replace(/%([a-z]+)/g, (whole, name) => String(values[name] ?? whole));
  const count = (value) => value.toLocaleString(document.documentElement.lang);
  // What a page prints for what is not on the form.
  const NOT_ON_FORM = "–";

  let loading = null;
  const words = async ({ words: url }) => {
    if (!window.scrutineerWords) await load(url);
    return window.scrutineerWords;
  };
  const verifier = async ({ verifier: url }) => {
    loading ??= window.ScrutineerVerifier ? Promise.resolve() : load(url);
    await loading;
    return window.ScrutineerVerifier;
  };
  const files = ({ bundle }) => ({
    read: async (path) => {
      const response = await fetch(`${bundle}${path}`, { cache: "no-cache" });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  });

  /** A reason in the language of the page, and what the verifier says of it. */
  const reasonOf = (say, { code, text }) => {
    const [kind] = code.split("-");
    const group =
      code === "log-missing-file" ? "missing"
      : ["log-tile", "proof-root", "proof-index"].includes(code) ? "record"
      : { host: "host", signature: "signature", quorum: "signature", policy: "policy" }[kind] ??
        (["note", "checkpoint", "input", "proof", "log"].includes(kind) ? "form" : "other");
    const line = create("li", say[`reason-${group}`]);
    line.append(" ", create("code", text, { lang: "en", "data-code": code }));
    return line;
  };

  // ---- A station: its entries, the numbers on the page, the proof.

  // Whole numbers as the pages print them, in groups of three or in none.
  const NUMBER = /^(\d+|\d{1,3}([.,\u00a0\u202f]\d{3})+)$/;

  /** What the cells of a row say: a number, null for unread, undefined for not on the form, else the text itself. */
  const numbersOf = (say, row, table) => {
    const cells = Array.from(row.cells).slice(table.dataset.sources === "many" ? 2 : 1);
    return cells.map(({ textContent }) => {
      const text = textContent.trim();
      if (NUMBER.test(text)) return Number(text.replace(/[^0-9]/g, ""));
      return text === say.unread ? null : text === NOT_ON_FORM ? undefined : text;
    });
  };

  /** The numbers of a record in the columns of the page. */
  const numbersIn = (record, table) => {
    const { tickets, fields } = table.dataset;
    const column = tickets === undefined ? record.votes.map((_, at) => at) : tickets.split(" ").map(Number);
    const votes = [];
    record.votes.forEach((count, at) => {
      const held = votes[column[at]];
      // What was not read makes the sum unread; what is not on the form adds nothing to it.
      votes[column[at]] =
        count === "not-on-form" ? held : count === null || held === null ? null : (held ?? 0) + count;
    });
    const options = Array.from({ length: Number(table.dataset.options) }, (_, at) => votes[at]);
    return [...options, ...fields.split(" ").filter((name) => name !== "").map((name) => record.counts[name])];
  };

  const shown = (say, number) => {
    if (typeof number === "string") return number;
    return number === undefined ? NOT_ON_FORM : number === null ? say.unread : count(number);
  };

  /** What the first cell of a row says of the reading: nothing of the one that holds. */
  const versionOf = (row) => row.cells[0].querySelector("small")?.textContent ?? "";

  const sourceOf = (row, table) => (table.dataset.sources === "many" ? row.cells[1].textContent : null);

  /** Records that no other entry replaces, each with the version that its row must have (spec/site.md, Check). */
  const holding = (say, read, station) => {
    const replaced = new Map();
    for (const { leaf, entry } of read) {
      if (entry.kind === "correction") replaced.set(String(entry.supersedes.leaf), leaf);
    }
    const live = read.filter(({ leaf, record }) => !replaced.has(leaf) && record?.kind === "sheet" && record.station === station.id);
    const numbers = ({ record }) => JSON.stringify([record.votes, record.counts]);
    const order = ({ record }) => record.sequence ?? 0;
    for (const held of live) {
      const rivals = live.filter(({ record }) => record.source === held.record.source);
      const latest = Math.max(...rivals.map(order));
      const last = rivals.filter((other) => order(other) === latest);
      const isOne = last.every((other) => numbers(other) === numbers(last[0]));
      held.version = isOne && held === last[0] ? "" : !isOne && last.includes(held) ? say.rival : say.superseded;
    }
    return { replaced, live };
  };

  /** Gives each record a row of its own that has its numbers and its version; the rows that are left. */
  const match = (say, live, { rows, table }) => {
    const free = new Set(rows);
    const of = ({ record }, row) => sourceOf(row, table) === null || sourceOf(row, table) === record.source;
    for (const held of live) {
      const wanted = numbersIn(held.record, table);
      const own = [...free].filter((row) => of(held, row));
      held.row = own.find((row) => {
        const found = numbersOf(say, row, table);
        return versionOf(row) === held.version && wanted.length === found.length && wanted.every((number, at) => number === found[at]);
      });
      free.delete(held.row);
    }
    // What is left is said against the row that is nearest.
    for (const held of live.filter(({ row }) => row === undefined)) {
      let nearest = null;
      for (const row of [...free].filter((row) => of(held, row))) {
        const wrong = differences(say, held, row, table);
        if (nearest === null || wrong.length < nearest.wrong.length) nearest = { row, wrong };
      }
      held.wrong = nearest?.wrong ?? [fill(say["page-none"], { source: held.record.source })];
      free.delete(nearest?.row);
    }
    return [...free];
  };

  /** What differs between a record and a row. */
  const differences = (say, { record, version }, row, table) => {
    const heads = Array.from(table.tHead.rows[0].cells).slice(table.dataset.sources === "many" ? 2 : 1);
    const found = numbersOf(say, row, table);
    const wrong = numbersIn(record, table).flatMap((number, at) =>
      number === found[at]
        ? []
        : [fill(say["page-bad"], { name: heads[at].textContent, page: shown(say, found[at]), record: shown(say, number) })],
    );
    if (versionOf(row) !== version) {
      wrong.push(fill(say["page-version"], { page: versionOf(row) || say.current, record: version || say.current }));
    }
    return wrong;
  };

  const save = (name, text) => {
    const url = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
    const link = create("a", "", { href: url, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };

  /** Checks the entries of a station and says it in `place`. */
  const check = async (setting, say, station, policy, place) => {
    const { makeReceipt, verifyProof } = await verifier(setting);
    const steps = create("dl");
    const reasons = create("ul");
    const saves = create("p");
    const step = (name, state, text) => {
      const line = create("dd", "", { "data-state": state });
      line.append(create("b", say[state]), text === "" ? "" : `: ${text}`);
      steps.append(create("dt", name), line);
    };
    let isGood = true;
    const fail = (list) => {
      isGood = false;
      reasons.append(...list.map((reason) => reasonOf(say, reason)));
    };
    const names = [];
    const receipts = [];
    for (const leaf of station.entries) {
      const receipt = await makeReceipt(files(setting), BigInt(leaf));
      receipts.push({ leaf, ...receipt });
      if (receipt.checkpoint === null) break;
    }
    const read = receipts.filter(({ proofFile }) => proofFile !== null).map(({ leaf, entry: bytes }) => {
      const entry = JSON.parse(new TextDecoder().decode(bytes));
      return { leaf, entry, record: entry.kind === "correction" ? entry.record : entry };
    });
    const { replaced, live } = holding(say, read, station);
    const left = match(say, live, station);
    for (const { leaf, proofFile, entry, checkpoint, reasons: found } of receipts) {
      if (checkpoint === null) {
        step(say.log, "fails", "");
        fail(found);
        break;
      }
      const root = btoa(String.fromCharCode(...checkpoint.root));
      step(say.log, "holds", fill(say["log-good"], { size: count(checkpoint.size), root }));
      if (proofFile === null) {
        step(say.record, "fails", "");
        fail(found);
        continue;
      }
      const hashes = proofFile.split("\n\n")[0].split("\n").length - 3;
      step(say.record, "holds", fill(say["record-good"], { leaf, hashes }));
      const held = live.find((other) => other.leaf === leaf);
      const { record } = read.find((other) => other.leaf === leaf);
      if (held?.row !== undefined) {
        step(say.page, "holds", say["page-good"]);
      } else if (held !== undefined) {
        step(say.page, "fails", held.wrong.join("; "));
        isGood = false;
      } else if (record !== undefined && (record.kind !== "sheet" || record.station !== station.id)) {
        step(say.page, "fails", fill(say["record-other"], { leaf }));
        isGood = false;
      } else if (replaced.has(leaf)) {
        step(say.page, "holds", fill(say["page-replaced"], { leaf: replaced.get(leaf) }));
      } else {
        step(say.page, "holds", say["page-withdrawn"]);
      }
      if (policy === null) {
        step(say.signatures, "unchecked", say["signatures-none"]);
      } else {
        const outcome = await verifyProof({ proofFile, entryBytes: entry, policy });
        const text = outcome.ok ? fill(say["signatures-good"], { witnesses: outcome.witnesses }) : "";
        step(say.signatures, outcome.ok ? "holds" : "fails", text);
        if (!outcome.ok) fail(outcome.reasons);
      }
      const name = `${station.id.replace(/[^A-Za-z0-9.-]/g, "_")}-${leaf}.tlog-proof`;
      const button = create("button", fill(say.save, { leaf }), { type: "button" });
      button.addEventListener("click", () => save(name, proofFile));
      saves.append(button, " ");
      names.push(name);
    }
    // A row that no entry stands for. Where an entry could not be read, its row is left as well.
    let isWhole = true;
    if (read.length === station.entries.length) {
      for (const row of left) {
        const numbers = numbersOf(say, row, station.table).map((number) => shown(say, number)).join(" · ");
        if (row.matches(".copies")) {
          // Whose entry it would be is not published, so that anybody could have put it here.
          step(say.page, "unchecked", fill(say["page-copies"], { numbers }));
          isWhole = false;
        } else {
          step(say.page, "fails", fill(say["page-extra"], { numbers }));
          isGood = false;
        }
      }
    }
    const kind = !isGood ? "bad" : policy !== null && isWhole ? "good" : "part";
    const answer = kind === "part" && policy !== null ? say["part-copies"] : say[kind];
    const verdict = create("p", answer, { class: "lead", "data-verdict": kind });
    place.replaceChildren(verdict, reasons, steps, create("p", say.limits, { class: "note" }));
    if (reasons.childElementCount === 0) reasons.remove();
    if (names.length > 0) {
      const code = create("pre");
      code.append(...names.map((name) => create("code", `scrutineer verify ${name} --policy election.policy`)));
      place.append(saves, create("p", say["save-text"]), code);
    }
  };

  const ask = async (setting, station) => {
    const say = await words(setting);
    let policy = null;
    const dialog = create("dialog", "", { class: "check", "aria-labelledby": "check-title" });
    dialog.append(create("h2", fill(say.title, { id: station.id }), { id: "check-title" }));
    const result = create("div", "", { role: "status" });
    if (isFile) {
      const proof = `${station.id.replace(/[^A-Za-z0-9.-]/g, "_")}.tlog-proof`;
      const code = create("pre");
      code.append(
        create("code", `scrutineer proof BUNDLE --station ${station.id} --out ${proof}`),
        create("code", `scrutineer verify ${proof} --policy election.policy`),
      );
      dialog.append(create("p", say.file), code);
    } else {
      dialog.append(create("p", say.independent, { class: "note" }));
      const run = async () => {
        result.replaceChildren(create("p", say.wait));
        try {
          await check(setting, say, station, policy, result);
        } catch (error) {
          const verdict = create("p", `${say.bad} ${say["reason-other"]} `, { class: "lead", "data-verdict": "bad" });
          verdict.append(create("code", error.message, { lang: "en" }));
          result.replaceChildren(verdict);
        }
      };
      const label = create("label", say.policy, { for: "check-policy" });
      const input = create("input", "", { type: "file", id: "check-policy" });
      input.addEventListener("change", async () => {
        policy = input.files[0] ? await input.files[0].text() : null;
        await run();
      });
      dialog.append(result, label, input);
      run();
    }
    const close = create("button", say.close, { type: "button" });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    const end = create("p");
    end.append(close);
    dialog.append(end);
    document.body.append(dialog);
    dialog.showModal();
  };

  const section = document.getElementById("proof");
  const tables = Array.from(document.querySelectorAll("table.sheets"));
  if (section?.dataset.bundle && tables.length > 0) {
    const setting = section.dataset;
    // The n-th station of every table is the same one; the first table has the ids.
    const ids = [];
    for (const table of tables) {
      let rows = [];
      let at = 0;
      for (const row of table.rows) {
        if (row.matches(".place")) {
          rows = [];
        } else if (!row.matches(".about")) {
          // A row that says it is a sum stands behind the stations; before one it has no entry.
          rows.push(row);
        } else {
          if (table === tables[0]) ids.push((rows.find(({ id }) => id !== "") ?? row).id);
          const cell = row.cells[row.cells.length - 1].firstElementChild;
          const texts = Array.from(cell.childNodes).filter((node) => node.nodeType === Node.TEXT_NODE);
          const entries = texts
            .flatMap((node) => node.data.split("·"))
            .filter((part) => part.trim().startsWith(`${setting.entry} `))
            .map((part) => part.trim().slice(setting.entry.length + 1))
            .filter((part) => /^\d+( \(|$)/.test(part))
            .map((part) => part.match(/^\d+/)[0]);
          if (entries.length > 0) {
            const station = { id: ids[at], entries, rows, table };
            const button = create("button", setting.open, { type: "button", class: "verify", "aria-haspopup": "dialog" });
            // Which station it is about is the row; a list of buttons has nothing but their names.
            button.setAttribute("aria-label", `${setting.open}: ${station.id}`);
            button.addEventListener("click", () => ask(setting, station));
            cell.append(" · ", button);
          }
          at += 1;
          rows = [];
        }
      }
    }
  }

  // ---- The page Verify: a checkpoint, or a proof from a file, under the policy of the reader.

  const place = document.getElementById("verifier");

  /** A line of a proof, without the word that it begins with. */
  const lineOf = (proofFile, word) => proofFile.split("\n").find((line) => line.startsWith(`${word} `))?.slice(word.length + 1);
  const entryOf = (proofFile) => Uint8Array.from(atob(lineOf(proofFile, "extra") ?? ""), (c) => c.charCodeAt(0));
  const visible = (text) => text.replace(/[\p{Cc}\p{Cf}]/gu, "\ufffd");

  /** What a proof that holds has shown: which entry, and what it says. */
  const proved = (say, setting, { witnesses, size }, proofFile) => {
    const text = new TextDecoder().decode(entryOf(proofFile));
    const entry = JSON.parse(text);
    const record = entry.kind === "correction" ? entry.record : entry;
    const leaf = lineOf(proofFile, "index");
    const list = create("dl");
    const row = (name, value) => list.append(create("dt", name), create("dd", visible(value)));
    row(say["proof-entry"], leaf);
    if (record?.kind === "sheet") {
      row(say["proof-station"], record.station);
      row(say["proof-source"], record.source);
      const names = JSON.parse(setting.names ?? "{}")[record.source] ?? [];
      record.votes.forEach((votes, at) => {
        row(names[at] ?? String(at + 1), shown(say, votes === "not-on-form" ? undefined : votes));
      });
    }
    const whole = create("pre");
    whole.append(create("code", visible(text)));
    return [
      create("p", fill(say["good-proof"], { leaf, witnesses, size: count(size) }), { class: "lead" }),
      list,
      create("p", say["proof-later"]),
      create("p", say["proof-record"]),
      whole,
    ];
  };

  const form = async () => {
    const setting = place.dataset;
    const say = await words(setting);
    const output = create("div", "", { role: "status" });
    if (isFile || !setting.bundle) {
      output.textContent = isFile ? say.file : say.alone;
      const code = create("pre");
      code.append(create("code", "scrutineer verify BUNDLE --policy election.policy"));
      place.replaceChildren(output, code);
      return;
    }
    const field = (id, text) => {
      const input = create("input", "", { type: "file", id });
      place.append(create("label", text, { for: id }), input);
      return input;
    };
    place.replaceChildren();
    const chosen = field("policy", say.policy);
    const proof = field("proof-file", say.proof);
    const button = create("button", say.run, { type: "button" });
    place.append(button, output);
    button.addEventListener("click", async () => {
      if (!chosen.files[0]) {
        output.textContent = say["policy-missing"];
        return;
      }
      output.textContent = say.wait;
      try {
        const { verifyProof, verifyCheckpoint } = await verifier(setting);
        const rules = await chosen.files[0].text();
        let outcome;
        // Read once: what is shown is what was verified.
        const proofFile = proof.files[0] ? await proof.files[0].text() : null;
        if (proofFile !== null) {
          // The entry stands behind "extra", which nobody signed: its hash is compared.
          outcome = await verifyProof({ proofFile, entryBytes: entryOf(proofFile), policy: rules });
        } else {
          const checkpoint = (await files(setting).read("checkpoint")) ?? new Uint8Array();
          outcome = await verifyCheckpoint({ checkpoint, policy: rules });
        }
        if (outcome.ok && proofFile !== null) {
          output.replaceChildren(...proved(say, setting, outcome, proofFile));
        } else if (outcome.ok) {
          output.textContent = fill(say["good-checkpoint"], { witnesses: outcome.witnesses, size: count(outcome.size) });
        } else {
          const list = create("ul");
          list.append(...outcome.reasons.map((reason) => reasonOf(say, reason)));
          output.replaceChildren(create("b", say.bad), list);
        }
      } catch (error) {
        output.textContent = `${say.bad} ${say["reason-other"]} ${error.message}`;
      }
    });
  };
  if (place) form().catch(() => {});
})();
