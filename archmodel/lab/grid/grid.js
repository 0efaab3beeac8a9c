// The browser's side of a table: drawing, keys and downloads. Rows come from the kernel as text and become text of nodes.

const PAUSE = 60;
const DRAWN = ["change:view", "change:order", "change:falling"];

function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

function render({ model, el }) {
  const words = model.get("words");
  const ask = (values) => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
  };
  let timer;
  const search = make("input", { type: "search", placeholder: words.search, "aria-label": words.search, oninput: () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask({ query: search.value }), PAUSE);
  } });
  search.value = model.get("query");
  const count = make("span", { class: "count", role: "status" });
  const head = make("tr");
  const body = make("tbody");
  const more = make("button", { type: "button", class: "more", onclick: () => ask({ shown: model.get("shown") + 200 }) }, words.more);
  const take = (form) => make("button", { type: "button", "data-take": form, onclick: () => model.send({ take: form }) }, `${words.take} ${form.toUpperCase()}`);

  const sorted = (name) => ask({ order: name, falling: model.get("order") === name && !model.get("falling") });
  const draw = () => {
    const { columns, rows, total } = model.get("view");
    const [order, falling] = [model.get("order"), model.get("falling")];
    head.replaceChildren(...columns.map((name) =>
      make("th", { scope: "col", "aria-sort": name !== order ? "none" : falling ? "descending" : "ascending" },
        make("button", { type: "button", title: `${words.sort} ${name}`, onclick: () => sorted(name) }, name, name !== order ? "" : falling ? " ▼" : " ▲"))));
    body.replaceChildren(...rows.map((row) => make("tr", {}, ...row.map((cell) => make("td", {}, cell)))));
    count.textContent = words.count.replace("{shown}", rows.length).replace("{total}", total);
    more.hidden = rows.length >= total;
  };
  const received = ({ name }, buffers) => {
    const link = make("a", { href: URL.createObjectURL(new Blob(buffers)), download: name });
    link.click();
    URL.revokeObjectURL(link.href);
  };

  el.classList.add("archmodel-grid");
  el.setAttribute("data-lm-suppress-shortcuts", "true"); // JupyterLab keeps its keys to itself here
  el.addEventListener("keydown", (event) => event.stopPropagation());
  el.append(
    make("div", { class: "bar" }, make("b", {}, model.get("title")), search, count, take("csv"), take("xlsx")),
    make("div", { class: "table", tabindex: "0", role: "region", "aria-label": model.get("title") || words.search }, make("table", {}, make("thead", {}, head), body)),
    more,
  );
  for (const event of DRAWN) model.on(event, draw); // rows may stay while the order they are told to be in changes
  model.on("msg:custom", received);
  draw();
  return () => {
    for (const event of DRAWN) model.off(event, draw);
    model.off("msg:custom", received);
  };
}

export default { render };
