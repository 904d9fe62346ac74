// The list of what was found: the accessible twin of map, cloud and chart. Sentences are filled in when they are there.

function showList(before, limited) {
  const longer = state.length > before.length && !limited;
  const top = longer ? byId("rows").scrollTop : 0;
  if (limited || longer || state.lang !== before.lang || state.sort !== before.sort) drawList();
  if (longer) byId("rows").scrollTop = top;
  for (const row of byId("list").querySelectorAll("tr[data-at]")) {
    const on = Number(row.dataset.at) === state.id;
    row.classList.toggle("on", on);
    if (on && state.id !== before.id) reveal(byId("rows"), row);
  }
}

const HEADS = [["row.metric", "c-metric", "metric"], ["row.value", "n", "value"], ["row.year", "y", "year"], ["row.status", "s", "status"], ["row.region", "r", "region"], ["ui.quote", "q"], ["ui.article", "a", "document"]];

// Values are compared within their unit; words as Chinese dictionaries order them.
const SORT_KEYS = {
  metric: (at) => lists.metric[columns.metric[at]], value: (at) => Number(lists.value[columns.value[at]]), year: (at) => columns.year[at] || Infinity,
  status: (at) => columns.status[at], region: (at) => lists.region[columns.region[at]][0] || "99", document: (at) => documents.title[columns.document[at]],
};

function sorted() {
  if (!state.sort) return found;
  const down = state.sort.startsWith("-");
  const name = state.sort.replace("-", "");
  const keys = new Map();
  for (const at of found) keys.set(at, SORT_KEYS[name](at));
  const words = typeof keys.values().next().value === "string" ? new Intl.Collator("zh") : null;
  const order = (a, b) => (words ? words.compare(a, b) : a === b ? 0 : a - b);
  const byUnit = (a, b) => (name === "value" ? columns.unit[a] - columns.unit[b] : 0);
  return found.slice().sort((a, b) => byUnit(a, b) || (down ? -1 : 1) * order(keys.get(a), keys.get(b)) || a - b);
}

function headCell([word, name, sort]) {
  if (!sort) return el("th", { scope: "col", class: name }, t(word));
  const now = state.sort === sort ? "ascending" : state.sort === "-" + sort ? "descending" : null;
  const next = now === "ascending" ? "-" + sort : now ? "" : sort;
  return el("th", { scope: "col", class: name, "aria-sort": now }, el("button", { type: "button", data: { key: "sort " + sort }, on: { click: () => set({ sort: next }) } }, t(word), now ? (now === "ascending" ? " ↑" : " ↓") : ""));
}

function drawList() {
  const shown = Array.from(sorted().slice(0, state.length));
  byId("list").replaceChildren(
    el("div", { class: "bar" }, el("h2", {}, `${t("ui.claims")} · ${found.length.toLocaleString()}`),
      el("div", { class: "chips limits" }, activeLimits().map(([word, patch]) => el("button", { type: "button", "aria-pressed": "true", title: word, data: { key: "limit " + word }, on: { click: () => undo(patch) } }, el("span", {}, word), " ✕"))),
      el("span", { class: "muted", id: "searching" })),
    el("div", { class: "scroll", id: "rows" },
      el("table", { id: "claims" }, el("caption", { class: "hidden" }, t("ui.claims")),
        el("thead", {}, el("tr", {}, HEADS.map(headCell))),
        el("tbody", {}, shown.map(listRow))),
      !found.length && el("p", { class: "empty" }, t("ui.none")),
      found.length > state.length && el("button", { type: "button", class: "more", data: { key: "more rows" }, on: { click: () => set({ length: state.length + 2 * LISTED }) } }, t("ui.more"))));
  oneStop([...byId("list").querySelectorAll("tbody button")]);
  showProgress();
}

function undo(patch) {
  if ("query" in patch) byId("search").value = "";
  set(patch);
}

function listRow(at) {
  return el("tr", { data: { at }, class: state.id === at ? "on" : null, style: colour(isTarget(at) ? "target" : "figure"), on: { click: () => set({ id: at, pane: "article" }) } },
    el("th", { scope: "row" }, el("i", { class: "dot" }), el("button", { type: "button", data: { key: "claim " + at } }, lists.metric[columns.metric[at]]), flagElements(at)),
    el("td", { class: "n" }, lists.amount[columns.amount[at]]), el("td", { class: "y" }, columns.year[at] ? String(columns.year[at]) : ""),
    el("td", { class: "y" }, wordOf("status", columns.status[at])), el("td", {}, lists.region[columns.region[at]][0] && regionOf(at)),
    quoteElement("td", at), el("td", { class: "muted" }, documents.title[columns.document[at]]));
}

const flagElements = (at) => lists.flags[columns.flags[at]].map((words) => el("small", { class: "flag", title: words[lang()] }, " ⚑ " + words[2 + lang()]));

// An element with the sentence of a figure, now or as soon as its part is unpacked.
function quoteElement(tag, at) {
  const words = sentenceOf(at);
  const element = el(tag, { class: "q" }, words ?? "…");
  if (words === null) attempt(load("sentences", partOf("claim", at)).then(() => { element.textContent = sentenceOf(at); }));
  return element;
}
