// When and how much: a line for each indicator. By year its figures are dots at their years, the plan's period shaded;
// by value each unit has a scale of its own, since lengths of different units must not be compared.

const POINTS = new Map();
const CHANGES = ["increase_by", "decrease_by", "growth_rate"];
const LEVELS = ["level", "increase_to", "decrease_to"];
const yearOf = ({ year, period }) => year || (period.length ? period[1] : null);
const isChange = ({ change }) => CHANGES.includes(change);
const signed = ({ value, change }) => Number(value) * (change === "decrease_by" ? -1 : 1);
const rawOf = (id) => nodes.get(id).raw;

function planPeriods() {
  return [...nodes.values()].filter((node) => node.period).map((node) => node.period);
}

function grouped(ids, keyOf) {
  const groups = new Map();
  for (const id of ids) {
    const key = keyOf(rawOf(id));
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(id);
  }
  return [...groups.values()];
}

// Figures of one indicator and one kind: what can be compared as it stands.
const seriesKey = (raw) => JSON.stringify([raw.metric, raw.subject, raw.region, raw.unit, LEVELS.includes(raw.change) || raw.change]);

// Two figures for one year would lie on each other: each gets a line of its own.
function lanesOf(ids) {
  const lanes = [];
  for (const id of ids) {
    const year = yearOf(rawOf(id));
    const free = lanes.find((lane) => year && lane.every((other) => yearOf(rawOf(other)) && yearOf(rawOf(other)) !== year));
    if (free) free.push(id);
    else lanes.push([id]);
  }
  return lanes.map((lane) => lane.sort((a, b) => yearOf(rawOf(a)) - yearOf(rawOf(b))));
}

function buildTimeline() {
  POINTS.clear();
  const ids = claimIds();
  const byValue = state.axis === "value";
  const head = el("div", { class: "head" }, el("h2", {}, t("ui.timeline")),
    el("div", { class: "segments", role: "group", "aria-label": t("ui.axis") }, AXES.map((axis) => el("button", {
      type: "button", "aria-pressed": String(axis === state.axis), data: { axis }, on: { click: () => pickAxis(axis) },
    }, t("axis." + axis)))));
  byId("timeline").replaceChildren(head, ...(ids.length ? (byValue ? valueChart(ids) : yearChart(ids)) : [el("p", { class: "empty" }, t("ui.noClaims"))]));
}

function pickAxis(axis) {
  set({ axis });
  byId("timeline").querySelector(`[data-axis=${axis}]`).focus();
}

function seriesLine(ids, ...parts) {
  const first = nodes.get(ids[0]);
  return el("li", { class: "series", style: colour(first.kind) },
    el("span", { on: { click: () => select(ids[0], "timeline") } }, named(first)), ...parts);
}

function dot(id, at) {
  const node = nodes.get(id);
  const label = [nameOf(node), node.raw.amount, whenOf(node.raw), t("status." + node.status)].join(" ");
  const classes = ["point", node.status === "target" ? "" : "hollow", node.flags ? "flagged" : ""].filter(Boolean).join(" ");
  const button = el("button", { type: "button", class: classes, data: { dot: "" }, "aria-label": label, style: { left: at + "%", ...colour(node.kind) }, on: { click: () => select(id, "timeline") } });
  POINTS.set(id, button);
  return button;
}

function stretch(name, from, to) {
  return el("div", { class: name, style: { left: Math.min(from, to) + "%", width: Math.abs(to - from) + "%" } });
}

// --- by year

function yearScale(ids) {
  const years = ids.map((id) => yearOf(rawOf(id))).filter(Boolean);
  const periods = ids.map((id) => rawOf(id).plan_period).filter((period) => period.length);
  const all = [...new Set([...years, ...periods.flat()])].sort((a, b) => a - b);
  if (!all.length) return { at: () => 0, ticks: [], periods };
  // A single year stands in the middle.
  const [low, high] = all.length > 1 ? [all[0], all.at(-1)] : [all[0] - 1, all[0] + 1];
  return { at: (year) => (100 * (year - low)) / (high - low), ticks: all, periods };
}

function yearChart(ids) {
  const scale = yearScale(ids);
  const words = [...new Set(scale.periods.map((period) => period.join("–")))].join("、");
  return [
    el("div", { class: "key" }, words && el("span", {}, el("i"), `${t("ui.planPeriod")} ${words}`), ...statusKey(ids)),
    yearAxis(scale),
    ...grouped(ids, (raw) => raw.unit).flatMap((group) => [
      el("h3", {}, unitWord(rawOf(group[0]))),
      el("ul", {}, gridLines(scale.ticks.map(scale.at)), grouped(group, seriesKey).flatMap(lanesOf).map((lane) => yearLine(lane, scale))),
    ]),
  ];
}

// What filled and hollow dots mean, where both occur.
function statusKey(ids) {
  const aims = ids.filter((id) => nodes.get(id).status === "target");
  if (!aims.length || aims.length === ids.length) return [];
  return [el("span", {}, el("b", { class: "full" }), t("kind.target")), el("span", {}, el("b"), t("kind.figure"))];
}

const unitWord = (raw) => raw.unit || t("ui.noUnit");
const gridLines = (places) => el("li", { class: "grid", "aria-hidden": "true" }, places.map((at) => el("i", { style: { left: at + "%" } })));

function yearAxis({ at, ticks, periods }) {
  const marks = [];
  let last = -Infinity;
  const weight = (year) => (year === ticks[0] || year === ticks.at(-1) ? 2 : periods.flat().includes(year) ? 1 : 0);
  const kept = ticks.filter((year) => {
    if (at(year) - last < 17 || (weight(year) < 2 && 100 - at(year) < 17)) return false;
    last = at(year);
    return true;
  });
  for (const year of kept) {
    const inside = periods.some(([start, end]) => start <= year && year <= end);
    marks.push(el("span", { class: inside ? "in" : null, style: { left: at(year) + "%" } }, String(year)));
  }
  return el("div", { class: "axis", "aria-hidden": "true" }, el("span"), el("div", { class: "track" }, marks));
}

function yearLine(ids, scale) {
  const track = el("div", { class: "track" });
  const [start, end] = ids.map((id) => rawOf(id).plan_period).find((period) => period.length) || [];
  if (start) track.append(stretch("band", scale.at(start), scale.at(end)));
  const dated = ids.filter((id) => yearOf(rawOf(id)));
  const places = dated.map((id) => scale.at(yearOf(rawOf(id))));
  if (dated.length > 1) track.append(stretch("progress", places[0], places.at(-1)));
  dated.forEach((id, index) => track.append(dot(id, places[index]), amountBeside(id, places, index)));
  for (const id of ids.filter((one) => !dated.includes(one))) track.append(undated(id));
  return seriesLine(ids, track);
}

function amountBeside(id, places, index) {
  const at = places[index];
  const last = index === places.length - 1;
  const leftwards = last ? at > 60 : true;
  if (leftwards && at < (index ? places[index - 1] + 25 : 20)) return "";
  const side = leftwards ? { right: `calc(${100 - at}% + 11px)` } : { left: `calc(${at}% + 11px)` };
  return el("span", { class: "amount", style: side, "aria-hidden": "true" }, rawOf(id).amount);
}

function undated(id) {
  const node = nodes.get(id);
  const words = `${node.raw.amount} · ${t("ui.noYear")}`;
  const button = el("button", { type: "button", class: "amount ref undated", data: { dot: "" }, on: { click: () => select(id, "timeline") }, "aria-label": `${nameOf(node)} ${words}` }, words);
  POINTS.set(id, button);
  return button;
}

// --- by value

const SPREAD = 1000;
const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ROUND.find((step) => step * power >= value * (1 - 1e-9));
}

// From nought to a round number; where small and large differ a thousandfold, by powers of ten instead.
function valueScale(ids) {
  const values = ids.flatMap((id) => [signed(rawOf(id)), ...(rawOf(id).value_max ? [Number(rawOf(id).value_max)] : [])]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least > 0 && most / least >= SPREAD) {
    const [low, high] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
    return { at: (value) => (100 * (Math.log10(value) - low)) / (high - low || 1), ends: [10 ** low, 10 ** high], powers: true };
  }
  const low = least < 0 ? -roundUp(-least) : 0;
  const high = most > 0 ? roundUp(most) : least < 0 ? 0 : 1;
  return { at: (value) => (100 * (value - low)) / (high - low), ends: low < 0 && high > 0 ? [low, 0, high] : [low, high], powers: false };
}

function shortNumber(value) {
  const [size, word] = [[1e12, "万亿"], [1e8, "亿"], [1e4, "万"], [1, ""]].find(([least]) => Math.abs(value) >= least) || [1, ""];
  return Number((value / size).toPrecision(4)).toLocaleString("en").replace("-", "−") + word;
}

function valueChart(ids) {
  return [
    el("div", { class: "key" }, el("span", {}, t("ui.ownScale")), ...statusKey(ids)),
    ...grouped(ids, (raw) => JSON.stringify([raw.unit, isChange(raw)])).flatMap((group) => {
      const scale = valueScale(group);
      const { unit } = rawOf(group[0]);
      const words = [unitWord(rawOf(group[0])), isChange(rawOf(group[0])) && t("row.change"), scale.powers && t("ui.powers")].filter(Boolean).join(" · ");
      return [
        el("h3", { class: "scaled" }, el("span", {}, words), el("div", { class: "track", "aria-hidden": "true" }, scale.ends.map((value) =>
          el("small", { style: { left: scale.at(value) + "%" } }, shortNumber(value) + (unit === "%" ? unit : ""))))),
        el("ul", { class: "values" }, gridLines(scale.ends.map(scale.at)), grouped(group, seriesKey).flatMap(lanesOf).map((lane) => valueLine(lane, scale))),
      ];
    }),
  ];
}

function valueLine(ids, scale) {
  const words = ids.map((id) => el("span", { style: colour(nodes.get(id).kind) }, ids.length > 1 && el("small", {}, String(yearOf(rawOf(id)))), rawOf(id).amount));
  return seriesLine(ids, valueTrack(ids, scale), el("span", { class: "sum", "aria-hidden": "true" }, words));
}

// One figure as a bar from nought; several as the way from the first to the last.
function valueTrack(ids, scale) {
  const track = el("div", { class: "track" });
  const places = ids.map((id) => scale.at(signed(rawOf(id))));
  if (ids.length > 1) track.append(stretch("progress", places[0], places.at(-1)));
  else if (!scale.powers) track.append(stretch("bar-line", scale.at(0), places[0]));
  ids.forEach((id, index) => {
    const { value_max: most } = rawOf(id);
    if (most) track.append(stretch("progress wide", places[index], scale.at(Number(most))));
    track.append(dot(id, places[index]));
  });
  return track;
}

// --- where what is observed and what is aimed at are both known

// The other figures of the same series, by year; empty where the figure stands alone.
function courseOf(id) {
  const key = seriesKey(rawOf(id));
  const lane = [...nodes].filter(([, node]) => node.raw && yearOf(node.raw) && seriesKey(node.raw) === key).map(([other]) => other);
  lane.sort((a, b) => yearOf(rawOf(a)) - yearOf(rawOf(b)));
  const statuses = new Set(lane.map((other) => nodes.get(other).status));
  return lane.includes(id) && statuses.has("observed") && statuses.has("target") ? lane : [];
}

function courseWords(lane) {
  const { raw: first } = nodes.get(lane.find((id) => nodes.get(id).status === "observed"));
  const { raw: last } = nodes.get(lane.findLast((id) => nodes.get(id).status === "target"));
  const change = Number((signed(last) - signed(first)).toPrecision(12));
  const unit = last.unit === "%" ? t("ui.points") : last.unit;
  return `${yearOf(first)} → ${yearOf(last)}：${change > 0 ? "+" : change < 0 ? "−" : ""}${shortNumber(Math.abs(change))}${unit}`;
}

function markPoint() {
  for (const [id, button] of POINTS) {
    button.classList.toggle("on", id === state.id);
    if (id === state.id) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  tabStop([...byId("timeline").querySelectorAll("[data-dot]")], POINTS.get(state.id));
  for (const line of byId("timeline").querySelectorAll(".series")) line.classList.toggle("on", Boolean(line.querySelector(".on")));
  if (state.id && state.from !== "timeline") reveal(byId("timeline"), POINTS.get(state.id));
}
