// What is picked. Everything on the page follows from `state`, is changed by `set` alone, and mirrored by the address.

const FACETS = ["region", "topic", "year", "status", "unit"];
const ROWS = ["topic", "region", "unit", "plan"];
const ACROSS = ["year", "topic", "status"];
const SORTS = ["metric", "value", "year", "status", "region", "document"].flatMap((key) => [key, "-" + key]);
const PANES = ["map", "chart", "list", "article", "filters"];
const LISTED = 100;
const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
const CLEAR = () => ({ region: new Set(), topic: new Set(), year: new Set(), status: new Set(), unit: new Set(), metric: null, plan: null, body: null, document: null, query: "" });
const state = { ...CLEAR(), id: null, rows: "topic", across: "year", sort: "", dots: false, lang: "zh", theme: null, pane: "map", length: LISTED, whole: false };

const lang = () => (state.lang === "en" ? 1 : 0);
const t = (key) => (data.words[key] || [key, key])[lang()];
const dark = () => (state.theme ? state.theme === "dark" : prefersDark.matches);
const columnOf = (facet) => columns[facet === "region" ? "province" : facet];
const yearWord = (year) => (year ? String(year) : t("ui.noYear"));
const isTarget = (at) => lists.status[columns.status[at]] === "target";
const placeWord = (row) => row[1 + lang()] || row[1] || t("ui.nation");
const regionOf = (at) => placeWord(lists.region[columns.region[at]]);

function wordOf(dimension, place) {
  if (dimension === "region") return placeWord(lists.province[place]);
  if (dimension === "topic") return data.topics[lists.topic[place]][lang()];
  if (dimension === "status") return t("status." + lists.status[place]);
  if (dimension === "year") return yearWord(place);
  return lists[dimension][place] || t(dimension === "unit" ? "ui.noUnit" : "ui.noPlan");
}

// --- what is found

let hits = null;
let found = new Uint32Array(0);
let counts = {};
let cells = new Map();

// One pass: which limits each figure misses tells what every filter would count without itself.
function survey() {
  const size = columns.document.length;
  const facets = FACETS.map(columnOf);
  const wanted = FACETS.map((facet) => (state[facet].size ? Uint8Array.from({ length: 65536 }, (_, place) => state[facet].has(place)) : null));
  const tallies = FACETS.map(() => new Uint32Array(65536));
  const [rows, across] = [columnOf(state.rows), columnOf(state.across)];
  const cellMask = ~((state.rows === "plan" ? 0 : 1 << FACETS.indexOf(state.rows)) | (1 << FACETS.indexOf(state.across)));
  const passing = new Uint32Array(size);
  let passed = 0;
  cells = new Map();
  for (let at = 0; at < size; at += 1) {
    if (!isWithin(at)) continue;
    let missed = 0;
    for (let k = 0; k < facets.length; k += 1) if (wanted[k] && !wanted[k][facets[k][at]]) missed |= 1 << k;
    for (let k = 0; k < facets.length; k += 1) if (!(missed & ~(1 << k))) tallies[k][facets[k][at]] += 1;
    if (!(missed & cellMask)) {
      const key = rows[at] * 10000 + across[at];
      cells.set(key, (cells.get(key) || 0) + 1);
    }
    if (!missed) passing[passed++] = at;
  }
  found = passing.subarray(0, passed);
  counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  tallies.forEach((tally, k) => tally.forEach((count, place) => { if (count) counts[FACETS[k]].set(place, count); }));
}

// All limits but those with counts.
function isWithin(at) {
  if (state.metric !== null && columns.metric[at] !== state.metric) return false;
  if (state.plan !== null && columns.plan[at] !== state.plan) return false;
  if (state.document !== null && columns.document[at] !== state.document) return false;
  if (state.body !== null && !documents.bodies[columns.document[at]].includes(state.body)) return false;
  return !hits || hits[at] === 1;
}

const passesFacets = (at) => FACETS.every((facet) => !state[facet].size || state[facet].has(columnOf(facet)[at]));

function most(values, count = Infinity) {
  const tally = new Map();
  for (const value of values) tally.set(value, (tally.get(value) || 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, count);
}

function toggled(values, value) {
  const copy = new Set(values);
  if (!copy.delete(value)) copy.add(value);
  return copy;
}

const LIMITS = [...FACETS, "metric", "plan", "body", "document", "query", "rows", "across"];
const LISTS_ANEW = [...LIMITS, "sort"];
const listeners = [];

function set(patch) {
  const before = { ...state };
  if (LISTS_ANEW.some((key) => key in patch)) state.length = LISTED;
  if ("id" in patch && patch.id !== state.id) state.whole = false;
  Object.assign(state, patch);
  update(before);
}

function update(before) {
  const asked = state.query !== before.query;
  if (asked) hits = lookUp(state.query);
  const limited = asked || LIMITS.some((key) => state[key] !== before[key]);
  if (limited) survey();
  writeAddress(before.id !== undefined && before.id !== state.id);
  keepFocus(() => { for (const listener of listeners) listener(before, limited); });
}

// The panes are drawn anew: whoever had the focus gets it back by its key.
function keepFocus(draw) {
  const active = document.activeElement;
  const key = active?.dataset?.key;
  draw();
  if (key && !active.isConnected) [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key)?.focus({ preventScroll: true });
}

// One tab stop for many like things; the arrow keys go on from it.
function oneStop(elements) {
  const stop = elements.find((element) => element.closest(".on, [aria-pressed=true]")) || elements[0];
  for (const element of elements) element.tabIndex = element === stop ? 0 : -1;
}

// --- address: words rather than numbers, so that a link outlives a new build; whatever stands there is only compared

const codeOf = {
  region: (place) => lists.province[place][0], topic: (place) => lists.topic[place], year: String,
  status: (place) => lists.status[place], unit: (place) => lists.unit[place], metric: (place) => lists.metric[place],
  plan: (place) => lists.plan[place], body: (place) => lists.bodies[place], document: (number) => documents.id[number],
};
const idOf = (at) => `${documents.id[columns.document[at]]}.${at - firstClaim[columns.document[at]]}`;

function placeOf(key, word) {
  if (key === "year") return /^\d{1,4}$/.test(word) ? Number(word) : null;
  const all = key === "document" ? documents.id : key === "body" ? lists.bodies : key === "region" ? lists.province.map(([code]) => code) : lists[key];
  const place = all.indexOf(word);
  return place < 0 ? null : place;
}

function claimOf(word) {
  const [, id, ordinal] = /^(.*)\.(\d+)$/.exec(word) || [];
  const number = documents.id.indexOf(id);
  if (number < 0) return null;
  const at = firstClaim[number] + Number(ordinal);
  return at < firstClaim[number + 1] ? at : null;
}

function address() {
  const query = new URLSearchParams();
  if (state.id !== null) query.set("id", idOf(state.id));
  for (const facet of FACETS) for (const place of [...state[facet]].sort((a, b) => a - b)) query.append(facet, codeOf[facet](place));
  for (const key of ["metric", "plan", "body", "document"]) if (state[key] !== null) query.set(key, codeOf[key](state[key]));
  if (state.query) query.set("query", state.query);
  if (state.rows !== "topic") query.set("rows", state.rows);
  if (state.across !== "year") query.set("across", state.across);
  if (state.sort) query.set("sort", state.sort);
  if (state.dots) query.set("dots", "1");
  if (state.lang !== "zh") query.set("lang", state.lang);
  if (state.theme) query.set("theme", state.theme);
  if (state.pane !== "map") query.set("pane", state.pane);
  return query.toString();
}

function writeAddress(newStep) {
  const hash = "#" + address();
  if (hash !== (location.hash || "#")) history[newStep ? "pushState" : "replaceState"](null, "", hash);
}

function readAddress() {
  const query = new URLSearchParams(location.hash.slice(1));
  const one = (key, allowed, otherwise) => (allowed.includes(query.get(key)) ? query.get(key) : otherwise);
  const patch = CLEAR();
  for (const facet of FACETS) patch[facet] = new Set(query.getAll(facet).map((word) => placeOf(facet, word)).filter((place) => place !== null));
  for (const key of ["metric", "plan", "body", "document"]) patch[key] = query.has(key) ? placeOf(key, query.get(key)) : null;
  patch.id = query.has("id") ? claimOf(query.get("id")) : null;
  patch.query = query.get("query") || "";
  patch.dots = query.get("dots") === "1";
  if (query.get("across") === query.get("rows")) query.delete("across");
  return Object.assign(patch, { rows: one("rows", ROWS, "topic"), across: one("across", ACROSS, "year"), sort: one("sort", SORTS, ""), lang: one("lang", ["zh", "en"], "zh"), theme: one("theme", ["dark", "light"], null), pane: one("pane", PANES, "map") });
}
