// The browser's side of the explorer: keys, clicks and drawing. What is found and told comes from the kernel as plain
// values; every word of it becomes text of a node, never markup.

const PAUSE = 60; // milliseconds after the last key before the kernel is asked

function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && name !== "role" && name !== "list") node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

function number(count) {
  return count.toLocaleString("vi-VN");
}

class Face {
  constructor(model, root) {
    this.model = model;
    this.words = model.get("words");
    this.calendar = model.get("calendar");
    this.root = root;
    this.name = `archmodel-${Math.random().toString(36).slice(2)}`;
    this.at = 0;
    this.past = [];
    this.future = [];
    this.waiting = {};
    this.build();
    for (const [event, act] of this.events()) model.on(event, act);
  }

  events() {
    this.listeners ??= [
      ["change:listing", () => this.list()],
      ["change:page", () => this.tell()],
      ["change:day", () => this.dated()],
      ["change:query", () => this.typed()],
    ];
    return this.listeners;
  }

  close() {
    for (const [event, act] of this.events()) this.model.off(event, act);
  }

  wait(name, value) {
    this.waiting[name] = value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask({}), PAUSE);
  }

  ask(values) { // takes along what waits: a slider let go must not win over the button pressed after it
    clearTimeout(this.timer);
    for (const [name, value] of Object.entries({ ...this.waiting, ...values })) this.model.set(name, value);
    this.waiting = {};
    this.model.save_changes();
  }

  // Building ---------------------------------------------------------------------------------------------------------

  build() {
    const { words } = this;
    this.root.classList.add("archmodel-explorer");
    this.root.setAttribute("role", "region");
    this.root.setAttribute("aria-label", words.title);
    this.root.setAttribute("data-lm-suppress-shortcuts", "true"); // JupyterLab keeps its keys to itself here
    this.search = make("input", {
      type: "search", className: "query", placeholder: words.hint, "aria-label": words.search, autocomplete: "off",
      spellcheck: false, "aria-controls": `${this.name}-list`, oninput: () => this.wait("query", this.search.value),
    });
    this.filters = Object.fromEntries(
      ["layer", "kind", "owner", "standing"].map((name) => [
        name, make("select", { "aria-label": words[name], onchange: (event) => this.ask({ [name]: event.target.value }) }),
      ]),
    );
    const clear = make("button", {
      type: "button", className: "clear",
      onclick: () => { this.search.value = ""; this.ask({ query: "", layer: "", kind: "", owner: "", standing: "" }); this.search.focus(); },
    }, words.clear);
    this.count = make("p", { className: "count", role: "status" });
    this.rows = make("ul", {
      id: `${this.name}-list`, className: "rows", role: "listbox", tabIndex: 0, "aria-label": words.results,
      onclick: (event) => this.clicked(event),
    });
    this.more = make("button", { type: "button", className: "more", onclick: () => this.ask({ shown: this.model.get("shown") + 100 }) }, words.more);
    this.page = make("article", { className: "page", "aria-live": "off" });
    this.root.append(
      make("div", { className: "asked" }, this.search, ...Object.entries(this.filters).map(([name, select]) =>
        make("label", {}, make("span", {}, words[name]), select)), clear),
      this.days(),
      make("div", { className: "panes" }, make("div", { className: "results" }, this.count, this.rows, this.more), this.page),
    );
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.typed();
    this.dated();
    this.list();
    this.tell();
  }

  days() {
    const { first, last, marks } = this.calendar;
    const span = Math.round((Date.parse(last) - Date.parse(first)) / 864e5);
    this.date = make("input", {
      type: "date", className: "date", "aria-label": this.words.day,
      onchange: () => this.ask({ day: this.date.value }),
    });
    this.slider = make("input", {
      type: "range", className: "slider", min: 0, max: span, step: 1, "aria-label": this.words.slider,
      oninput: () => {
        this.date.value = this.dayAt(this.slider.valueAsNumber);
        this.slider.setAttribute("aria-valuetext", this.date.value);
        this.wait("day", this.date.value);
      },
    });
    this.marks = marks.map((mark) =>
      make("button", { type: "button", "data-day": mark.value, title: mark.value, onclick: () => this.ask({ day: mark.value }) }, mark.label));
    return make("div", { className: "days", role: "group", "aria-label": this.words.day },
      make("label", {}, make("span", {}, this.words.day), this.date), this.slider, make("div", { className: "marks" }, ...this.marks));
  }

  dayAt(steps) {
    return new Date(Date.parse(this.calendar.first) + steps * 864e5).toISOString().slice(0, 10);
  }

  dated() {
    const day = this.model.get("day");
    const whole = /^\d{4}-\d{2}-\d{2}$/.test(day);
    this.date.value = whole ? day : "";
    const shown = whole ? day : this.calendar.today;
    this.slider.value = Math.round((Date.parse(shown) - Date.parse(this.calendar.first)) / 864e5);
    this.slider.setAttribute("aria-valuetext", whole ? day : this.marks.find((mark) => mark.dataset.day === day)?.textContent ?? shown);
    for (const mark of this.marks) mark.setAttribute("aria-pressed", String(mark.dataset.day === day));
  }

  typed() {
    const query = this.model.get("query");
    if (document.activeElement !== this.search && this.search.value !== query) this.search.value = query;
  }

  // The list ---------------------------------------------------------------------------------------------------------

  list() {
    const { rows, total, choices } = this.model.get("listing");
    const opened = this.model.get("opened");
    const first = this.rows.children[0]?.dataset.id;
    const listed = rows.map((row, at) =>
      make("li", { id: `${this.name}-${at}`, role: "option", "data-id": row.id, "aria-selected": String(row.id === opened) },
        make("b", {}, row.name), make("small", {}, [row.id, row.kind, row.owner, row.standing].filter(Boolean).join(" · ")),
        make("span", { className: row.inferred ? "sure inferred" : "sure" }, row.confidence)));
    this.rows.replaceChildren(...listed);
    this.count.textContent = total ? this.words.found.replace("{shown}", number(rows.length)).replace("{total}", number(total)) : this.words.none;
    this.more.hidden = rows.length >= total;
    for (const [name, select] of Object.entries(this.filters)) this.offer(name, select, choices[name] ?? []);
    this.mark(rows[0]?.id === first ? Math.min(this.at, Math.max(rows.length - 1, 0)) : 0); // another list begins at its top
  }

  offer(name, select, choices) {
    if (select === document.activeElement && select.options.length > 1 && select.value === this.model.get(name)) {
      if (choices.length === select.options.length - 1) return; // a list that is open is not changed under the reader's hand
    }
    const options = [["", this.words.any, null], ...choices].map(([value, label, count]) =>
      make("option", { value }, count === null ? label : `${label} (${number(count)})`));
    select.replaceChildren(...options);
    select.value = this.model.get(name);
  }

  mark(at) {
    this.rows.children[this.at]?.classList.remove("current");
    this.at = at;
    const row = this.rows.children[at];
    if (!row) return this.rows.removeAttribute("aria-activedescendant");
    row.classList.add("current");
    this.rows.setAttribute("aria-activedescendant", row.id);
    const [top, bottom] = [row.offsetTop - this.rows.offsetTop, row.offsetTop - this.rows.offsetTop + row.offsetHeight];
    if (top < this.rows.scrollTop) this.rows.scrollTop = top;
    else if (bottom > this.rows.scrollTop + this.rows.clientHeight) this.rows.scrollTop = bottom - this.rows.clientHeight;
  }

  clicked(event) {
    const row = event.target.closest("li");
    if (!row) return;
    this.mark([...this.rows.children].indexOf(row));
    this.go(row.dataset.id);
  }

  // Going about ------------------------------------------------------------------------------------------------------

  go(id) {
    const here = this.model.get("opened");
    if (id === here) return;
    if (here) this.past.push(here);
    this.future = [];
    this.show(id);
  }

  step(from, to) {
    if (!from.length) return;
    to.push(this.model.get("opened"));
    this.show(from.pop());
  }

  show(id) {
    this.arriving = true;
    this.ask({ opened: id });
    for (const row of this.rows.children) row.setAttribute("aria-selected", String(row.dataset.id === id));
  }

  key(event) {
    const field = event.target.matches("input, select");
    const { key, altKey, ctrlKey, metaKey } = event;
    event.stopPropagation(); // what is pressed in here is not for the notebook around
    if (ctrlKey || metaKey) return;
    const inList = event.target === this.rows || event.target === this.search;
    const acts = {
      ArrowDown: inList && (() => (event.target === this.search ? this.rows.focus() : this.mark(Math.min(this.at + 1, this.rows.children.length - 1)))),
      ArrowUp: event.target === this.rows && (() => (this.at === 0 ? this.search.focus() : this.mark(this.at - 1))),
      Home: event.target === this.rows && (() => this.mark(0)),
      End: event.target === this.rows && (() => this.mark(this.rows.children.length - 1)),
      Enter: inList && (() => { const row = this.rows.children[this.at]; if (row) this.go(row.dataset.id); }),
      "/": !field && (() => { this.search.focus(); this.search.select(); }),
      Escape: !field && (() => this.rows.focus()),
      Backspace: !field && (() => this.step(this.past, this.future)),
      ArrowLeft: altKey && (() => this.step(this.past, this.future)),
      ArrowRight: altKey && (() => this.step(this.future, this.past)),
    };
    const act = acts[key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  // The page ---------------------------------------------------------------------------------------------------------

  tell() {
    const page = this.model.get("page");
    const { words } = this;
    if (!page.id) return this.page.replaceChildren(make("p", { className: "empty" }, words.empty));
    const title = make("h3", { tabIndex: -1 }, page.name);
    const ways = make("nav", {},
      this.way(words.back, "←", this.past, this.future), this.way(words.forward, "→", this.future, this.past));
    const parts = page.absent_today ? [make("p", { className: "empty" }, words.absent)] : this.parts(page).filter(Boolean);
    this.page.replaceChildren(make("header", {}, title, ways), ...parts);
    this.page.scrollTop = 0;
    if (this.arriving) title.focus({ preventScroll: true });
    this.arriving = false;
  }

  way(words, sign, from, to) {
    return make("button", { type: "button", "aria-label": words, title: words, disabled: !from.length, onclick: () => this.step(from, to) }, sign);
  }

  parts(page) {
    const { words } = this;
    return [
      make("p", { className: "under" }, [page.id, page.kind, page.layer, page.standing].filter(Boolean).join(" · "), " ",
        this.sure(page)),
      this.file(page),
      this.part(words.facts, [make("dl", {}, ...page.facts.flatMap((fact) => [
        make("dt", {}, fact.label),
        make("dd", { className: fact.known ? "" : "unknown" }, ...fact.values.map(([text, href]) => make("div", {}, this.outside(text, href)))),
      ])), page.absent.length ? make("p", { className: "absent" }, `${words.not_stated}: ${page.absent.join(", ")}`) : null]),
      page.ties.length ? this.part(words.ties, page.ties.map((group) => make("div", { className: "group" }, make("h5", {}, group.words),
        make("ul", {}, ...group.ties.map((tie) => make("li", {}, this.link(tie), this.small(tie.more), this.sure(tie))))))) : null,
      page.flows.length ? this.part(words.flows, [make("ul", {}, ...page.flows.map((flow) => make("li", {},
        `${words[flow.way]} `, ...flow.ends.flatMap((end, at) => (at ? [" → ", this.link(end)] : [this.link(end)])), this.small(flow.more))))]) : null,
      page.places.length ? this.part(words.places, [make("ul", {}, ...page.places.map((place) => make("li", {}, place.name, this.small(place.mapping), this.sure(place))))]) : null,
      this.part(words.findings.replace("{day}", page.judged), page.findings.length ? page.findings.map((row) => make("div", { className: `finding ${row.outcome}` },
        make("b", {}, `${row.code} ${row.words}`), " ", row.message, row.fix ? make("div", {}, `${words.fix}: ${row.fix}`) : null, this.small(row.cites))) : [words.no_findings]),
      this.part(words.evidence, page.evidence.length ? [make("ul", {}, ...page.evidence.map((item) => make("li", {}, item.document, this.small(item.day), " ",
        this.outside(item.text, item.href), this.sure(item), this.small(item.note))))] : [words.no_evidence]),
    ];
  }

  part(title, children) {
    return make("section", {}, make("h4", {}, title), ...children);
  }

  link(end) {
    if (!end.here) return make("span", { className: "away" }, `${end.name} (${end.kind})`);
    return make("button", { type: "button", className: "link", title: `${end.id} · ${end.kind}`, onclick: () => this.go(end.id) }, end.name);
  }

  outside(text, href) {
    return href ? make("a", { href, target: "_blank", rel: "noopener noreferrer" }, text) : text;
  }

  small(text) {
    return text ? make("small", {}, ` ${text}`) : null;
  }

  sure({ confidence, inferred }) {
    return confidence ? make("span", { className: inferred ? "sure inferred" : "sure" }, confidence) : null;
  }

  file({ path, line }) {
    if (!path) return null;
    const text = `${path}:${line}`;
    const config = document.getElementById("jupyter-config-data"); // only JupyterLab has one
    if (!config) return make("p", { className: "file" }, `${this.words.file}: `, make("code", {}, text));
    const base = JSON.parse(config.textContent).baseUrl ?? "/";
    const id = `#line=${Math.max(line - 1, 0)}`;
    return make("p", { className: "file" }, `${this.words.file}: `, make("a", {
      href: `${base}lab/tree/${path.split("/").map(encodeURIComponent).join("/")}${id}`, className: "to-file", target: "_blank",
      "data-commandlinker-command": "rendermime:handle-local-link", "data-commandlinker-args": JSON.stringify({ path, id }),
    }, text));
  }
}

export default {
  render({ model, el }) {
    const face = new Face(model, el);
    return () => face.close();
  },
};
