// What can be taken away: the table, the picture, the data. All made here, nothing is asked of a server.

const CSV_COLUMNS = ["metric", "value", "value_max", "unit", "comparator", "change", "status", "year", "period", "baseline_year",
  "subject", "region", "plan", "flags", "quote", "source", "start", "end"];

function csv() {
  const lines = [["id", ...CSV_COLUMNS], ...claimIds().map((id) => [id, ...CSV_COLUMNS.map((key) => nodes.get(id).raw[key])])];
  return toCsv(lines);
}

function shownEdges() {
  return edges.filter((edge) => edgeDrawn(edge) && shown.has(edge.from) && shown.has(edge.to));
}

const edgeInk = ({ from, to }) => palette[from === state.id || to === state.id ? "pick-line" : "edge"];

// From card to card as the drawing has it: a level S in the tree, a straight line else.
function edgePath({ from, to }) {
  const [a, b] = [places.get(from), places.get(to)];
  const middle = (a.x + b.x) / 2;
  return layoutShown === "tree" ? [a, { x: middle, y: a.y }, { x: middle, y: b.y }, b] : [a, a, b, b];
}

function pictureBox() {
  const box = boundsOf(shown);
  if (state.layout === "time") box.top -= 50;
  return { x: box.left - 24, y: box.top - 24, width: box.right - box.left + 48, height: box.bottom - box.top + 48 };
}

function picture(done) {
  const box = pictureBox();
  const scale = Math.min(2, 8000 / Math.max(box.width, box.height));
  const canvas = el("canvas", { width: Math.ceil(box.width * scale), height: Math.ceil(box.height * scale) });
  const ctx = canvas.getContext("2d");
  ctx.scale(scale, scale);
  ctx.translate(-box.x, -box.y);
  ctx.fillStyle = palette.pane;
  ctx.fillRect(box.x, box.y, box.width, box.height);
  drawBelow(ctx);
  for (const edge of shownEdges()) {
    ctx.strokeStyle = edgeInk(edge);
    const [a, b, c, d] = edgePath(edge);
    ctx.beginPath();
    ctx.moveTo(a.x, a.y);
    ctx.bezierCurveTo(b.x, b.y, c.x, c.y, d.x, d.y);
    ctx.stroke();
  }
  for (const id of shown) drawCard(ctx, id, places.get(id).x, places.get(id).y, { selected: id === state.id, scale: 1 });
  canvas.toBlob(done, "image/png");
}

function svgElement(tag, properties, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(properties)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

function svg() {
  const box = pictureBox();
  const root = svgElement("svg", { viewBox: `${box.x} ${box.y} ${box.width} ${box.height}`, width: box.width, height: box.height, "font-family": FONT.replaceAll('"', "'"), "font-size": CARD.size });
  root.append(svgElement("title", {}, data.title), svgElement("rect", { ...box, fill: palette.pane }));
  for (const edge of shownEdges()) {
    const path = edgePath(edge).map(({ x, y }) => `${x} ${y}`);
    root.append(svgElement("path", { d: `M${path[0]}C${path.slice(1).join(" ")}`, fill: "none", stroke: edgeInk(edge) }));
  }
  for (const id of shown) root.append(svgCard(id));
  return new XMLSerializer().serializeToString(root);
}

function svgCard(id) {
  const { node, lines, width, height } = cardOf(id);
  const { x, y } = places.get(id);
  const [left, top, ink, filled] = [x - width / 2, y - height / 2, palette[node.kind] || palette.document, node.kind === "plan"];
  const group = svgElement("g", {}, svgElement("rect", { x: left, y: top, width, height, rx: 7, fill: filled ? ink : palette.pane, stroke: id === state.id ? palette["pick-line"] : palette.line }));
  if (!filled) group.append(svgElement("rect", { x: left, y: top + 3, width: 4, height: height - 6, rx: 2, fill: ink }));
  const words = node.detail ? [...lines, node.detail] : lines;
  words.forEach((line, index) => {
    const last = node.detail && index === lines.length;
    group.append(svgElement("text", {
      x: left + CARD.left, y: top + (height - CARD.line * words.length) / 2 + CARD.line * index + 13.5,
      fill: filled ? palette.pane : last ? ink : palette.ink, "font-weight": last && node.raw ? 600 : 400,
    }, line));
  });
  return group;
}

// Statements about the selection, or about all that is shown, and about what only they lead to (evidence, quantities).
function turtle() {
  const { prefixes, terms, rows: statements } = data.triples;
  const subjects = new Map();
  for (const row of statements) subjects.set(row[0], [...(subjects.get(row[0]) || []), row]);
  const local = (term) => terms[term].replace(/^<|>$/g, "").split(/[:/#]/).at(-1);
  const todo = [...subjects.keys()].filter((term) => (state.id ? local(term) === state.id : shown.has(local(term))));
  const seen = new Set(todo);
  const lines = [];
  while (todo.length) {
    for (const [subject, predicate, object] of subjects.get(todo.shift())) {
      lines.push(`${terms[subject]} ${terms[predicate]} ${terms[object]} .`);
      if (subjects.has(object) && !seen.has(object) && !nodes.has(local(object))) {
        seen.add(object);
        todo.push(object);
      }
    }
  }
  return [...Object.entries(prefixes).map(([name, iri]) => `@prefix ${name}: <${iri}> .`), "", ...lines, ""].join("\n");
}

function startDownloads() {
  startMenu({
    csv: () => save(fileName("csv"), "text/csv;charset=utf-8", [csv()]),
    png: () => picture((blob) => save(fileName("png"), "image/png", [blob])),
    svg: () => save(fileName("svg"), "image/svg+xml", [svg()]),
    ttl: () => save(fileName("ttl"), "text/turtle;charset=utf-8", [turtle()]),
    link: () => copyLink(),
    print: () => window.print(),
  });
}
