// The comparison: one indicator over years and regions, a panel for each unit and kind of change; what is known now and
// aimed at side by side. Without an indicator: how the figures of each unit lie over the years, and what can be compared.

const MOST_POINTS = 400;
const COLOURS = 6;
const MOST_UNITS = 6;

const charted = () => state.metric ?? (state.id === null ? null : columns.metric[state.id]);
const chartWidth = () => Math.max(300, byId("chart").clientWidth - 36);

function showChart(before, limited) {
  const metric = charted();
  const old = before.metric ?? (before.id === null || before.id === undefined ? null : columns.metric[before.id]);
  if (limited || metric !== old || state.id !== before.id || state.lang !== before.lang || state.pane !== before.pane) drawChart();
}

function drawChart() {
  const metric = charted();
  byId("chart").replaceChildren(el("h2", {}, t("ui.chart")), ...(metric === null ? overview() : comparison(metric)));
}

// --- one indicator

function comparison(metric) {
  const all = [];
  for (let at = 0; at < columns.metric.length; at += 1) if (columns.metric[at] === metric && passesFacets(at)) all.push(at);
  const dated = all.filter((at) => columns.year[at]);
  const groups = most(dated.map(groupOf)).slice(0, MOST_UNITS).map(([group]) => dated.filter((at) => groupOf(at) === group));
  const regions = most(dated.map((at) => columns.region[at]), COLOURS).map(([region]) => region);
  const name = lists.metric[metric];
  return [
    el("button", { type: "button", class: "close", "aria-label": t("ui.close"), data: { key: "close chart" }, on: { click: () => set({ metric: null, id: null }) } }, "✕"),
    el("h3", {}, name),
    el("p", { class: "muted" }, [`${dated.length} ${t("ui.drawnPoints")}`, all.length > dated.length && `${all.length - dated.length} ${t("ui.undatedLeft")}`, t("ui.byUnit")].filter(Boolean).join(" · ")),
    el("div", { class: "chips" }, el("button", { type: "button", "aria-pressed": String(state.metric === metric), data: { key: "only metric" }, on: { click: () => set({ metric: state.metric === metric ? null : metric }) } }, t("ui.onlyMetric"))),
    chosenLine(metric), legend(dated, regions), ...groups.flatMap((group) => [panel(name, group, regions), pairs(name, group, regions)]),
  ].filter(Boolean);
}

// 增至 and 降至 name the level that is reached.
const changeOf = (at) => lists.change[columns.change[at]].replace(/^(in|de)crease_to$/, "level");
const groupOf = (at) => `${columns.unit[at]} ${changeOf(at)}`;

function groupWord(at) {
  const change = changeOf(at);
  return [wordOf("unit", columns.unit[at]), change !== "level" && t("change." + change)].filter(Boolean).join(" · ");
}

function chosenLine(metric) {
  if (state.id === null || columns.metric[state.id] !== metric) return null;
  return el("blockquote", { style: colour(isTarget(state.id) ? "target" : "figure") }, el("b", {}, `${lists.amount[columns.amount[state.id]]} · ${yearWord(columns.year[state.id])}`), " ", quoteElement("span", state.id));
}

function legend(dated, regions) {
  if (!dated.length) return null;
  const more = dated.some((at) => !regions.includes(columns.region[at]));
  return el("div", { class: "key" },
    el("span", {}, el("i", { class: "ring filled" }), t("status.target")), el("span", {}, el("i", { class: "ring" }), t("kind.figure")),
    regions.length > 1 && regions.map((region, index) => el("span", {}, el("i", { class: "dot", style: { "--k": `var(--c${index})` } }), placeWord(lists.region[region]))),
    more && el("span", {}, el("i", { class: "dot", style: { "--k": "var(--soft)" } }), t("ui.otherRegions")));
}

const inkOf = (at, regions) => {
  const index = regions.indexOf(columns.region[at]);
  return index < 0 ? "var(--soft)" : `var(--c${index})`;
};
const valueOf = (at) => Number(lists.value[columns.value[at]]);

function frame(label, width, height) {
  return svgElement("svg", { class: "plot", viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": label });
}

function panel(name, group, regions) {
  const drawn = group.slice(0, MOST_POINTS);
  const [width, height, left, bottom, top] = [chartWidth(), 210, 58, 26, 26];
  const x = yearScale(drawn.map((at) => columns.year[at]), left + 12, width - 16);
  const y = valueScale(drawn.map(valueOf), height - bottom, top + 6);
  const root = frame(`${name} ${groupWord(group[0])}`, width, height);
  const spots = [];
  root.append(svgText(0, 13, groupWord(group[0]), { class: "plot-head" }));
  if (group.length > drawn.length) root.append(svgText(width, 13, `${group.length - drawn.length} ${t("ui.notDrawn")}`, { "text-anchor": "end" }));
  for (const tick of y.ticks) root.append(svgElement("path", { class: "axis-line", d: `M${left} ${y.place(tick)}H${width}` }), svgText(left - 6, y.place(tick) + 4, short(tick), { "text-anchor": "end" }));
  for (const year of x.ticks) root.append(svgText(x.place(year), height - 7, year, { "text-anchor": "middle" }));
  for (const region of regions) {
    const line = trend(drawn.filter((at) => columns.region[at] === region));
    if (line.length > 1) root.append(svgElement("path", { class: "trend", style: null, stroke: `var(--c${regions.indexOf(region)})`, d: "M" + line.map((at) => `${x.place(columns.year[at])} ${y.place(valueOf(at))}`).join("L") }));
  }
  for (const at of [...drawn].sort((a, b) => (a === state.id) - (b === state.id))) root.append(dot(at, x.place(columns.year[at]), y.place(valueOf(at)), { regions, spots }));
  return el("figure", { class: "panel" }, root);
}

// A line through what was observed, where each year has one value; else dots speak for themselves.
function trend(members) {
  const seen = members.filter((at) => !isTarget(at)).sort((a, b) => columns.year[a] - columns.year[b]);
  const years = new Set(seen.map((at) => columns.year[at]));
  return years.size === seen.length ? seen : [];
}

// Points in one place: each further click goes on to the next; keys reach every one by itself.
function dot(at, x, y, { regions, spots }) {
  spots.push({ at, x, y });
  const pick = (pressed) => {
    const near = pressed ? [at] : spots.filter((spot) => Math.hypot(spot.x - x, spot.y - y) < 5).map((spot) => spot.at);
    set({ id: near.includes(state.id) ? near[(near.indexOf(state.id) + 1) % near.length] : at });
  };
  const label = [regionOf(at), lists.amount[columns.amount[at]], columns.year[at], t("status." + lists.status[columns.status[at]])].join(" ");
  const on = state.id === at;
  const circle = svgElement("circle", { cx: x, cy: y, r: on ? 8 : 5.5, class: `mark${isTarget(at) ? " aim" : ""}${on ? " on" : ""}`, style: null });
  circle.style.setProperty("--k", inkOf(at, regions));
  return svgButton(circle, label, "point " + at, pick);
}

// --- observed → target, a row for each region that has both; where no region is stated, for each article

const subjectOf = (at) => (lists.region[columns.region[at]][0] ? regionOf(at) : documents.title[columns.document[at]]);
const shortened = (words, length) => (Array.from(words).length > length ? Array.from(words).slice(0, length - 1).join("") + "…" : words);

function pairs(name, group, regions) {
  const found = [...new Set(group.map(subjectOf))].map((subject) => pairOf(group.filter((at) => subjectOf(at) === subject))).filter(Boolean).slice(0, 20);
  if (!found.length) return null;
  const [width, left, row] = [chartWidth(), 112, 30];
  const height = 28 + row * found.length + 6;
  const x = valueScale(found.flat().map(valueOf), left + 44, width - 60);
  const root = frame(`${name} ${t("ui.towards")}`, width, height);
  const spots = [];
  root.append(svgText(0, 13, `${t("ui.towards")} · ${groupWord(group[0])}`, { class: "plot-head" }));
  found.forEach(([seen, aimed], index) => {
    const y = 28 + row * index + row / 2;
    const [from, to] = [x.place(valueOf(seen)), x.place(valueOf(aimed))];
    const right = to >= from;
    const words = (at) => `${short(valueOf(at))} · ${columns.year[at]}`;
    const bar = svgElement("path", { class: "way", d: `M${from} ${y}H${to}` });
    bar.style.setProperty("--k", inkOf(aimed, regions));
    root.append(svgElement("path", { class: "axis-line", d: `M${left} ${y}H${width}` }), svgText(0, y + 4, shortened(subjectOf(aimed), 8), { class: "name" }), bar,
      svgText(from + (right ? -9 : 9), y - 5, words(seen), { "text-anchor": right ? "end" : "start", class: "small" }), svgText(to + (right ? 9 : -9), y - 5, words(aimed), { "text-anchor": right ? "start" : "end", class: "small" }),
      dot(seen, from, y, { regions, spots }), dot(aimed, to, y, { regions, spots }));
  });
  return el("figure", { class: "panel pairs" }, root);
}

// The farthest target and the latest observation before it.
function pairOf(members) {
  const aimed = members.filter(isTarget).sort((a, b) => columns.year[b] - columns.year[a])[0];
  const seen = aimed === undefined ? [] : members.filter((at) => lists.status[columns.status[at]] === "observed" && columns.year[at] < columns.year[aimed]).sort((a, b) => columns.year[b] - columns.year[a]);
  return seen.length ? [seen[0], aimed] : null;
}

// --- no indicator picked

function overview() {
  return [
    el("p", { class: "muted" }, t("ui.chartHelp")),
    el("h3", { class: "lesser" }, t("ui.comparable")),
    el("div", { class: "chips" }, comparable().map(([metric, count]) => el("button", { type: "button", data: { key: "metric " + metric }, on: { click: () => set({ metric }) } }, el("span", {}, lists.metric[metric]), el("data", {}, String(count))))),
    el("h3", { class: "lesser" }, `${t("ui.byYear")} · ${t("ui.byUnit")}`),
    smallMultiples(),
  ];
}

// By how many different regions and years they have, with a unit: those compare best.
function comparable() {
  const places = new Map();
  const tally = new Map();
  for (const at of found) {
    const metric = columns.metric[at];
    tally.set(metric, (tally.get(metric) || 0) + 1);
    if (!columns.year[at] || !lists.unit[columns.unit[at]]) continue;
    if (!places.has(metric)) places.set(metric, new Set());
    places.get(metric).add(columns.region[at] * 10000 + columns.year[at]);
  }
  // A name of two or three characters (投资, 全长) hardly ever means the same thing twice.
  const score = ([metric, { size }]) => size * (lists.metric[metric].length < 4 ? 0.3 : 1);
  const ranked = [...places].sort((a, b) => score(b) - score(a) || a[0] - b[0]).slice(0, 12);
  return ranked.map(([metric]) => [metric, tally.get(metric)]);
}

function smallMultiples() {
  const units = most(Array.from(found, (at) => columns.unit[at]), 9);
  const width = chartWidth();
  const across = width > 420 ? 3 : 2;
  const [wide, high] = [width / across, 104];
  const root = frame(t("ui.byYear"), width, high * Math.ceil(units.length / across));
  units.forEach(([unit, count], index) => {
    const group = svgElement("g", { class: "multiple", transform: `translate(${(index % across) * wide} ${Math.floor(index / across) * high})` });
    group.append(svgElement("rect", { class: "back", width: wide - 10, height: high - 8, rx: 8 }), svgText(9, 18, wordOf("unit", unit), { class: "plot-head" }), svgText(wide - 20, 18, count.toLocaleString(), { "text-anchor": "end" }), ...bars(unit, wide - 28, high));
    root.append(svgButton(group, `${wordOf("unit", unit)} ${count}`, "unit " + unit, () => set({ unit: toggled(state.unit, unit) })));
  });
  return el("figure", { class: "panel" }, root);
}

// Counts by year, the targets at the foot, over the quarter of a century that holds the most.
const SPAN = 25;

function bars(unit, width, high) {
  const tally = new Map();
  for (const at of found) {
    if (columns.unit[at] !== unit || !columns.year[at]) continue;
    const row = tally.get(columns.year[at]) || [0, 0];
    row[isTarget(at) ? 0 : 1] += 1;
    tally.set(columns.year[at], row);
  }
  if (!tally.size) return [];
  const years = [...tally.keys()].sort((a, b) => a - b);
  const within = (first) => years.filter((year) => year >= first && year < first + SPAN);
  const weight = (first) => within(first).reduce((sum, year) => sum + tally.get(year)[0] + tally.get(year)[1], 0);
  const shown = within(years.reduce((best, year) => (weight(year) > weight(best) ? year : best)));
  const [first, last] = [shown[0], shown.at(-1)];
  const step = width / Math.max(8, last - first + 1);
  const peak = Math.max(...shown.map((year) => tally.get(year)[0] + tally.get(year)[1]));
  const [foot, room] = [high - 28, high - 54];
  const pieces = shown.flatMap((year) => {
    const [x, w] = [9 + (year - first) * step, Math.max(1, step - 1)];
    const [a, s] = tally.get(year).map((count) => (room * count) / peak);
    return [svgElement("rect", { class: "bar-seen", x, y: foot - a - s, width: w, height: s }), svgElement("rect", { class: "bar-aim", x, y: foot - a, width: w, height: a })];
  });
  return [...pieces, svgElement("path", { class: "axis-line", d: `M9 ${foot}H${9 + width}` }), svgText(9, foot + 13, first), last > first && svgText(9 + step * (last - first + 1), foot + 13, last, { "text-anchor": "end" })].filter(Boolean);
}
