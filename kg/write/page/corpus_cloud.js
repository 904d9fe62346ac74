// The cloud: every figure found as one dot, year after year, read downwards and on. Drawn once, then only moved; seen from
// near, the dots in the window become cards.

const LARGEST_IMAGE = 4096;
const CARD_WIDTH = 118;
const GAP = 2;
const cloudAt = { x: 0, y: 0, scale: 1, fitted: 1 };
let drawn = null;
let inks = {};

function cloud() {
  const sorted = Array.from(found).sort((a, b) => columns.year[a] - columns.year[b] || columnOf(state.rows)[a] - columnOf(state.rows)[b] || a - b);
  const years = most(sorted.map((at) => columns.year[at])).sort((a, b) => a[0] - b[0]);
  const high = rowsFor(years);
  const groups = [];
  let [from, column] = [0, 0];
  for (const [year, count] of years) {
    groups.push({ year, column, members: sorted.slice(from, from + count) });
    from += count;
    column += Math.ceil(count / high) + GAP;
  }
  const wide = Math.max(1, column - GAP);
  const pitch = Math.max(1, Math.min(6, Math.floor(LARGEST_IMAGE / Math.max(wide, high))));
  readInks();
  drawn = { image: cloudImage(groups, high, wide, pitch), groups, high, wide, pitch };
  const zoomButton = (id, word, factor) => el("button", { type: "button", id, "aria-label": t(word), data: { key: id }, on: { click: () => zoomCloud(factor, byId("dots").clientWidth / 2, byId("dots").clientHeight / 2) } }, factor > 1 ? "+" : "−");
  return [
    el("div", { class: "key" }, el("span", { style: colour("target") }, el("i", { class: "dot" }), t("status.target")), el("span", { style: colour("figure") }, el("i", { class: "dot" }), t("kind.figure")),
      el("span", { class: "buttons" }, el("button", { type: "button", id: "fit", data: { key: "fit" }, on: { click: fitCloud } }, t("ui.fit")), zoomButton("zoom-in", "ui.zoomIn", 1.5), zoomButton("zoom-out", "ui.zoomOut", 1 / 1.5))),
    el("canvas", { id: "dots", tabindex: 0, role: "img", "aria-label": t("ui.cloudHelp"), data: { key: "canvas" } }),
  ];
}

// As many rows as fill the pane: fewer make it too wide, more too high.
function rowsFor(years) {
  const aspect = Math.max(0.6, (byId("map").clientWidth - 24) / Math.max(200, byId("map").clientHeight - 130));
  let high = 6;
  while (years.reduce((sum, [, count]) => sum + Math.ceil(count / high) + GAP, 0) > aspect * high) high += 1;
  return high;
}

function readInks() {
  const style = getComputedStyle(document.documentElement);
  inks = Object.fromEntries(["pane", "ink", "soft", "line", "pick", "pick-line", "figure", "target"].map((name) => [name, style.getPropertyValue("--" + name).trim()]));
  inks.font = style.getPropertyValue("--sans");
}

function cloudImage(groups, high, wide, pitch) {
  const image = el("canvas", { width: wide * pitch, height: high * pitch });
  const ctx = image.getContext("2d");
  const size = pitch > 2 ? pitch - 1 : pitch;
  for (const aimed of [false, true]) {
    ctx.fillStyle = aimed ? inks.target : inks.figure;
    for (const { column, members } of groups) {
      members.forEach((at, index) => {
        if (isTarget(at) === aimed) ctx.fillRect((column + Math.floor(index / high)) * pitch, (index % high) * pitch, size, size);
      });
    }
  }
  return image;
}

function startCloud() {
  const canvas = byId("dots");
  const pointers = new Map();
  let moved = false;
  canvas.addEventListener("pointerdown", (event) => { pointers.set(event.pointerId, [event.offsetX, event.offsetY]); moved = false; canvas.setPointerCapture(event.pointerId); });
  canvas.addEventListener("pointermove", (event) => {
    const from = pointers.get(event.pointerId);
    if (!from) return;
    const to = [event.offsetX, event.offsetY];
    moved ||= Math.hypot(to[0] - from[0], to[1] - from[1]) > 2;
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, to);
    if (other) return zoomCloud(Math.hypot(to[0] - other[0], to[1] - other[1]) / Math.max(1, Math.hypot(from[0] - other[0], from[1] - other[1])), (to[0] + other[0]) / 2, (to[1] + other[1]) / 2);
    return moveCloud(to[0] - from[0], to[1] - from[1]);
  });
  for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, (event) => { pointers.delete(event.pointerId); if (!moved && name === "pointerup") pickDot(event.offsetX, event.offsetY); });
  canvas.addEventListener("wheel", (event) => { event.preventDefault(); zoomCloud(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY); }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (step) moveCloud(...step);
    else if (event.key === "+" || event.key === "=" || event.key === "-") zoomCloud(event.key === "-" ? 1 / 1.3 : 1.3, canvas.clientWidth / 2, canvas.clientHeight / 2);
    else if (event.key === "0") fitCloud();
    else return;
    event.preventDefault();
  });
  new ResizeObserver(fitCloud).observe(canvas);
  fitCloud();
}

function fitCloud() {
  const canvas = byId("dots");
  if (!canvas?.clientWidth) return;
  canvas.width = canvas.clientWidth * devicePixelRatio;
  canvas.height = canvas.clientHeight * devicePixelRatio;
  const scale = Math.min((canvas.clientWidth - 24) / drawn.image.width, (canvas.clientHeight - 36) / drawn.image.height, 4);
  Object.assign(cloudAt, { x: (canvas.clientWidth - drawn.image.width * scale) / 2, y: 26, scale, fitted: scale });
  repaint();
}

function moveCloud(dx, dy) {
  cloudAt.x += dx;
  cloudAt.y += dy;
  repaint();
}

function zoomCloud(factor, x, y) {
  const scale = Math.max(cloudAt.fitted / 2, Math.min(cloudAt.scale * factor, (CARD_WIDTH * 1.3) / drawn.pitch));
  const by = scale / cloudAt.scale;
  Object.assign(cloudAt, { x: x - (x - cloudAt.x) * by, y: y - (y - cloudAt.y) * by, scale });
  repaint();
}

let waiting = false;
function repaint() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; if (byId("dots")) paint(byId("dots")); });
}

function paint(canvas) {
  const ctx = canvas.getContext("2d");
  const { image, groups, pitch } = drawn;
  const cell = pitch * cloudAt.scale;
  ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  ctx.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
  ctx.imageSmoothingEnabled = cloudAt.scale < 1;
  if (cell >= CARD_WIDTH) paintCards(ctx, canvas, cell);
  else paintImage(ctx, canvas, image);
  paintYears(ctx, groups, cell);
  const place = state.id === null || cell >= CARD_WIDTH ? null : placeOfDot(state.id);
  if (!place) return;
  ctx.strokeStyle = inks["pick-line"];
  ctx.lineWidth = 3;
  ctx.strokeRect(cloudAt.x + place[0] * cell - 3, cloudAt.y + place[1] * cell - 3, Math.max(cell, 4) + 5, Math.max(cell, 4) + 5);
}

// Above their dots; where these are moved out at the top, on a strip over them.
function paintYears(ctx, groups, cell) {
  const y = Math.max(15, cloudAt.y - 7);
  ctx.font = "12px " + inks.font;
  let last = -99;
  for (const { year, column, members } of groups) {
    const end = cloudAt.x + (column + Math.ceil(members.length / drawn.high)) * cell;
    const x = y > cloudAt.y ? Math.max(4, cloudAt.x + column * cell) : cloudAt.x + column * cell;
    if (x - last < 48 || end < x) continue;
    last = x;
    ctx.fillStyle = inks.pane;
    if (y > cloudAt.y) ctx.fillRect(x - 3, 0, 44, 20);
    ctx.fillStyle = inks.soft;
    ctx.fillText(yearWord(year), x, y);
  }
}

// Only the piece in the window: scaling what nobody sees costs as much as what is seen.
function paintImage(ctx, canvas, image) {
  const { x, y, scale } = cloudAt;
  const left = Math.max(0, Math.floor(-x / scale));
  const top = Math.max(0, Math.floor(-y / scale));
  const right = Math.min(image.width, Math.ceil((canvas.clientWidth - x) / scale));
  const bottom = Math.min(image.height, Math.ceil((canvas.clientHeight - y) / scale));
  if (right > left && bottom > top) ctx.drawImage(image, left, top, right - left, bottom - top, x + left * scale, y + top * scale, (right - left) * scale, (bottom - top) * scale);
}

function paintCards(ctx, canvas, cell) {
  const { groups, high } = drawn;
  const first = Math.floor(-cloudAt.x / cell);
  const last = first + Math.ceil(canvas.clientWidth / cell) + 1;
  const top = Math.max(0, Math.floor(-cloudAt.y / cell));
  const bottom = Math.min(high, top + Math.ceil(canvas.clientHeight / cell) + 1);
  for (const { column, members } of groups) {
    for (let c = Math.max(first, column); c <= last && (c - column) * high < members.length; c += 1) {
      for (let line = top; line < bottom; line += 1) {
        const at = members[(c - column) * high + line];
        if (at !== undefined) paintCard(ctx, at, cloudAt.x + c * cell, cloudAt.y + line * cell, cell - 6);
      }
    }
  }
}

function paintCard(ctx, at, x, y, size) {
  const ink = isTarget(at) ? inks.target : inks.figure;
  ctx.fillStyle = at === state.id ? inks.pick : inks.pane;
  ctx.strokeStyle = at === state.id ? inks["pick-line"] : inks.line;
  ctx.lineWidth = at === state.id ? 2 : 1;
  ctx.beginPath();
  ctx.roundRect(x, y, size, size, 8);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = ink;
  ctx.fillRect(x, y + 8, 4, size - 16);
  ctx.fillStyle = inks.ink;
  ctx.font = "13px " + inks.font;
  const letters = Array.from(lists.metric[columns.metric[at]]);
  const room = Math.max(4, Math.floor((size - 20) / 13));
  for (let line = 0; line < 3 && letters.length; line += 1) {
    const words = letters.splice(0, room).join("");
    ctx.fillText(line === 2 && letters.length ? words.slice(0, -1) + "…" : words, x + 12, y + 22 + line * 18, size - 18);
  }
  ctx.fillStyle = ink;
  ctx.font = "600 14px " + inks.font;
  ctx.fillText(lists.amount[columns.amount[at]], x + 12, y + size - 14, size - 18);
}

function placeOfDot(at) {
  const group = drawn.groups.find((one) => one.year === columns.year[at]);
  const index = group ? group.members.indexOf(at) : -1;
  return index < 0 ? null : [group.column + Math.floor(index / drawn.high), index % drawn.high];
}

function pickDot(x, y) {
  const { groups, high, pitch } = drawn;
  const column = Math.floor((x - cloudAt.x) / cloudAt.scale / pitch);
  const line = Math.floor((y - cloudAt.y) / cloudAt.scale / pitch);
  const group = groups.findLast((one) => one.column <= column);
  const at = group && line >= 0 && line < high ? group.members[(column - group.column) * high + line] : undefined;
  if (at !== undefined) set({ id: at, pane: "article" });
}
