// The drawing: vis-network shows, pans and hits; places come from the page's data, cards are ours.

let network = null;
let view = null;
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

function edgeOptions() {
  const smooth = { tree: { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 }, wall: false, outline: false, force: false, time: false };
  const drawn = layoutShown === "tree" || layoutShown === "force";
  const clear = "rgba(0,0,0,0)";
  return {
    smooth: smooth[layoutShown], width: 1, selectionWidth: 1, hoverWidth: 0, chosen: true,
    arrows: { to: { enabled: layoutShown === "force", scaleFactor: 0.4 } },
    color: {
      color: drawn ? palette.edge : clear, highlight: lined() ? clear : palette["pick-line"],
      hover: drawn ? palette.soft : clear, inherit: false,
    },
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
  view = new vis.DataView(dataset, { filter: (item) => shown.has(item.id) });
  network = new vis.Network(byId("graph"), { nodes: view, edges: new vis.DataSet(edges.map(edgeKey)) }, options());
  network.on("click", ({ nodes: [id] }) => select(id || null, "graph"));
  network.on("doubleClick", ({ nodes: [id] }) => id && set({ id, focus: !state.focus }));
  network.on("beforeDrawing", drawBelow);
  network.on("dragEnd", ({ nodes: [id] }) => {
    if (!id) return;
    places.set(id, network.getPosition(id));
    dataset.update({ id, ...places.get(id) });
  });
  network.on("hoverNode", () => { byId("graph").style.cursor = "pointer"; });
  network.on("blurNode", () => { byId("graph").style.cursor = ""; });
  const canvas = byId("graph").querySelector("canvas");
  canvas.setAttribute("aria-hidden", "true");
  byId("graph").firstElementChild.tabIndex = -1;
  byId("graph").addEventListener("keydown", graphKey);
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

// The whole cards in view, not only their centres, which is what vis-network's own fit looks at.
function fit() {
  const frame = byId("graph");
  if (!shown.size || !frame.clientWidth) return;
  const box = boundsOf(shown);
  if (state.layout === "time") box.top -= 46;
  if (layoutShown === "outline") return fitWidth(box, frame);
  const scale = Math.min((frame.clientWidth - 36) / (box.right - box.left), (frame.clientHeight - 28) / (box.bottom - box.top), 1.25);
  network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale });
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
  else if (event.key === "0") fit();
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

function showGraph(before) {
  const moved = layoutShown !== layoutName();
  if (moved) {
    placeAll();
    dataset.update(order.map((id) => ({ id, ...places.get(id) })));
  }
  if (moved || before.theme !== state.theme || before.dark !== dark()) network.setOptions({ edges: edgeOptions() });
  view.refresh();
  if (state.id && shown.has(state.id)) network.selectNodes([state.id]);
  else network.unselectAll();
  const { clientWidth, clientHeight } = byId("graph");
  const resized = sizeShown !== `${clientWidth} ${clientHeight}`;
  sizeShown = `${clientWidth} ${clientHeight}`;
  if (moved || resized || before.focus !== state.focus) fit();
  if (state.id && state.id !== before.id && shown.has(state.id) && state.from !== "graph") keepInView(state.id);
  network.redraw();
}
