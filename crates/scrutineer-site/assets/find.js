"use strict";
// Search as you type over the index of polling places. Its parts are scripts (spec/site.md, section Search),
// since a page that was opened from a file may run the scripts of its folder and fetch nothing.
(() => {
  const place = document.getElementById("finder");
  if (!place) return;
  const say = place.dataset;
  const MOST = 12; // options shown
  const LOOKED = 400; // records whose stations are looked at for a number
  const FILES = 24; // files of words that one word may ask for; who types on asks for fewer

  const root = new URL(say.index, location.href).href;
  const loaded = new Map();
  window.scrutineerFind = new Map();
  const load = (url) => {
    if (!loaded.has(url)) {
      const done = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = url;
        script.onload = () => {
          const value = window.scrutineerFind.get(url);
          script.remove();
          if (value === undefined) reject(new Error(url));
          else resolve(value);
        };
        script.onerror = () => {
          script.remove();
          loaded.delete(url);
          reject(new Error(url));
        };
        document.head.append(script);
      });
      loaded.set(url, done);
    }
    return loaded.get(url);
  };
  const part = (digits) => load(new URL(`find-${digits}.js`, root).href);

  // As src/find/words.rs.
  const words = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^\p{Alphabetic}\p{N}]+/u)
      .filter((word) => word !== "");
  const begins = (known, typed) => typed.every((word) => known.some((other) => other.startsWith(word)));

  let index = null;
  const open = async () => {
    if (!index) {
      const found = await load(root);
      for (const division of found.divisions) {
        const [name, code, around] = division;
        division.own = words(`${name} ${code}`);
        const above = around === null ? null : found.divisions[around];
        division.path = above ? [...division.own, ...above.path] : division.own;
        division.names = above ? `${above.names} / ${name || code}` : name || code;
      }
      index = found;
    }
    return index;
  };

  /** The records that have a word that begins so, themselves or as a name around them. */
  const holding = async (found, word) => {
    const { words: files, divisions } = found;
    // The last file whose first word is not behind the word, and those behind it that begin with it.
    let at = 0;
    while (at + 1 < files.length && files[at + 1][0] <= word) at += 1;
    // One letter stands for itself: too many words begin with it.
    const isBegin = word.length > 1;
    const wanted = [];
    for (; at < files.length && wanted.length < FILES; at += 1) {
      const [from, digits] = files[at];
      if (from > word && !(isBegin && from.startsWith(word))) break;
      wanted.push(part(digits));
    }
    const set = new Set();
    for (const text of await Promise.all(wanted)) {
      for (const line of text.split("\n")) {
        const [own, ...steps] = line.split(" ");
        if (own !== word && !(isBegin && own.startsWith(word))) continue;
        let record = 0;
        for (const step of steps) {
          record += Number.parseInt(step, 36);
          set.add(record);
        }
      }
    }
    const ranges = divisions
      .filter((division) => division.own.some((own) => own === word || (isBegin && own.startsWith(word))))
      .map((division) => [division[4], division[5]]);
    return { set, ranges };
  };

  /** Numbers of the records that have all words, in the order of the site. */
  const matching = async (found, typed) => {
    const held = [];
    for (const word of typed) held.push(await holding(found, word));
    const weight = ({ set, ranges }) => ranges.reduce((sum, [from, to]) => sum + to - from, set.size);
    held.sort((a, b) => weight(a) - weight(b));
    const has = ({ set, ranges }, record) =>
      set.has(record) || ranges.some(([from, to]) => from <= record && record < to);
    const [least, ...others] = held;
    const candidates = new Set(least.set);
    for (const [from, to] of least.ranges) {
      for (let record = from; record < to; record += 1) candidates.add(record);
    }
    return [...candidates]
      .filter((record) => others.every((other) => has(other, record)))
      .sort((a, b) => a - b);
  };

  /** A record as the index has it. */
  const record = async (found, number) => {
    const [pages, rows] = await part(found.places[Math.floor(number / found.size)]);
    const [name, code, division, page, tables, anchor] = rows[number % found.size];
    const stations =
      typeof tables === "number"
        ? Array.from({ length: tables }, (_, at) => [String(at + 1), `${code}:${at + 1}`])
        : tables;
    return { name, code, division: found.divisions[division], page: pages[page], stations, anchor };
  };

  const option = (held, station) => {
    const [label, id] = station ?? [];
    const isAlone = held.name === "" && held.stations.length === 1 && held.stations[0][1] === held.code;
    const target = station || isAlone ? (id ?? held.code) : `p-${held.anchor ?? held.code}`;
    const title = held.name || held.code;
    return {
      to: `${held.page}#${target.replaceAll("%", "%25")}`,
      title: station ? `${title}, ${say.station} ${label}` : title,
      more: [held.name === "" ? "" : held.code, held.division?.names ?? ""].filter((text) => text !== "").join(" · "),
    };
  };

  /** Options for what was typed, and whether there may be more. */
  const search = async (typed) => {
    const found = await open();
    const options = found.divisions
      .filter((division) => begins(division.path, typed) && typed.some((word) => begins(division.own, [word])))
      .sort((a, b) => a.path.length - b.path.length)
      .slice(0, MOST / 2)
      .map((division) => ({
        to: `r/${division[3]}.html`,
        title: division[0] || division[1],
        more: division[2] === null ? "" : found.divisions[division[2]].names,
      }));
    // The last number may be that of a station: "lyceum 3" is the third table of the lyceum.
    const last = typed.at(-1);
    if (typed.length > 1 && /^\p{N}+$/u.test(last)) {
      const places = await matching(found, typed.slice(0, -1));
      for (const number of places.slice(0, LOOKED)) {
        if (options.length >= MOST) break;
        const held = await record(found, number);
        const station = held.stations.find(([label]) => words(label).join(" ") === last || Number(label) === Number(last));
        if (station) options.push(option(held, station));
      }
    }
    const places = await matching(found, typed);
    const shown = places.slice(0, Math.max(0, MOST - options.length));
    for (const held of await Promise.all(shown.map((number) => record(found, number)))) options.push(option(held));
    return { options, isCut: options.length >= MOST || shown.length < places.length };
  };

  // The combobox (WAI-ARIA Authoring Practices, "editable combobox with list autocomplete").
  const label = document.createElement("label");
  label.htmlFor = "find-input";
  label.textContent = say.label;
  const input = document.createElement("input");
  Object.assign(input, { id: "find-input", type: "text", autocomplete: "off", spellcheck: false });
  const state = (name, value) => input.setAttribute(name, value);
  state("role", "combobox");
  state("aria-autocomplete", "list");
  state("aria-expanded", "false");
  state("aria-controls", "find-list");
  state("aria-describedby", "find-said");
  const list = document.createElement("ul");
  list.id = "find-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say.label);
  list.hidden = true;
  const said = document.createElement("p");
  said.id = "find-said";
  said.className = "note";
  said.setAttribute("role", "status");
  said.textContent = say.hint;
  place.append(label, input, list, said);

  let options = [];
  let chosen = -1;
  const choose = (at) => {
    chosen = at;
    Array.from(list.children).forEach((item, position) => {
      item.setAttribute("aria-selected", String(position === at));
      if (position === at) {
        state("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
      }
    });
    if (at < 0) input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    list.hidden = true;
    state("aria-expanded", "false");
    choose(-1);
  };
  const go = (at) => {
    if (options[at]) location.href = new URL(options[at].to, location.href).href;
  };
  const show = (found) => {
    options = found;
    list.replaceChildren(
      ...options.map(({ title, more }, at) => {
        const item = document.createElement("li");
        item.id = `find-${at}`;
        item.setAttribute("role", "option");
        const name = document.createElement("b");
        name.textContent = title;
        const rest = document.createElement("small");
        rest.textContent = more;
        item.append(name, " ", rest);
        // Pressing keeps the focus in the field, so that the list is still there when the press ends.
        item.addEventListener("pointerdown", (event) => event.preventDefault());
        item.addEventListener("click", () => go(at));
        return item;
      }),
    );
    list.hidden = options.length === 0;
    state("aria-expanded", String(options.length > 0));
    choose(-1);
  };

  let latest = 0;
  const update = async () => {
    const own = ++latest;
    const typed = words(input.value);
    if (typed.join("").length < 2) {
      show([]);
      said.textContent = say.hint;
      return;
    }
    try {
      const found = await search(typed);
      // What was typed since has its own answer.
      if (own !== latest) return;
      show(found.options);
      const text = found.options.length === 0 ? say.none : found.isCut ? say.many : say.some;
      said.textContent = text.replace("%shown", found.options.length);
    } catch (error) {
      if (own !== latest) return;
      show([]);
      said.textContent = `${say.failed} ${error.message}`;
    }
  };
  input.addEventListener("input", update);
  // The divisions come while the reader begins to type.
  input.addEventListener("focus", () => open().catch(() => {}));
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const count = options.length;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && count > 0) {
      if (list.hidden) {
        list.hidden = false;
        state("aria-expanded", "true");
      }
      const step = steps[event.key];
      choose(chosen < 0 && step < 0 ? count - 1 : (chosen + step + count) % count);
    } else if (event.key === "Enter" && count > 0 && !list.hidden) {
      go(Math.max(chosen, 0));
    } else if (event.key === "Escape" && !list.hidden) {
      close();
    } else if (event.key === "Escape") {
      input.value = "";
      update();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
