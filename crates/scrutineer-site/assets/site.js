"use strict";
(() => {
  // Tables sort by the column whose heading is pressed; the order of the page comes back with the third press.
  const number = (text) => {
    const digits = text.replace(/[^0-9-]/g, "");
    return digits === "" || !/^[\s0-9.,%\u00a0-]+$/.test(text) ? null : Number(digits);
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    const body = table.tBodies[0];
    const original = Array.from(body.rows);
    Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const last = head.getAttribute("aria-sort");
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        let rows = original.slice();
        if (last !== "descending") {
          const sign = last === "ascending" ? -1 : 1;
          head.setAttribute("aria-sort", last === "ascending" ? "descending" : "ascending");
          const key = (row) => row.cells[column].textContent.trim();
          rows.sort((a, b) => {
            const [left, right] = [key(a), key(b)];
            const [x, y] = [number(left), number(right)];
            const order = x !== null && y !== null ? x - y : left.localeCompare(right, document.documentElement.lang);
            return sign * order;
          });
        }
        body.append(...rows);
      });
    });
  }

  // The check in the page: the second verifier over the files beside the site.
  const place = document.getElementById("verifier");
  if (place) {
    const say = place.dataset;
    const output = document.createElement("p");
    output.setAttribute("role", "status");
    if (location.protocol === "file:" || !say.bundle) {
      output.textContent = say.file;
      place.replaceChildren(output);
    } else {
      const field = (id, text) => {
        const label = document.createElement("label");
        const input = document.createElement("input");
        input.type = "file";
        input.id = id;
        label.htmlFor = id;
        label.textContent = text;
        place.append(label, input);
        return input;
      };
      place.replaceChildren();
      const policy = field("policy", say.choose);
      const proof = field("proof", say.proof);
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = say.run;
      place.append(button, output);
      const load = () =>
        new Promise((resolve, reject) => {
          if (window.ScrutineerVerifier) return resolve();
          const script = document.createElement("script");
          script.src = say.verifier;
          script.onload = resolve;
          script.onerror = () => reject(new Error(say.verifier));
          document.head.append(script);
        });
      button.addEventListener("click", async () => {
        output.textContent = say.wait;
        try {
          if (!policy.files[0]) throw new Error(say.choose);
          await load();
          const text = await policy.files[0].text();
          let outcome;
          if (proof.files[0]) {
            // The command writes the entry itself behind "extra", which nobody signed: its hash is compared.
            const proofFile = await proof.files[0].text();
            const extra = proofFile.split("\n").find((line) => line.startsWith("extra "));
            const entryBytes = Uint8Array.from(atob(extra ? extra.slice(6) : ""), (c) => c.charCodeAt(0));
            outcome = await window.ScrutineerVerifier.verifyProof({ proofFile, entryBytes, policy: text });
          } else {
            const response = await fetch(`${say.bundle}checkpoint`, { cache: "no-store" });
            if (!response.ok) throw new Error(`checkpoint: ${response.status}`);
            outcome = await window.ScrutineerVerifier.verifyCheckpoint({
              checkpoint: await response.text(),
              policy: text,
            });
          }
          output.textContent = outcome.ok
            ? say.good.replace("%n", String(outcome.witnesses)).replace("%size", String(outcome.size))
            : `${say.bad} ${outcome.reasons.map((reason) => reason.text).join("; ")}`;
        } catch (error) {
          output.textContent = `${say.bad} ${error.message}`;
        }
      });
    }
  }
})();
