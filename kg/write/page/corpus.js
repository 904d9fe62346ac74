// Many documents: a map of counts that opens into lists and comparisons; every figure leads to the words it stands in.

const data = JSON.parse(document.getElementById("data").textContent);
const KINDS = ["target", "figure", "goal", "project", "plan", "section", "organisation", "event", "region", "document"];
const { columns, lists } = data;
const COUNT = columns.value.length;
const ALL = Int32Array.from({ length: COUNT }, (_, index) => index);
const DIMENSIONS = ["region", "metric", "unit", "plan"];
const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
const state = { rows: "region", row: null, year: null, metric: null, document: null, id: null, query: "", cloud: false, lang: "zh", theme: null, length: 100 };

const lang = () => (state.lang === "en" ? 1 : 0);
const t = (key) => (data.words[key] || [key, key])[lang()];
const dark = () => (state.theme ? state.theme === "dark" : prefersDark.matches);
const MOST_ROWS = 34;
const MOST_YEARS = 14;

function wordOf(dimension, place) {
  if (dimension === "region") return data.regions[place][lang()] || data.regions[place][0] || t("ui.nation");
  return lists[dimension][place] || t(dimension === "unit" ? "ui.noUnit" : "ui.noPlan");
}

// --- what is picked

const folded = new Map();
const fold = (words) => folded.get(words) ?? folded.set(words, words.toLowerCase()).get(words);

function matches() {
  const needle = state.query.trim().toLowerCase();
  const inMetric = lists.metric.map((word) => needle && fold(word).includes(needle));
  const inDocument = data.documents.map(([title]) => needle && fold(title).includes(needle));
  const inPlan = lists.plan.map((word) => needle && fold(word).includes(needle));
  return ALL.filter((at) => {
    if (state.row !== null && columns[state.rows][at] !== state.row) return false;
    if (state.year !== null && columns.year[at] !== state.year) return false;
    if (state.metric !== null && columns.metric[at] !== state.metric) return false;
    if (state.document !== null && columns.document[at] !== state.document) return false;
    return !needle || inMetric[columns.metric[at]] || inDocument[columns.document[at]] || inPlan[columns.plan[at]] || fold(columns.quote[at]).includes(needle);
  });
}

// Without the limits the map itself sets, so that it does not shrink to the cell just picked.
function forMap() {
  const kept = [state.row, state.year];
  [state.row, state.year] = [null, null];
  const found = matches();
  [state.row, state.year] = kept;
  return found;
}

function most(values, count) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, count);
}

function set(patch) {
  Object.assign(state, { length: 100 }, patch);
  show();
}

// --- map

function showMap() {
  const found = forMap();
  const rows = most(Array.from(found, (at) => columns[state.rows][at]), MOST_ROWS).map(([row]) => row);
  const years = most(Array.from(found, (at) => columns.year[at]), MOST_YEARS).map(([year]) => year).sort((a, b) => a - b);
  const cells = new Map();
  for (const at of found) {
    const key = columns[state.rows][at] + " " + columns.year[at];
    cells.set(key, (cells.get(key) || 0) + 1);
  }
  const bar = el("div", { class: "bar" },
    el("div", { class: "segments", role: "group", "aria-label": t("ui.rows") }, DIMENSIONS.map((dimension) =>
      el("button", { type: "button", "aria-pressed": String(state.rows === dimension), on: { click: () => set({ rows: dimension, row: null }) } }, t("row." + dimension)))),
    el("button", { type: "button", id: "cloud", "aria-pressed": String(state.cloud), on: { click: () => set({ cloud: !state.cloud }) } }, t("ui.cloud")));
  const tally = el("p", { class: "tally" }, `${data.documents.length} ${t("ui.articles")} · ${found.length} / ${COUNT} ${t("ui.claims")}`);
  byId("map").replaceChildren(bar, tally, state.cloud ? cloud(found) : heat(rows, years, cells));
  if (state.cloud) startCloud();
}

const yearWord = (year) => (year ? String(year) : t("ui.noYear"));

function heat(rows, years, cells) {
  const peak = Math.max(1, ...cells.values());
  const head = el("tr", {}, el("th", { scope: "col" }, t("row." + state.rows)), years.map((year) => el("th", { scope: "col" }, yearWord(year))));
  const body = rows.map((row) => el("tr", {}, el("th", { scope: "row" }, el("button", { type: "button", class: "ref", on: { click: () => set({ row, year: null }) } }, wordOf(state.rows, row))),
    years.map((year) => {
      const count = cells.get(row + " " + year) || 0;
      if (!count) return el("td");
      const on = state.row === row && state.year === year;
      const share = 12 + 70 * Math.sqrt(count / peak);
      return el("td", {}, el("button", {
        type: "button", class: "cell", "aria-pressed": String(on), "aria-label": `${wordOf(state.rows, row)} ${yearWord(year)} ${count}`,
        style: { "--share": share + "%" }, on: { click: () => set(on ? { row: null, year: null } : { row, year }) },
      }, String(count)));
    })));
  return el("table", { class: "heat" }, el("caption", {}, t("ui.map")), el("thead", {}, head), el("tbody", {}, body));
}

// --- cloud: every figure one dot, year after year, read downwards and on; drawn once, then only moved

const cloudAt = { x: 0, y: 0, scale: 1 };
const PITCH = 5;
let drawnCloud = null;
let inkOfLabels = "";

function cloud(found) {
  const sorted = Array.from(found).sort((a, b) => columns.year[a] - columns.year[b] || columns[state.rows][a] - columns[state.rows][b] || a - b);
  const high = Math.max(8, Math.ceil(Math.sqrt(sorted.length / 2.2)));
  const groups = [];
  let column = 0;
  for (let from = 0; from < sorted.length;) {
    const year = columns.year[sorted[from]];
    let to = from;
    while (to < sorted.length && columns.year[sorted[to]] === year) to += 1;
    groups.push({ year, column, members: sorted.slice(from, to) });
    column += Math.ceil((to - from) / high) + 2;
    from = to;
  }
  drawnCloud = { image: cloudImage(groups, high, column), groups, high };
  return el("canvas", { id: "dots", tabindex: 0, role: "img", "aria-label": t("ui.cloudHelp") });
}

function cloudImage(groups, high, wide) {
  const image = el("canvas", { width: Math.max(1, wide) * PITCH, height: high * PITCH });
  const ctx = image.getContext("2d");
  const style = getComputedStyle(document.documentElement);
  const target = lists.status.indexOf("target");
  for (const [colour, aimed] of [["--figure", false], ["--target", true]]) {
    ctx.fillStyle = style.getPropertyValue(colour);
    for (const { column, members } of groups) {
      members.forEach((at, index) => {
        if ((columns.status[at] === target) === aimed) ctx.fillRect((column + Math.floor(index / high)) * PITCH, (index % high) * PITCH, PITCH - 1, PITCH - 1);
      });
    }
  }
  return image;
}

function startCloud() {
  const canvas = byId("dots");
  const box = canvas.getBoundingClientRect();
  canvas.width = box.width * devicePixelRatio;
  canvas.height = box.height * devicePixelRatio;
  Object.assign(cloudAt, { x: 10, y: 26, scale: Math.min((box.width - 20) / drawnCloud.image.width, (box.height - 36) / drawnCloud.image.height, 3) });
  inkOfLabels = getComputedStyle(document.documentElement).getPropertyValue("--soft");
  let held = null;
  let moved = false;
  canvas.addEventListener("pointerdown", (event) => { held = [event.offsetX, event.offsetY]; moved = false; canvas.setPointerCapture(event.pointerId); });
  canvas.addEventListener("pointermove", (event) => {
    if (!held) return;
    cloudAt.x += event.offsetX - held[0];
    cloudAt.y += event.offsetY - held[1];
    moved ||= Math.abs(event.offsetX - held[0]) + Math.abs(event.offsetY - held[1]) > 2;
    held = [event.offsetX, event.offsetY];
    paint();
  });
  canvas.addEventListener("pointerup", (event) => { held = null; if (!moved) pickDot(event.offsetX, event.offsetY); });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const factor = Math.exp(-event.deltaY / 400);
    cloudAt.x = event.offsetX - (event.offsetX - cloudAt.x) * factor;
    cloudAt.y = event.offsetY - (event.offsetY - cloudAt.y) * factor;
    cloudAt.scale *= factor;
    paint();
  }, { passive: false });
  paint();
}

function paint() {
  const canvas = byId("dots");
  const ctx = canvas.getContext("2d");
  const { image, groups } = drawnCloud;
  ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  ctx.clearRect(0, 0, canvas.width, canvas.height);
  ctx.imageSmoothingEnabled = cloudAt.scale < 1;
  ctx.drawImage(image, cloudAt.x, cloudAt.y, image.width * cloudAt.scale, image.height * cloudAt.scale);
  ctx.fillStyle = inkOfLabels;
  ctx.font = "12px system-ui, sans-serif";
  let last = -99;
  for (const { year, column } of groups) {
    const x = cloudAt.x + column * PITCH * cloudAt.scale;
    if (x - last < 44) continue;
    last = x;
    ctx.fillText(yearWord(year), x, Math.max(12, cloudAt.y - 6));
  }
}

function pickDot(x, y) {
  const { groups, high } = drawnCloud;
  const column = Math.floor((x - cloudAt.x) / cloudAt.scale / PITCH);
  const line = Math.floor((y - cloudAt.y) / cloudAt.scale / PITCH);
  const group = groups.findLast((one) => one.column <= column);
  const at = group && line >= 0 && line < high ? group.members[(column - group.column) * high + line] : undefined;
  if (at !== undefined) set({ id: at, metric: columns.metric[at] });
}

// --- comparison: one indicator over years and regions, a panel for each unit

const NS = "http://www.w3.org/2000/svg";
function svgElement(tag, properties, ...children) {
  const element = document.createElementNS(NS, tag);
  for (const [key, value] of Object.entries(properties)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

function showChart() {
  const pane = byId("chart");
  if (state.metric === null) {
    const top = most(columns.metric, 16);
    return pane.replaceChildren(el("h2", {}, t("ui.chart")), el("p", { class: "muted" }, t("ui.chartHelp")),
      el("div", { class: "chips" }, top.map(([metric, count]) => el("button", { type: "button", on: { click: () => set({ metric }) } }, lists.metric[metric], el("data", {}, String(count))))));
  }
  const found = Array.from(ALL.filter((at) => columns.metric[at] === state.metric && columns.year[at]));
  const units = most(found.map((at) => columns.unit[at]), 6).map(([unit]) => unit);
  return pane.replaceChildren(el("h2", {}, t("ui.chart")), el("button", { type: "button", class: "close", "aria-label": t("ui.close"), on: { click: () => set({ metric: null, id: null }) } }, "✕"),
    el("h3", {}, lists.metric[state.metric]), ...detail(),
    ...units.map((unit) => panel(unit, found.filter((at) => columns.unit[at] === unit))));
}

function detail() {
  if (state.id === null) return [];
  const at = state.id;
  const [title, source, published] = data.documents[columns.document[at]];
  return [el("div", { class: "evidence" },
    el("p", { class: "figure" }, `${lists.amount[columns.amount[at]]} · ${yearWord(columns.year[at])}`),
    el("blockquote", {}, columns.quote[at]),
    el("p", { class: "muted" }, [title, published, source].filter(Boolean).join(" · ")),
    el("button", { type: "button", on: { click: () => set({ document: columns.document[at], metric: null, row: null, year: null }) } }, t("ui.wholeArticle")))];
}

function panel(unit, found) {
  const [width, height, left, bottom] = [560, 190, 64, 24];
  const years = found.map((at) => columns.year[at]);
  const values = found.map((at) => Number(columns.value[at]));
  const [low, high] = [Math.min(...years) - 1, Math.max(...years) + 1];
  const top = Math.max(...values) || 1;
  const x = (year) => left + ((width - left - 90) * (year - low)) / (high - low);
  const y = (value) => height - bottom - ((height - bottom - 16) * Math.max(0, value)) / top;
  const root = svgElement("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": `${lists.metric[state.metric]} ${wordOf("unit", unit)}` });
  root.append(svgElement("path", { class: "grid", d: `M${left} ${y(0)}H${width - 8}M${left} ${y(top)}H${width - 8}` }));
  root.append(svgElement("text", { x: 2, y: y(0) }, "0"), svgElement("text", { x: 2, y: y(top) + 4 }, short(top) + lists.unit[unit]));
  let last = -99;
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    if (x(year) - last < 40) continue;
    last = x(year);
    root.append(svgElement("text", { x: x(year), y: height - 6, "text-anchor": "middle" }, String(year)));
  }
  found.forEach((at, index) => root.append(dot(at, x(years[index]), y(values[index]))));
  return el("figure", { class: "panel" }, root);
}

function short(value) {
  for (const [size, word] of [[1e8, "亿"], [1e4, "万"]]) if (value >= size) return `${+(value / size).toFixed(2)}${word}`;
  return String(+value.toFixed(2));
}

function dot(at, x, y) {
  const target = lists.status[columns.status[at]] === "target";
  const label = [wordOf("region", columns.region[at]), lists.amount[columns.amount[at]], columns.year[at]].join(" ");
  const circle = svgElement("circle", { cx: x, cy: y, r: state.id === at ? 8 : 5, class: `mark ${target ? "aim" : "seen"}${state.id === at ? " on" : ""}`, tabindex: 0, role: "button", "aria-label": label }, svgElement("title", {}, label));
  circle.addEventListener("click", () => set({ id: at }));
  circle.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); set({ id: at }); } });
  return circle;
}

// --- list

function showList() {
  const found = matches();
  const limits = [
    state.row !== null && [wordOf(state.rows, state.row), { row: null }], state.year !== null && [yearWord(state.year), { year: null }],
    state.metric !== null && [lists.metric[state.metric], { metric: null, id: null }], state.document !== null && [data.documents[state.document][0], { document: null }],
  ].filter(Boolean);
  const head = ["row.metric", "row.value", "row.year", "row.region", "ui.quote", "ui.article"];
  byId("list").replaceChildren(
    el("div", { class: "bar" }, el("span", { class: "tally" }, `${t("ui.claims")} · ${found.length}`),
      el("div", { class: "chips" }, limits.map(([word, patch]) => el("button", { type: "button", "aria-pressed": "true", on: { click: () => set(patch) } }, word + " ✕")))),
    el("table", { id: "claims" }, el("caption", { class: "hidden" }, t("ui.claims")),
      el("thead", {}, el("tr", {}, head.map((word, index) => el("th", { scope: "col", class: index === 1 ? "n" : null }, t(word))))),
      el("tbody", {}, Array.from(found.slice(0, state.length), listRow))),
    found.length > state.length ? el("button", { type: "button", class: "more", on: { click: () => { state.length += 200; showList(); } } }, t("ui.more")) : "");
  say(`${found.length} ${t("ui.found")}`);
}

function listRow(at) {
  const pick = () => set({ id: at, metric: columns.metric[at], length: state.length });
  const kind = lists.status[columns.status[at]] === "target" ? "target" : "figure";
  return el("tr", { class: state.id === at ? "on" : null, style: colour(kind), on: { click: pick } },
    el("th", { scope: "row" }, el("i", { class: "dot" }), el("button", { type: "button" }, lists.metric[columns.metric[at]])),
    el("td", { class: "n" }, lists.amount[columns.amount[at]]), el("td", { class: "y" }, columns.year[at] ? String(columns.year[at]) : ""),
    el("td", { class: "y" }, columns.region[at] === undefined ? "" : wordOf("region", columns.region[at])),
    el("td", {}, columns.quote[at]), el("td", { class: "muted" }, data.documents[columns.document[at]][0]));
}

function csv() {
  const lines = [["metric", "amount", "value", "unit", "year", "status", "region", "plan", "quote", "start", "title", "source"],
    ...Array.from(matches(), (at) => [lists.metric[columns.metric[at]], lists.amount[columns.amount[at]], columns.value[at], lists.unit[columns.unit[at]], columns.year[at] || "",
      lists.status[columns.status[at]], lists.region[columns.region[at]], lists.plan[columns.plan[at]], columns.quote[at], columns.start[at], ...data.documents[columns.document[at]].slice(0, 2)])];
  return toCsv(lines);
}

// --- all

function show() {
  document.documentElement.lang = state.lang === "en" ? "en" : "zh-CN";
  document.documentElement.dataset.theme = dark() ? "dark" : "light";
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", t(element.dataset.tLabel));
  for (const element of document.querySelectorAll("[data-t-placeholder]")) element.placeholder = t(element.dataset.tPlaceholder);
  byId("theme").textContent = t(dark() ? "ui.themeLight" : "ui.theme");
  const focused = document.activeElement?.getAttribute("aria-label");
  showMap();
  showChart();
  showList();
  if (focused && document.activeElement === document.body) [...document.querySelectorAll("[aria-label]")].find((one) => one.getAttribute("aria-label") === focused)?.focus();
  location.replace("#" + new URLSearchParams(kept()));
}

// The address keeps what is picked; what it says is only ever compared with what the page knows.
const NUMBERS = { row: () => lists[state.rows].length, metric: () => lists.metric.length, document: () => data.documents.length, id: () => COUNT, year: () => 10000 };

function kept() {
  const found = {};
  for (const [key, value] of Object.entries(state)) if (value !== null && value !== "" && value !== false && key !== "length") found[key] = value;
  return found;
}

function readAddress() {
  const query = new URLSearchParams(location.hash.slice(1));
  if (DIMENSIONS.includes(query.get("rows"))) state.rows = query.get("rows");
  for (const [key, end] of Object.entries(NUMBERS)) {
    const value = /^\d+$/.test(query.get(key) || "") ? Number(query.get(key)) : null;
    state[key] = value !== null && value < end() ? value : null;
  }
  state.query = query.get("query") || "";
  state.cloud = query.get("cloud") === "true";
  state.lang = query.get("lang") === "en" ? "en" : "zh";
  state.theme = ["dark", "light"].includes(query.get("theme")) ? query.get("theme") : null;
}

function start() {
  byId("title").textContent = data.title;
  readAddress();
  byId("search").value = state.query;
  byId("search").addEventListener("input", () => set({ query: byId("search").value }));
  byId("theme").addEventListener("click", () => set({ theme: dark() ? "light" : "dark" }));
  byId("language").addEventListener("click", () => set({ lang: state.lang === "en" ? "zh" : "en" }));
  byId("csv").addEventListener("click", () => save(fileName("csv"), "text/csv;charset=utf-8", [csv()]));
  byId("skip").addEventListener("click", (event) => { event.preventDefault(); byId("list").focus(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && event.target.tagName !== "INPUT") { event.preventDefault(); byId("search").focus(); }
    if (event.key === "Escape") { byId("search").value = ""; set({ query: "", row: null, year: null, metric: null, document: null, id: null }); }
  });
  show();
  document.documentElement.dataset.ready = "yes";
}

start();
