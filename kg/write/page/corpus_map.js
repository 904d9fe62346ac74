// The map: how many figures there are, by two of region, topic, unit, plan, year and status. A cell is a filter.

const MOST_ROWS = 34;
const CELL = 46;

function showMap(before, limited) {
  const turned = ["lang", "theme", "dots"].some((key) => state[key] !== before[key]);
  if (state.dots && !limited && !turned) return repaint();
  return limited || turned || state.pane !== before.pane ? drawMap() : undefined;
}

function drawMap() {
  const button = (pressed, key, click, words) => el("button", { type: "button", "aria-pressed": String(pressed), data: { key }, on: { click } }, words);
  const choice = (label, of, key, otherwise) => el("div", { class: "segments", role: "group", "aria-label": t(label) }, of.map((value) =>
    button(state[key] === value, `${key} ${value}`, () => set({ [key]: value, ...otherwise(value) }), t("row." + value))));
  byId("map").replaceChildren(el("div", { class: "bar" },
    el("div", { class: "axes" }, choice("ui.rows", ROWS, "rows", (rows) => (rows === state.across ? { across: "year" } : {})), el("span", { class: "muted" }, "×"),
      choice("ui.across", ACROSS, "across", (across) => (across === state.rows ? { rows: "region" } : {}))),
    el("div", { class: "segments", role: "group", "aria-label": t("ui.map") },
      button(!state.dots, "counts", () => set({ dots: false }), t("ui.counts")), button(state.dots, "dots", () => set({ dots: true }), t("ui.cloud")))),
  ...(state.dots ? cloud() : heat()));
  oneStop([...byId("map").querySelectorAll(".heat button")]);
  if (state.dots) startCloud();
}

function heat() {
  const [byRow, byColumn] = [new Map(), new Map()];
  for (const [key, count] of cells) {
    const [row, column] = [Math.floor(key / 10000), key % 10000];
    byRow.set(row, (byRow.get(row) || 0) + count);
    byColumn.set(column, (byColumn.get(column) || 0) + count);
  }
  const order = (map) => [...map].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([place]) => place);
  const rows = order(byRow).slice(0, MOST_ROWS);
  const room = Math.max(4, Math.floor((byId("map").clientWidth - (state.rows === "plan" ? 320 : 210)) / (state.across === "year" ? CELL : 1.5 * CELL)));
  const across = order(byColumn).slice(0, room);
  if (state.across === "year") across.sort((a, b) => a - b);
  const left = byRow.size - rows.length;
  const table = el("table", { class: "heat" }, el("caption", { class: "hidden" }, t("ui.map")),
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("row." + state.rows)), across.map((place) => el("th", { scope: "col" }, wordOf(state.across, place))), el("th", { scope: "col", class: "total" }, t("ui.total")))),
    el("tbody", {}, rows.map((row) => heatRow(row, across, byRow.get(row)))));
  return [table, left > 0 ? el("p", { class: "muted" }, `+ ${left} ${t("ui.moreRows")}`) : ""];
}

const rowIsPicked = (row) => (state.rows === "plan" ? state.plan === row : state[state.rows].has(row));

function heatRow(row, across, total) {
  const peak = Math.log(1 + Math.max(...cells.values()));
  const word = wordOf(state.rows, row);
  const pickRow = () => set(state.rows === "plan" ? { plan: state.plan === row ? null : row } : { [state.rows]: toggled(state[state.rows], row) });
  return el("tr", {},
    el("th", { scope: "row" }, el("button", { type: "button", class: "ref", title: word, "aria-pressed": String(rowIsPicked(row)), data: { key: "row " + row }, on: { click: pickRow } }, word)),
    across.map((place) => {
      const count = cells.get(row * 10000 + place);
      if (!count) return el("td");
      const on = rowIsPicked(row) && state[state.across].has(place);
      return el("td", {}, el("button", {
        type: "button", class: "cell", "aria-pressed": String(on), "aria-label": `${word} ${wordOf(state.across, place)} ${count}`, data: { key: `cell ${row} ${place}` },
        style: { "--share": (100 * Math.log(1 + count)) / peak + "%" }, on: { click: () => pickCell(row, place, on) },
      }, count.toLocaleString()));
    }),
    el("td", { class: "total" }, total.toLocaleString()));
}

function pickCell(row, place, on) {
  const rows = state.rows === "plan" ? { plan: on ? null : row } : { [state.rows]: on ? new Set() : new Set([row]) };
  set({ ...rows, [state.across]: on ? new Set() : new Set([place]) });
}
