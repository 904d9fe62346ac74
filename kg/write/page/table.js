// The accessible twin of the drawing: every node stands here, numbers first.

// Word, what is sorted by, class and words of the cell, and whether the column is shown even if it says nothing new.
const COLUMNS = [
  { word: "row.metric", key: (node) => nameOf(node), always: true },
  { word: "row.value", key: (node) => [node.unit || "", Number(node.raw.value)], look: "n", cell: ({ raw }) => raw.amount, always: true },
  { word: "row.year", key: (node) => node.year || 9999, look: "y", cell: ({ raw }) => String(whenOf(raw)), always: true },
  { word: "row.status", key: (node) => node.status, look: "y", cell: ({ status }) => t("status." + status), lang: false },
  { word: "row.subject", key: (node) => node.raw.subject || node.raw.region, look: "s", cell: ({ raw }) => raw.subject || raw.region },
  { word: "ui.flags", key: (node) => -(node.flags || []).length, look: "flag", cell: ({ flags }) => flagWords(flags, 2), lang: false },
  { word: "kind.document", key: (node) => node.raw.article, look: "s", cell: ({ raw }) => raw.article },
];
const flagWords = (flags, from) => (flags || []).map((words) => words[from + lang()]).join("；");
let sorting = { column: null, down: false };
const rows = new Map();
const whenOf = (raw) => raw.year || (raw.period.length ? raw.period.join("–") : "");

function compare(a, b) {
  if (Array.isArray(a)) return compare(a[0], b[0]) || compare(a[1], b[1]);
  return typeof a === "number" ? a - b : String(a || "").localeCompare(String(b || ""), "zh");
}

function claimIds() {
  const ids = order.filter((id) => nodes.get(id).raw && shown.has(id));
  if (sorting.column === null) return ids;
  const { key } = COLUMNS[sorting.column];
  return ids.sort((a, b) => compare(key(nodes.get(a)), key(nodes.get(b))) * (sorting.down ? -1 : 1));
}

function sortBy(column) {
  sorting = { column, down: sorting.column === column && !sorting.down };
  buildTable();
  markRow();
  byId("table").querySelector(`thead [data-column="${column}"] button`).focus();
}

function buildTable() {
  const pane = byId("table");
  rows.clear();
  const ids = claimIds();
  const used = usedColumns(ids);
  const head = used.map((column) => {
    const { word, look } = COLUMNS[column];
    const now = sorting.column === column;
    const arrow = now ? (sorting.down ? " ↓" : " ↑") : "";
    return el("th", { scope: "col", class: look, data: { column }, "aria-sort": now ? (sorting.down ? "descending" : "ascending") : null },
      el("button", { type: "button", on: { click: () => sortBy(column) } }, t(word) + arrow));
  });
  const claims = el("table", { id: "claims" }, el("caption", {}, `${t("ui.claims")} · ${ids.length}`),
    el("thead", {}, el("tr", {}, head)), el("tbody", {}, ids.map((id) => claimRow(id, used))));
  const others = order.filter((id) => shown.has(id) && !rows.has(id));
  const rest = el("table", { id: "others" }, el("caption", {}, `${t("ui.others")} · ${others.length}`),
    el("thead", {}, el("tr", {}, ["ui.name", "ui.kind", "ui.detail"].map((word) => el("th", { scope: "col" }, t(word))))),
    el("tbody", {}, others.map(otherRow)));
  pane.replaceChildren(...(ids.length ? [claims] : []), ...(others.length ? [rest] : []));
  if (!shown.size) pane.append(el("p", { class: "empty" }, t("ui.none")));
}

function rowOf(id, cells) {
  const node = nodes.get(id);
  const pick = () => select(id, "table");
  const name = el("th", { scope: "row" }, el("i", { class: "dot" }), el("button", { type: "button" }, named(node)));
  const row = el("tr", { style: colour(node.kind), on: { click: pick } }, name, cells);
  rows.set(id, row);
  return row;
}

// A column that says the same in every row, or nothing in any, is left out.
function usedColumns(ids) {
  const flagged = ids.some((id) => nodes.get(id).flags);
  const values = ({ key }) => new Set(ids.map((id) => String(key(nodes.get(id)) || "")));
  return [...COLUMNS.keys()].filter((column) => {
    const one = COLUMNS[column];
    return one.always || (one.look === "flag" ? flagged : values(one).size > 1);
  });
}

function claimRow(id, used) {
  const node = nodes.get(id);
  return rowOf(id, used.slice(1).map((column) => {
    const { look, cell, lang: chinese = true } = COLUMNS[column];
    return el("td", { class: look, lang: chinese && "zh-CN", title: look === "flag" && flagWords(node.flags, 0) }, cell(node));
  }));
}

function otherRow(id) {
  const { kind, detail } = nodes.get(id);
  return rowOf(id, [el("td", { class: "y" }, kindWord(kind)), el("td", {}, detail)]);
}

function markRow() {
  for (const [id, row] of rows) {
    row.classList.toggle("on", id === state.id);
    if (id === state.id) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
  tabStop([...rows.values()].map((row) => row.querySelector("button")), rows.get(state.id)?.querySelector("button"));
  if (state.id && state.from !== "table") reveal(byId("table"), rows.get(state.id));
}
