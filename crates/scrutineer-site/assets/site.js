"use strict";
(() => {
  // Tables sort by the column whose heading is pressed; the order of the page comes back with the third press.
  // Whole numbers with whatever stands between their groups; anything else sorts as text.
  const number = (text) =>
    /^-?\d{1,3}([.,\s]?\d{3})*$/.test(text) ? Number(text.replace(/[^0-9-]/g, "")) : null;
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
            const order = x !== null && y !== null ? x - y : left.localeCompare(right, document.documentElement.lang, { numeric: true });
            return sign * order;
          });
        }
        body.append(...rows);
      });
    });
  }
})();
