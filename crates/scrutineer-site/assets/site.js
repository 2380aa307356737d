"use strict";
(() => {
  // Tables sort by the column whose heading is pressed; the order of the page comes back with the third press.
  // The whole number that a text begins with, with whatever stands between its groups; less than any where there
  // is none, as of what was not counted.
  const number = (text) => {
    const found = /^[-\u2212]?\d{1,3}([.,\s]?\d{3})*/.exec(text);
    return found ? Number(found[0].replace(/[^0-9]/g, "")) * (/^\d/.test(text) ? 1 : -1) : Number.NEGATIVE_INFINITY;
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
          // What stands in small letters is beside the value.
          const own = (cell) => Array.from(cell.childNodes).filter(({ nodeName }) => nodeName !== "SMALL");
          const key = (row) => own(row.cells[column]).map(({ textContent }) => textContent).join("").trim();
          rows.sort((a, b) => {
            const [left, right] = [key(a), key(b)];
            const [x, y] = head.classList.contains("number") ? [number(left), number(right)] : [0, 0];
            const order = x === y ? left.localeCompare(right, document.documentElement.lang, { numeric: true }) : x - y;
            return sign * order;
          });
        }
        body.append(...rows);
      });
    });
  }
  // The row of a station that the address names is told again in lines below it, which a narrow window shows: there
  // most of its columns lie outside.
  const own = document.createElement("div");
  own.className = "own";
  const tell = () => {
    const row = document.querySelector("table.sheets tr:target:not(.about)");
    own.remove();
    own.replaceChildren();
    const heads = row?.closest("table").tHead.rows[0].cells;
    let at = row;
    for (; at && !at.classList.contains("about"); at = at.nextElementSibling) {
      const lines = document.createElement("dl");
      Array.from(at.cells).forEach((cell, column) => {
        // Only the first row of a station has its name.
        if (cell.textContent.trim() === "") return;
        for (const [name, from] of [["dt", heads[column]], ["dd", cell]]) {
          const line = document.createElement(name);
          line.append(...Array.from(from.childNodes, (node) => node.cloneNode(true)));
          lines.append(line);
        }
      });
      own.append(lines);
    }
    at?.querySelector("div")?.prepend(own);
  };
  addEventListener("load", tell);
  addEventListener("hashchange", tell);
  // Signatures of the checkpoint beside the site: lines that begin with a dash, the name and the key behind it.
  const place = document.getElementById("signed");
  const { checkpoint, ...say } = place?.dataset ?? {};
  if (checkpoint && location.protocol !== "file:") {
    const show = (text) => {
      const [origin, size] = text.split("\n");
      const names = text
        .split("\n")
        .filter((line) => line.startsWith("\u2014 "))
        .map((line) => line.split(" ")[1]);
      const others = names.filter((name) => name !== origin);
      const line = document.createElement("p");
      const said = others.length === 0 ? say.none : others.length === 1 ? say.one : say.some;
      line.textContent = said
        .replace("%count", others.length.toLocaleString(document.documentElement.lang))
        .replace("%size", Number(size).toLocaleString(document.documentElement.lang));
      place.prepend(line);
      if (others.length > 0) {
        const list = document.createElement("p");
        list.textContent = say.names.replace("%names", others.join(", "));
        line.after(list);
      }
    };
    fetch(checkpoint, { cache: "no-cache" })
      .then((response) => (response.ok ? response.text() : Promise.reject(new Error(checkpoint))))
      .then(show)
      .catch(() => {});
  }
})();
