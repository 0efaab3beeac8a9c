"use strict";
// The search page: finds in window.ARCHMODEL_SEARCH, ranks, marks. No request leaves the folder; all text is set as text.
(() => {
  const MARKS = /\p{Mn}/gu, APART = /[^\p{L}\p{N}]+/u, SHOWN = 40, AROUND = 90;
  const fold = (text) =>
    text.toLowerCase().replace(/đ/g, "d").replace(/ß/g, "ss").normalize("NFD").replace(MARKS, "").replace(/\s+/g, " ").trim();
  const terms = (text) => fold(text).split(APART).filter(Boolean);
  const exact = (text) => text.normalize("NFC").toLowerCase();
  window.archmodelFold = fold;
  const data = window.ARCHMODEL_SEARCH;
  const box = document.getElementById("tim");
  if (!data || !box || !window.MiniSearch) return;

  const FIELDS = ["title", "also", "owner", "text"];
  const entries = data.entries.map(([href, sort, title, also, owner, text], id) => ({ id, href, sort, title, also, owner, text }));
  const index = new window.MiniSearch({ fields: FIELDS, tokenize: terms, processTerm: (term) => term });
  index.addAll(entries);

  // A phrase counts where it begins a word; its last word may go on.
  const holds = (text, phrase) => ` ${terms(text).join(" ")}`.includes(` ${phrase}`);
  const accented = (query) => exact(query) !== fold(query);
  function rank(entry, query, phrase) {
    let worth = 1;
    if (holds(entry.title, phrase)) worth *= terms(entry.title).join(" ") === phrase ? 16 : 8;
    else if (holds(entry.also, phrase)) worth *= 6;
    else if (holds(entry.text, phrase) || holds(entry.owner, phrase)) worth *= 3;
    else worth *= 0.2; // words here and there
    if (accented(query)) {
      const wanted = exact(query).trim();
      if (exact(`${entry.title} ${entry.also}`).includes(wanted)) worth *= 2;
      else if (exact(`${entry.text} ${entry.owner}`).includes(wanted)) worth *= 1.3;
    }
    return worth;
  }

  function find(query) {
    const asked = terms(query);
    if (!asked.length) return { found: [], all: true };
    const options = { prefix: (_, at, words) => at === words.length - 1, boost: { title: 4, also: 3, owner: 1.5, text: 1 } };
    let all = true;
    let hits = index.search(query, { ...options, combineWith: "AND" });
    if (!hits.length) {
      all = false;
      hits = index.search(query, { ...options, combineWith: "OR" });
    }
    const phrase = asked.join(" ");
    const found = hits.map((hit) => ({ entry: entries[hit.id], score: hit.score * rank(entries[hit.id], query, phrase) }));
    found.sort((a, b) => b.score - a.score || a.entry.id - b.entry.id);
    return { found: found.map((one) => one.entry), all };
  }

  // Words as ranges of the text they stand in, with the words folded.
  function words(text) {
    return [...text.matchAll(/[\p{L}\p{N}\p{Mn}]+/gu)].map((hit) => ({ at: hit.index, end: hit.index + hit[0].length, word: fold(hit[0]) }));
  }
  const matches = (word, asked) => asked.some((term, at) => (at === asked.length - 1 ? word.startsWith(term) : word === term));

  function marked(parent, text, asked) {
    let from = 0;
    for (const { at, end, word } of words(text)) {
      if (!matches(word, asked)) continue;
      parent.append(text.slice(from, at));
      parent.append(Object.assign(document.createElement("mark"), { textContent: text.slice(at, end) }));
      from = end;
    }
    parent.append(text.slice(from));
  }

  function snippet(text, asked) {
    const all = words(text);
    const runs = all.map((_, at) => asked.filter((term, n) => all[at + n] && all[at + n].word.startsWith(term)).length);
    const best = all[runs.indexOf(Math.max(...runs, 0))];
    const from = best ? Math.max(0, best.at - AROUND) : 0;
    const start = from === 0 ? 0 : text.indexOf(" ", from) + 1 || from;
    const stop = Math.min(text.length, start + 2 * AROUND + 60);
    return `${start ? "… " : ""}${text.slice(start, stop)}${stop < text.length ? " …" : ""}`;
  }

  const list = document.getElementById("ket-qua"), told = document.getElementById("so-ket-qua");
  const sorts = document.getElementById("loai-ket-qua"), more = document.getElementById("xem-them");
  const say = (name, ...values) => data.words[name].replace(/\{(\d)\}/g, (_, at) => values[at]);
  let sort = null, shown = SHOWN;

  function item(entry, asked) {
    const row = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("span");
    link.href = entry.href;
    marked(link, entry.title, asked);
    kind.className = "mark";
    kind.textContent = data.sorts[entry.sort];
    row.append(link, " ", kind);
    for (const [label, text] of [["", entry.also], [data.words.search_owner, entry.owner], ["", entry.text]]) {
      if (!text || (!words(text).some(({ word }) => matches(word, asked)) && text !== entry.text)) continue;
      const line = document.createElement("p");
      line.className = "quiet";
      if (label) line.append(`${label}: `);
      marked(line, snippet(text, asked), asked);
      row.append(line);
    }
    return row;
  }

  function chooser(found) {
    const counts = new Map();
    for (const entry of found) counts.set(entry.sort, (counts.get(entry.sort) || 0) + 1);
    if (sort !== null && !counts.has(sort)) sort = null;
    sorts.replaceChildren();
    if (counts.size < 2) return;
    for (const [value, count] of [[null, found.length], ...[...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `${value === null ? data.words.search_all : data.sorts[value]} (${count})`;
      button.setAttribute("aria-pressed", String(value === sort));
      button.addEventListener("click", () => {
        [sort, shown] = [value, SHOWN];
        show();
        sorts.querySelector('[aria-pressed="true"]').focus();
      });
      sorts.append(button);
    }
  }

  function show() {
    const query = box.value, asked = terms(query);
    const { found, all } = find(query);
    chooser(found);
    const chosen = sort === null ? found : found.filter((entry) => entry.sort === sort);
    list.replaceChildren(...chosen.slice(0, shown).map((entry) => item(entry, asked)));
    more.hidden = chosen.length <= shown;
    if (!asked.length) told.textContent = say("search_count", entries.length);
    else if (!found.length) told.textContent = `${say("search_none", query.trim())} ${data.words.search_hint}`;
    else told.textContent = all ? say("search_found", chosen.length, query.trim()) : say("search_some", chosen.length, query.trim());
  }

  const links = () => [...list.querySelectorAll("a")];
  document.addEventListener("keydown", (event) => {
    const at = links().indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || (at < 0 && document.activeElement !== box)) return;
    const next = at + step;
    if (next >= links().length || (at < 0 && step < 0)) return;
    event.preventDefault();
    (next < 0 ? box : links()[next]).focus();
  });
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (links().length) links()[0].focus();
  });
  let wait = 0;
  box.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => {
      [sort, shown] = [null, SHOWN];
      try {
        history.replaceState(null, "", box.value ? `?q=${encodeURIComponent(box.value)}` : location.pathname);
      } catch { /* some browsers keep the address of a file as it is */ }
      show();
    }, 120);
  });
  more.addEventListener("click", () => {
    const first = shown;
    shown += SHOWN;
    show();
    links()[first].focus();
  });
  box.value = new URLSearchParams(location.search).get("q") || "";
  document.getElementById("tim-kiem").hidden = false;
  show();
})();
