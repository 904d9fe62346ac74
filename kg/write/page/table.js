// The accessible twin of the drawing: every node stands here, numbers first.

const COLUMNS = [
  ["row.metric", (node) => nameOf(node)],
  ["row.value", (node) => [node.unit || "", Number(node.raw.value)]],
  ["row.year", (node) => node.year || 9999],
  ["row.status", (node) => node.status],
  ["row.subject", (node) => node.raw.subject || node.raw.region],
  ["ui.flags", (node) => -(node.flags || []).length],
];
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
  const key = COLUMNS[sorting.column][1];
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
    const [word] = COLUMNS[column];
    const now = sorting.column === column;
    const arrow = now ? (sorting.down ? " ↓" : " ↑") : "";
    return el("th", { scope: "col", class: column === 1 ? "n" : null, data: { column }, "aria-sort": now ? (sorting.down ? "descending" : "ascending") : null },
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
  const values = (column) => new Set(ids.map((id) => String(COLUMNS[column][1](nodes.get(id)) || "")));
  return COLUMNS.map((_, column) => column).filter((column) => {
    if (column < 3) return true;
    return column === 5 ? ids.some((id) => nodes.get(id).flags) : values(column).size > 1;
  });
}

function claimRow(id, used) {
  const { raw, flags, status } = nodes.get(id);
  const cells = {
    1: () => el("td", { class: "n", lang: "zh-CN" }, raw.amount),
    2: () => el("td", { class: "y" }, String(whenOf(raw))),
    3: () => el("td", { class: "y" }, t("status." + status)),
    4: () => el("td", { class: "s", lang: "zh-CN" }, raw.subject || raw.region),
    5: () => el("td", { class: "flag", title: (flags || []).map((words) => words[lang()]).join("；") || null }, (flags || []).map((words) => words[2 + lang()]).join("；")),
  };
  return rowOf(id, used.slice(1).map((column) => cells[column]()));
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
  if (state.id && state.from !== "table") reveal(byId("table"), rows.get(state.id));
}
