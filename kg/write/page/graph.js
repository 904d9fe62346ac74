// The drawing: vis-network shows, pans and hits; places come from the page's data, cards are ours.

let network = null;
let nodeView = null;
let edgeView = null;
let dataset = null;
const places = new Map();
const edgeKey = (edge, index) => ({ id: index, from: edge.from, to: edge.to });

// The tree stands upright where the pane is narrow.
const narrow = () => byId("graph").clientWidth < 560;
const layoutName = () => (state.layout !== "tree" ? state.layout : narrow() ? "outline" : data.plan);
const lined = () => layoutShown === "outline" || layoutShown === "wall";
const parents = new Map(Object.entries(data.parents));
let layoutShown = null;
let sizeShown = null;
let paletteShown = null;

function placeAll() {
  layoutShown = layoutName();
  if (layoutShown === data.plan) for (const { id, x, y } of data.drawing.nodes) places.set(id, { x, y });
  else data.layouts[layoutShown].forEach(([x, y], index) => places.set(order[index], { x, y }));
}

function lookOf(id, hover) {
  const near = state.id ? neighbours.get(state.id) : null;
  return { selected: id === state.id, hover, faint: near && id !== state.id && !near.has(id), scale: network ? network.getScale() : 1 };
}

function renderer({ ctx, id, x, y, state: drawn }) {
  const [, width, height] = data.cards[id];
  return { drawNode: () => drawCard(ctx, id, x, y, lookOf(id, drawn.hover)), nodeDimensions: { width, height } };
}

// Links beside the tree would run behind its cards: they are drawn while one of their ends is selected.
const isBranch = ({ from, to }) => parents.get(to) === from || parents.get(from) === to;
function edgeDrawn(edge) {
  if (lined()) return false;
  if (layoutShown === "force" || edge.from === state.id || edge.to === state.id) return true;
  return layoutShown === "tree" && isBranch(edge);
}

function edgeOptions() {
  const curved = { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 };
  return {
    smooth: layoutShown === "tree" && curved, width: 1, selectionWidth: 1, hoverWidth: 0, chosen: true,
    arrows: { to: { enabled: layoutShown === "force", scaleFactor: 0.4 } },
    color: { color: palette.edge, highlight: palette["pick-line"], hover: palette.soft, inherit: false },
  };
}

function options() {
  return {
    ...data.drawing.options,
    autoResize: true, physics: false, configure: { enabled: false }, layout: { improvedLayout: false, randomSeed: 1 },
    nodes: { shape: "custom", ctxRenderer: renderer, chosen: false },
    edges: edgeOptions(),
    interaction: { hover: true, keyboard: false, multiselect: false, selectConnectedEdges: true, tooltipDelay: 1e9, zoomSpeed: 0.6 },
  };
}

function startGraph() {
  placeAll();
  dataset = new vis.DataSet(data.drawing.nodes.map(({ id }) => ({ id, ...places.get(id) })));
  nodeView = new vis.DataView(dataset, { filter: (item) => shown.has(item.id) });
  edgeView = new vis.DataView(new vis.DataSet(edges.map(edgeKey)), { filter: edgeDrawn });
  network = new vis.Network(byId("graph"), { nodes: new vis.DataSet(), edges: new vis.DataSet() }, options());
  drawOnce(() => network.setData({ nodes: nodeView, edges: edgeView }));
  network.on("click", ({ nodes: [id] }) => select(id || null, "graph"));
  network.on("doubleClick", ({ nodes: [id] }) => id && set({ id, focus: !state.focus }));
  network.on("beforeDrawing", drawBelow);
  network.on("dragEnd", ({ nodes: [id] }) => {
    if (!id) return;
    places.set(id, network.getPosition(id));
    dataset.update({ id, ...places.get(id) });
  });
  network.on("hoverNode", ({ node: id }) => hint(id));
  network.on("blurNode", () => hint(null));
  const canvas = byId("graph").querySelector("canvas");
  canvas.setAttribute("aria-hidden", "true");
  byId("graph").firstElementChild.tabIndex = -1;
  byId("graph").addEventListener("keydown", graphKey);
}

// Seen from far a card has room for few words; all of them are told under the pointer.
function hint(id) {
  byId("graph").style.cursor = id ? "pointer" : "";
  byId("graph").title = id ? [nameOf(nodes.get(id)), nodes.get(id).detail].filter(Boolean).join(" · ") : "";
}

// vis-network draws after each change; here once for all of them, with the next frame.
let frameAsked = false;
function drawOnce(change) {
  network.body.emitter.emit("_blockRedraw");
  change();
  if (frameAsked) return;
  frameAsked = true;
  requestAnimationFrame(() => {
    frameAsked = false;
    network.body.emitter.emit("_allowRedraw");
    // It leaves out what it believes out of sight, and learns only now where things are.
    network.body.emitter.emit("_resizeNodes");
    network.redraw();
  });
}

function boundsOf(ids) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const id of ids) {
    const { x, y } = places.get(id);
    const [, width, height] = data.cards[id];
    box.left = Math.min(box.left, x - width / 2);
    box.right = Math.max(box.right, x + width / 2);
    box.top = Math.min(box.top, y - height / 2);
    box.bottom = Math.max(box.bottom, y + height / 2);
  }
  return box;
}

// The whole cards in view, not only their centres, which is what vis-network's own fit looks at. On a phone that would
// be dust: there it opens where reading begins, and the whole is for who asks for it.
const READABLE = 0.7;
function fit(whole) {
  const frame = byId("graph");
  if (!shown.size || !frame.clientWidth) return;
  const box = boundsOf(shown);
  if (state.layout === "time") box.top -= 46;
  if (layoutShown === "outline") return fitWidth(box, frame);
  const scale = Math.min((frame.clientWidth - 36) / (box.right - box.left), (frame.clientHeight - 28) / (box.bottom - box.top), 1.25);
  if (narrow() && scale < READABLE && !whole) return fitBeginning(box, frame);
  network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale });
}

function fitBeginning(box, frame) {
  const root = [...shown].find((id) => id === state.id) || [...shown].find((id) => !parents.has(id));
  const corner = { x: box.left + frame.clientWidth / READABLE / 2 - 16, y: box.top + frame.clientHeight / READABLE / 2 - 16 };
  network.moveTo({ position: state.layout === "time" && !state.id ? corner : places.get(root), scale: READABLE });
}

// A column of cards is read from its top, at a size that can be read.
function fitWidth(box, frame) {
  const scale = Math.min((frame.clientWidth - 24) / (box.right - box.left), 1.1);
  const top = box.top + frame.clientHeight / scale / 2 - 14;
  const y = state.id && shown.has(state.id) ? Math.max(places.get(state.id).y, top) : top;
  network.moveTo({ position: { x: (box.left + box.right) / 2, y }, scale });
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor });
}

// Years as headings over their columns; the plan's years shaded.
function drawBelow(ctx) {
  if (layoutShown === "time") drawYears(ctx);
  if (lined()) drawBranches(ctx);
}

// Lines in the gutters: from a card down, along above what hangs on it, and down left of the column to each of it.
function drawBranches(ctx) {
  ctx.lineWidth = 1;
  for (const [kid, parent] of parents) {
    if (!shown.has(kid) || !shown.has(parent)) continue;
    const [from, to] = [places.get(parent), places.get(kid)];
    const [, width, height] = data.cards[parent];
    const left = to.x - data.cards[kid][1] / 2;
    const middle = layoutShown === "wall" && !parents.has(parent);
    const start = middle ? from.x : from.x - width / 2 + 16;
    const level = from.y + height / 2 + (middle ? 26 : 6);
    ctx.strokeStyle = state.id === kid || state.id === parent ? palette["pick-line"] : palette.edge;
    ctx.beginPath();
    ctx.moveTo(start, from.y + height / 2);
    ctx.lineTo(start, level);
    ctx.lineTo(left - 14, level);
    ctx.lineTo(left - 14, to.y);
    ctx.lineTo(left, to.y);
    ctx.stroke();
  }
}

function drawYears(ctx) {
  const columns = new Map();
  for (const id of shown) {
    const year = nodes.get(id).year;
    columns.set(year, [...(columns.get(year) || []), id]);
  }
  const periods = planPeriods();
  for (const [year, ids] of columns) {
    const box = boundsOf(ids);
    const inside = periods.some(([start, end]) => start <= year && year <= end);
    if (inside) {
      ctx.fillStyle = palette.band;
      roundedBox(ctx, box.left - 14, -50, box.right - box.left + 28, box.bottom + 64, 10);
      ctx.fill();
    }
    ctx.fillStyle = palette.ink;
    ctx.font = `650 17px ${FONT}`;
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    ctx.fillText(String(year ?? t("ui.undated")) + (inside ? " · " + t("ui.planPeriod") : ""), box.left, -26);
  }
}

// Arrow keys: the nearest card in that direction, distance aside counting double.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
function graphKey(event) {
  if (event.key === "+" || event.key === "=") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "0") fit(true);
  else if (ARROWS[event.key]) step(...ARROWS[event.key]);
  else if (event.key === "f" && state.id) set({ focus: !state.focus });
  else return;
  event.preventDefault();
}

function step(dx, dy) {
  const from = state.id && shown.has(state.id) ? places.get(state.id) : null;
  let best = null;
  let least = Infinity;
  for (const id of shown) {
    if (id === state.id) continue;
    const to = places.get(id);
    const along = from ? (to.x - from.x) * dx + (to.y - from.y) * dy : 0;
    const aside = from ? Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx) : 0;
    if ((!from || along > 4) && along + 2 * aside < least) [best, least] = [id, along + 2 * aside];
  }
  if (best) select(best, "keys");
}

function keepInView(id) {
  const frame = byId("graph");
  const at = network.canvasToDOM(places.get(id));
  const [, width, height] = data.cards[id].map((size) => (size * network.getScale()) / 2);
  if (at.x < width || at.y < height || at.x > frame.clientWidth - width || at.y > frame.clientHeight - height) {
    network.moveTo({ position: places.get(id) });
  }
}

const sizeOf = ({ clientWidth, clientHeight }) => `${clientWidth} ${clientHeight}`;

function showGraph(before) {
  drawOnce(() => changeGraph(before));
}

function changeGraph(before) {
  const moved = layoutShown !== layoutName();
  if (moved) {
    placeAll();
    dataset.update(order.map((id) => ({ id, ...places.get(id) })));
  }
  if (moved || paletteShown !== palette) network.setOptions({ edges: edgeOptions() });
  paletteShown = palette;
  nodeView.refresh();
  edgeView.refresh();
  if (state.id && shown.has(state.id)) network.selectNodes([state.id]);
  else network.unselectAll();
  const resized = sizeShown !== sizeOf(byId("graph"));
  sizeShown = sizeOf(byId("graph"));
  if (resized) network.setSize();
  if (moved || resized || before.focus !== state.focus || before.article !== state.article) fit();
  if (state.id && state.id !== before.id && shown.has(state.id) && state.from !== "graph") keepInView(state.id);
}

function resizeGraph() {
  if (sizeShown !== sizeOf(byId("graph"))) set({});
}
