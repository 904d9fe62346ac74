// Filters with counts: each counts what the others leave. The longest lists show their head first.

const HEAD = { region: 12, topic: 30, year: 14, status: 4, unit: 12 };
const opened = new Set();

function showFilters(before, limited) {
  if (!limited && before.lang === state.lang) return;
  drawFilters();
}

function drawFilters() {
  const limits = activeLimits();
  byId("filters").replaceChildren(
    el("p", { class: "tally" }, `${t("ui.shown")} ${found.length.toLocaleString()} / ${columns.document.length.toLocaleString()}`),
    ...(limits.length ? [el("button", { type: "button", id: "clear", data: { key: "clear" }, on: { click: () => { byId("search").value = ""; set(CLEAR()); } } }, t("ui.clear"))] : []),
    ...FACETS.map(facetFilter).filter(Boolean));
}

function facetFilter(facet) {
  const all = [...counts[facet]];
  for (const place of state[facet]) if (!counts[facet].has(place)) all.push([place, 0]);
  if (all.length < 2 && !state[facet].size) return null;
  all.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const head = opened.has(facet) ? all : all.filter(([place], index) => index < HEAD[facet] || state[facet].has(place));
  if (facet === "year") head.sort((a, b) => a[0] - b[0]);
  return el("fieldset", { id: "filter-" + facet }, el("legend", {}, t(facet === "topic" ? "row.topic" : "ui." + facet)), el("div", { class: "chips" },
    head.map(([place, count]) => el("button", {
      type: "button", class: count ? null : "zero", "aria-pressed": String(state[facet].has(place)), data: { key: `${facet} ${place}` },
      on: { click: () => set({ [facet]: toggled(state[facet], place) }) },
    }, el("span", {}, wordOf(facet, place)), el("data", {}, count.toLocaleString()))),
    all.length > HEAD[facet] && el("button", {
      type: "button", class: "ref", data: { key: "more " + facet }, "aria-expanded": String(opened.has(facet)),
      on: { click: () => keepFocus(() => { if (!opened.delete(facet)) opened.add(facet); drawFilters(); }) },
    }, opened.has(facet) ? t("ui.less") : `${t("ui.more")} · ${all.length - head.length}`)));
}

// The limits as words, each with what undoes it.
function activeLimits() {
  const single = (key, word) => (state[key] === null ? [] : [[word(state[key]), { [key]: null }]]);
  return [
    ...FACETS.flatMap((facet) => [...state[facet]].map((place) => [wordOf(facet, place), { [facet]: toggled(state[facet], place) }])),
    ...single("metric", (place) => lists.metric[place]), ...single("plan", (place) => wordOf("plan", place)),
    ...single("body", (place) => lists.bodies[place]), ...single("document", (number) => documents.title[number]),
    ...(state.query ? [[`“${state.query}”`, { query: "" }]] : []),
  ];
}
