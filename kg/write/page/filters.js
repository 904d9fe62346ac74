// Legend and filters in one: kinds are switched off, the others limit to what is picked. Counts follow the other filters.

function countBy(facet) {
  const counts = new Map();
  for (const id of order) {
    const one = passes(id, facet) ? 1 : 0;
    for (const value of valuesOf(id, facet)) counts.set(value, (counts.get(value) || 0) + one);
  }
  return counts;
}

const regionName = (code) => (nodes.has("region-" + code) ? nameOf(nodes.get("region-" + code)) : code);
const CHINESE = ["article", "region", "unit"];
const articleName = (index) => data.articles[index].title;
const facetWord = { article: articleName, region: regionName, year: (year) => year, status: (status) => t("status." + status), unit: (unit) => unit || t("ui.noUnit") };

function showFilters() {
  const pane = byId("filters");
  const focused = document.activeElement && pane.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const active = address() !== "" && (state.hiddenKinds.size || state.flagged || FACETS.some((facet) => state[facet].size));
  pane.replaceChildren(...[
    el("p", { class: "tally" }, `${t("ui.shown")} ${shown.size} / ${order.length}`),
    kindFilter(), ...FACETS.map(facetFilter), flagFilter(),
    active && el("button", { type: "button", id: "clear", data: { key: "clear" }, on: { click: clearFilters } }, t("ui.clear")),
  ].filter(Boolean));
  if (focused) [...pane.querySelectorAll("[data-key]")].find((one) => one.dataset.key === focused)?.focus();
}

function clearFilters() {
  set({ hiddenKinds: new Set(), article: new Set(), region: new Set(), year: new Set(), status: new Set(), unit: new Set(), flagged: false });
}

function kindFilter() {
  const counts = countBy("kind");
  return el("fieldset", {}, el("legend", {}, t("ui.kind")), KINDS.filter((kind) => counts.has(kind)).map((kind) => {
    const box = el("input", { type: "checkbox", data: { key: "kind " + kind }, on: { change: () => set({ hiddenKinds: toggled(state.hiddenKinds, kind) }) } });
    box.checked = !state.hiddenKinds.has(kind);
    return el("label", { class: "kind", style: colour(kind) }, box, el("i"), el("span", {}, kindWord(kind)), el("data", {}, String(counts.get(kind))));
  }));
}

function facetFilter(facet) {
  const counts = [...countBy(facet)];
  if (counts.length < 2 && !state[facet].size) return null;
  if (facet === "year" || facet === "article") counts.sort((a, b) => a[0] - b[0]);
  else counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return el("fieldset", { id: "filter-" + facet }, el("legend", {}, t(facet === "article" ? "kind.document" : "ui." + facet)), el("div", { class: "chips" }, counts.map(([value, count]) =>
    chip(facet + " " + value, facetWord[facet](value), count, state[facet].has(value), CHINESE.includes(facet), () => set({ [facet]: toggled(state[facet], value) })))));
}

function flagFilter() {
  const count = order.filter((id) => nodes.get(id).flags && passes(id, "flagged")).length;
  if (!count && !state.flagged) return null;
  return el("fieldset", {}, el("legend", {}, t("ui.flags")), el("div", { class: "chips" },
    chip("flagged", t("ui.flagged"), count, state.flagged, false, () => set({ flagged: !state.flagged }))));
}

function chip(key, words, count, pressed, chinese, click) {
  return el("button", { type: "button", class: count ? null : "zero", "aria-pressed": String(pressed), data: { key }, title: words.length > 9 && words, on: { click } }, el("span", { lang: chinese && "zh-CN" }, words), el("data", {}, String(count)));
}
