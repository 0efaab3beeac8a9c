/* The network of flows: draws what the page holds as data, filters it, shows the evidence. Every text goes in as text. */
"use strict";
(function () {
  const box = document.getElementById("net");
  const data = JSON.parse(document.getElementById("net-data").textContent);
  if (!box || !window.vis) { return; }
  const words = data.words;
  const LISTED = 60;
  const form = document.getElementById("net-bar");
  const chosen = document.getElementById("net-chosen");
  const list = document.getElementById("net-list");
  const LOOKS = {
    platform: { color: { background: "#12304f", border: "#16202c", highlight: { background: "#12304f", border: "#d55e00" } }, font: { color: "#ffffff" }, borderWidth: 2, shapeProperties: { borderRadius: 4 } },
    own: { color: { background: "#eef4fa", border: "#1d3a5f", highlight: { background: "#dcebf8", border: "#d55e00" } }, shapeProperties: { borderRadius: 3 } },
    other: { color: { background: "#ffffff", border: "#5b6673", highlight: { background: "#f4f6f8", border: "#d55e00" } }, shapeProperties: { borderRadius: 14 } },
  };
  const DASHES = { live: false, coming: [7, 4], ended: [1.5, 3], unknown: [2.5, 2.5] };
  const WIDTHS = { live: 2, coming: 1.6, ended: 1, unknown: 1.1 };

  function fold(text) {
    return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim();
  }

  function make(tag, text) {
    const made = document.createElement(tag);
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  const nodes = new vis.DataSet(data.nodes.map(function (node) {
    const marks = [node.severed ? "⚠ " + node.severed : "", node.circle ? "↻" : ""].filter(Boolean).join("  ");
    const weak = marks ? { borderWidth: 3, label: node.label + "\n" + marks } : {};
    return Object.assign({ id: node.id, label: node.label, x: node.x, y: node.y }, LOOKS[node.look], weak);
  }));
  const arcs = new vis.DataSet(data.arcs.map(function (arc, n) {
    return {
      id: n, from: arc.from, to: arc.to, label: arc.letter, width: WIDTHS[arc.standing], dashes: DASHES[arc.standing],
      arrows: arc.both ? "to, from" : "to", color: { color: data.colours[arc.route], highlight: data.colours[arc.route] },
    };
  }));
  const byId = new Map(data.nodes.map(function (node) { return [node.id, node]; }));

  box.hidden = false;
  const network = new vis.Network(document.getElementById("net-canvas"), { nodes: nodes, edges: arcs }, {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hideEdgesOnDrag: !data.smooth, hideEdgesOnZoom: !data.smooth, hover: false, dragNodes: true },
    nodes: { shape: "box", widthConstraint: { minimum: data.wide - 10 }, margin: 5, font: { size: 10.5, multi: false, face: "Segoe UI, Roboto, Noto Sans, DejaVu Sans, Arial, sans-serif", color: "#16202c" } },
    edges: {
      smooth: data.smooth ? { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 } : false,
      arrows: { to: { scaleFactor: 0.6 }, from: { scaleFactor: 0.6 } }, selectionWidth: 3,
      font: { size: 10, align: "middle", background: "#ffffff", strokeWidth: 0, multi: false, color: "#16202c" },
    },
  });

  function holds(line, day) {
    if (line.since !== null && line.since > day) { return false; }
    return line.until === null || day < (line.until.length === 10 ? line.until : line.until + "~");
  }

  function wanted() {
    const find = fold(form.elements.find.value).split(" ").filter(Boolean);
    const route = form.elements.route.value, platform = form.elements.platform.value;
    const domain = form.elements.domain.value, state = form.elements.state.value, on = form.elements.on.value;
    return data.lines.map(function (line) {
      return find.every(function (word) { return line.find.includes(word); }) && (!route || line.route === route) &&
        (!platform || line.platforms.includes(platform)) && (!domain || line.domains.includes(domain)) &&
        (!state || line.standing === state) && (!on || holds(line, on));
    });
  }

  function item(n) {
    const line = data.lines[n], row = make("li"), button = make("button", line.id + "  " + line.source + (line.both ? " ⇄ " : " → ") + line.target);
    button.type = "button";
    button.addEventListener("click", function () { tell([n], null); focus(n); });
    row.append(button);
    return row;
  }

  function listed(places) {
    list.replaceChildren(...places.slice(0, LISTED).map(item));
    if (places.length > LISTED) { list.append(make("li", "+" + (places.length - LISTED) + " " + words.more)); }
    if (!places.length) { list.append(make("li", words.none)); }
  }

  function focus(n) {
    const ids = [];
    data.arcs.forEach(function (arc, place) { if (arc.lines.includes(n)) { ids.push(place); } });
    network.selectEdges(ids);
    network.fit({ nodes: ids.flatMap(function (id) { return [data.arcs[id].from, data.arcs[id].to]; }), maxZoomLevel: 1.2, animation: false });
  }

  function sources(line) {
    const found = make("dd");
    if (!line.evidence.length) { found.textContent = words.no_evidence; }
    line.evidence.forEach(function (source) {
      const row = make("div");
      if (source.url) {
        const link = make("a", source.document);
        link.href = source.url;
        link.rel = "noopener noreferrer";
        row.append(link);
      } else { row.append(make("span", source.document)); }
      row.append(make("span", " (" + source.told + ")"));
      found.append(row);
    });
    return found;
  }

  function card(n) {
    const line = data.lines[n], made = make("article"), facts = make("dl");
    made.append(make("h3", line.id));
    [["sender", line.source], ["receiver", line.target], ["way", line.way], ["content", line.content], ["state", line.state],
      ["both_ways", line.both ? words.yes : null], ["since", line.since], ["until", line.until], ["due", line.due],
      ["confidence", line.confidence]].forEach(function (fact) {
      if (fact[1]) { facts.append(make("dt", words[fact[0]]), make("dd", fact[1])); }
    });
    facts.append(make("dt", words.evidence), sources(line));
    made.append(facts);
    return made;
  }

  function tell(places, node) {
    chosen.replaceChildren();
    if (node) {
      const head = make("p"), name = make(node.href ? "a" : "b", node.name);
      if (node.href) { name.href = node.href; }
      head.append(name);
      if (node.severed) { head.append(make("span", " ⚠ " + node.severed + " " + words.severed)); }
      chosen.append(head);
    }
    chosen.append(...places.slice(0, 20).map(card));
    if (places.length > 20) { chosen.append(make("p", "+" + (places.length - 20) + " " + words.more)); }
    document.querySelector(".net-side").scrollTop = 0;
  }

  function filter() {
    const shown = wanted(), live = new Set(), places = [];
    shown.forEach(function (is, n) { if (is) { places.push(n); } });
    arcs.update(data.arcs.map(function (arc, n) {
      const is = arc.lines.some(function (line) { return shown[line]; });
      if (is) { live.add(arc.from); live.add(arc.to); }
      return { id: n, hidden: !is };
    }));
    nodes.update(data.nodes.map(function (node) { return { id: node.id, hidden: !live.has(node.id) }; }));
    document.getElementById("net-count").textContent = places.length + " " + words.count + " " + words.of + " " + data.lines.length;
    listed(places);
    if (live.size) { network.fit({ nodes: Array.from(live), maxZoomLevel: 1.4, animation: false }); }
  }

  network.on("selectNode", function (event) {
    const node = byId.get(event.nodes[0]), shown = wanted(), places = new Set();
    data.arcs.forEach(function (arc) {
      if (arc.from === node.id || arc.to === node.id) { arc.lines.forEach(function (n) { if (shown[n]) { places.add(n); } }); }
    });
    tell(Array.from(places), node);
  });
  network.on("selectEdge", function (event) {
    if (!event.nodes.length) { tell(Array.from(data.arcs[event.edges[0]].lines), null); }
  });
  network.on("deselectNode", function (event) { if (!event.nodes.length) { hint(); } });
  network.on("deselectEdge", function (event) { if (!event.edges.length) { hint(); } });
  function hint() { chosen.replaceChildren(make("p", words.pick)); }

  let waiting = 0;
  form.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  form.addEventListener("submit", function (event) { event.preventDefault(); filter(); });
  form.addEventListener("reset", function () { setTimeout(function () { hint(); filter(); }); });
  document.getElementById("net-fit").addEventListener("click", function () { network.fit({ animation: false }); });
  hint();
  filter();
  network.once("afterDrawing", function () { box.dataset.drawn = "yes"; });
  network.redraw();
})();
