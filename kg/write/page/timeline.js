// When: one line for each indicator, its figures as dots at their years, the plan's period shaded; grouped by unit,
// because lengths of different units must not be compared.

const POINTS = new Map();

function planPeriods() {
  return [...nodes.values()].filter((node) => node.period).map((node) => node.period);
}

function seriesByUnit() {
  const units = new Map();
  for (const id of claimIds()) {
    const { raw } = nodes.get(id);
    const lines = units.get(raw.unit) || units.set(raw.unit, new Map()).get(raw.unit);
    const key = JSON.stringify([raw.metric, raw.subject, raw.change]);
    lines.set(key, [...(lines.get(key) || []), id]);
  }
  return units;
}

const yearOf = (raw) => raw.year || (raw.period.length ? raw.period[1] : null);

function scaleOf(ids) {
  const years = ids.map((id) => yearOf(nodes.get(id).raw)).filter(Boolean);
  const periods = ids.map((id) => nodes.get(id).raw.plan_period).filter((period) => period.length);
  const all = [...years, ...periods.flat()];
  if (!ids.length) return null;
  const low = Math.min(...all, 9999);
  const high = Math.max(...all, low + 1);
  return { at: (year) => (100 * (year - low)) / (high - low), ticks: [...new Set(all)].sort((a, b) => a - b), periods };
}

function axis({ at, ticks, periods }) {
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

function buildTimeline() {
  POINTS.clear();
  const pane = byId("timeline");
  const ids = claimIds();
  const scale = scaleOf(ids);
  pane.replaceChildren(el("h2", {}, t("ui.timeline")));
  if (!scale) return pane.append(el("p", { class: "empty" }, t("ui.noClaims")));
  if (scale.periods.length) {
    const words = [...new Set(scale.periods.map((period) => period.join("–")))].join("、");
    pane.append(el("div", { class: "key" }, el("span", {}, el("i"), `${t("ui.planPeriod")} ${words}`)));
  }
  pane.append(axis(scale));
  for (const [unit, lines] of seriesByUnit()) {
    pane.append(el("h3", {}, unit || t("ui.noUnit")), el("ul", {}, [...lines.values()].map((line) => series(line, scale))));
  }
}

function series(ids, scale) {
  const first = nodes.get(ids[0]);
  const track = el("div", { class: "track" });
  const [start, end] = first.raw.plan_period;
  if (start) track.append(el("div", { class: "band", style: { left: scale.at(start) + "%", width: scale.at(end) - scale.at(start) + "%" } }));
  const dated = ids.filter((id) => yearOf(nodes.get(id).raw)).sort((a, b) => yearOf(nodes.get(a).raw) - yearOf(nodes.get(b).raw));
  if (dated.length) track.append(el("div", { class: "rule" }));
  if (dated.length > 1) {
    const [from, to] = [dated[0], dated.at(-1)].map((id) => scale.at(yearOf(nodes.get(id).raw)));
    track.append(el("div", { class: "progress", style: { left: from + "%", width: to - from + "%" } }));
  }
  dated.forEach((id, index) => track.append(...point(id, scale, index === dated.length - 1)));
  for (const id of ids.filter((one) => !dated.includes(one))) track.append(...undated(id));
  const pick = () => select(ids[0], "timeline");
  return el("li", { class: "series", style: colour(first.kind) }, el("span", { on: { click: pick } }, nameOf(first)), track);
}

function point(id, scale, last) {
  const node = nodes.get(id);
  const at = scale.at(yearOf(node.raw));
  const label = [nameOf(node), node.raw.amount, whenOf(node.raw), t("status." + node.status)].join(" ");
  const classes = ["point", node.status === "target" ? "" : "hollow", node.flags ? "flagged" : ""].filter(Boolean).join(" ");
  const button = el("button", { type: "button", class: classes, "aria-label": label, style: { left: at + "%", ...colour(node.kind) }, on: { click: () => select(id, "timeline") } });
  POINTS.set(id, button);
  const leftwards = last ? at > 60 : true;
  const side = leftwards ? { right: `calc(${100 - at}% + 11px)` } : { left: `calc(${at}% + 11px)` };
  const roomy = last || at > 25;
  return [button, ...(roomy ? [el("span", { class: "amount", style: side, "aria-hidden": "true" }, node.raw.amount)] : [])];
}

function undated(id) {
  const node = nodes.get(id);
  const words = `${node.raw.amount} · ${t("ui.noYear")}`;
  const button = el("button", { type: "button", class: "amount ref undated", on: { click: () => select(id, "timeline") }, "aria-label": `${nameOf(node)} ${words}` }, words);
  POINTS.set(id, button);
  return [button];
}

function markPoint() {
  for (const [id, button] of POINTS) {
    button.classList.toggle("on", id === state.id);
    if (id === state.id) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  for (const line of byId("timeline").querySelectorAll(".series")) line.classList.toggle("on", Boolean(line.querySelector(".on")));
  if (state.id && state.from !== "timeline") reveal(byId("timeline"), POINTS.get(state.id));
}
