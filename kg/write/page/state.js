// What is selected and shown. Every pane draws from `state` and changes it only through `set`; the address mirrors it.

const data = JSON.parse(document.getElementById("data").textContent);
const nodes = new Map(Object.entries(data.nodes));
const order = data.drawing.nodes.map((node) => node.id);
const edges = data.drawing.edges;
const KINDS = ["target", "figure", "goal", "project", "plan", "section", "organisation", "event", "region", "document"];
const FACETS = ["article", "region", "year", "status", "unit"];
const AXES = ["year", "value"];
const LAYOUTS = ["tree", "force", "time"].filter((layout) => layout === "tree" || data.layouts[layout]);

// Claims come without what other nodes or the text know already.
const letters = data.articles.map((article) => Array.from(article.text));
const quote = (article, start, end) => letters[article].slice(start, end).join("");
for (const [id, node] of nodes) {
  if (node.flags) node.flags = node.flags.map((words) => data.flags[words]);
  if (!node.claim) continue;
  const plan = nodes.get(node.claim.plan);
  const [article, start, end] = node.marks.find((mark) => mark[3] === "quote");
  node.raw = {
    comparator: "eq", change: "level", period: [], subject: "", value_max: "", ...node.claim,
    metric: node.title, unit: node.unit, status: node.status, region: node.region ? nodes.get("region-" + node.region).title : "",
    plan: plan ? plan.title : "", plan_period: plan && plan.period ? plan.period : [], quote: quote(article, start, end),
    article: data.articles[article].title, source: data.articles[article].source, start, end,
  };
  node.rows = claimRows(node);
}

const hasClaims = [...nodes.values()].some((node) => node.raw);
const PANES = ["graph", "text", "table", ...(hasClaims ? ["timeline"] : []), "filters"];

function claimRows({ claim, raw }) {
  const grouped = (number) => number.replace(/^-?\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));
  const exact = grouped(raw.value) + (raw.value_max ? " – " + grouped(raw.value_max) : "") + " " + raw.unit;
  return [
    ["row.written", raw.written], ["row.exact", exact.replace(" ", "") === raw.written ? "" : exact.trim()],
    ["row.comparator", "word", raw.comparator !== "eq" && "comparator." + raw.comparator],
    ["row.change", "word", raw.change !== "level" && "change." + raw.change], ["row.status", "word", "status." + raw.status],
    ["row.year", raw.year ? String(raw.year) : raw.period.join("–")], ["row.baseline", raw.baseline_year && String(raw.baseline_year)],
    ["row.subject", raw.subject], ["row.region", raw.region], ["row.plan", "node", claim.plan],
    ["row.binding", "word", claim.binding === undefined ? undefined : claim.binding ? "yes" : "no"], ["row.rule", claim.rule],
  ].filter((row) => row.at(-1));
}

const neighbours = new Map(order.map((id) => [id, new Map()]));
for (const edge of edges) {
  neighbours.get(edge.from).set(edge.to, [edge.relation, true]);
  if (!neighbours.get(edge.to).has(edge.from)) neighbours.get(edge.to).set(edge.from, [edge.relation, false]);
}

const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
const state = {
  id: null, hiddenKinds: new Set(), article: new Set(), region: new Set(), year: new Set(), status: new Set(), unit: new Set(),
  flagged: false, focus: false, layout: "tree", axis: "year", lang: "zh", theme: null, pane: "graph", overlap: null,
};
let shown = new Set(order);
const listeners = [];

// What a filter compares; nothing where it does not apply. What stands nowhere itself (a region) is where its neighbours are.
function valuesOf(id, facet) {
  const node = nodes.get(id);
  if (facet === "kind") return [node.kind];
  if (facet !== "article") return node[facet] === undefined ? [] : [String(node[facet])];
  if (data.articles.length < 2) return [];
  const places = (one) => (nodes.get(one).marks || []).map(([article]) => String(article));
  const own = places(id);
  return [...new Set(own.length ? own : [...neighbours.get(id).keys()].flatMap(places))];
}

const dark = () => (state.theme ? state.theme === "dark" : prefersDark.matches);
const lang = () => (state.lang === "en" ? 1 : 0);
const t = (key) => (data.words[key] || [key, key])[lang()];
const nameOf = (node) => (state.lang === "en" && node.en) || node.title;
// What stays Chinese says so, for the voice that reads it and for its letterforms.
const langOf = (node) => (nameOf(node) === node.en ? "en" : "zh-CN");
const named = (node) => el("span", { lang: langOf(node) }, nameOf(node));

// A node without the property (a plan has no unit) is not what a filter on that property is about: it stays.
function passes(id, except) {
  const node = nodes.get(id);
  if (except !== "kind" && state.hiddenKinds.has(node.kind)) return false;
  if (except !== "flagged" && state.flagged && node.raw && !node.flags) return false;
  return FACETS.every((facet) => {
    if (facet === except || !state[facet].size) return true;
    const values = valuesOf(id, facet);
    return values.length ? values.some((value) => state[facet].has(value)) : !(node.raw && facet !== "region");
  });
}

function computeShown() {
  const near = state.focus && state.id ? neighbours.get(state.id) : null;
  return new Set(order.filter((id) => passes(id) && (!near || id === state.id || near.has(id))));
}

function set(patch) {
  const before = { ...state };
  Object.assign(state, "id" in patch ? { overlap: null } : null, patch);
  if (!state.id) state.focus = false;
  shown = computeShown();
  writeAddress(before.id !== state.id);
  for (const listener of listeners) listener(before);
}

function select(id, from) {
  set({ id: nodes.has(id) ? id : null, from });
}

function toggled(values, value) {
  const copy = new Set(values);
  if (!copy.delete(value)) copy.add(value);
  return copy;
}

function address() {
  const query = new URLSearchParams();
  if (state.id) query.set("id", state.id);
  for (const kind of KINDS) if (state.hiddenKinds.has(kind)) query.append("hide", kind);
  for (const facet of FACETS) for (const value of [...state[facet]].sort()) query.append(facet, value);
  for (const key of ["flagged", "focus"]) if (state[key]) query.set(key, "1");
  if (state.layout !== "tree") query.set("layout", state.layout);
  if (state.axis !== "year") query.set("axis", state.axis);
  if (state.lang !== "zh") query.set("lang", state.lang);
  if (state.theme) query.set("theme", state.theme);
  if (state.pane !== "graph") query.set("pane", state.pane);
  return query.toString();
}

function writeAddress(newStep) {
  const hash = "#" + address();
  if (hash === (location.hash || "#")) return;
  history[newStep ? "pushState" : "replaceState"](null, "", hash);
}

// Whatever stands in the address is only ever compared with what the page knows.
function readAddress() {
  const query = new URLSearchParams(location.hash.slice(1));
  const one = (key, allowed, otherwise) => (allowed.includes(query.get(key)) ? query.get(key) : otherwise);
  const found = { id: nodes.has(query.get("id")) ? query.get("id") : null };
  found.hiddenKinds = new Set(query.getAll("hide").filter((kind) => KINDS.includes(kind)));
  for (const facet of FACETS) {
    const known = new Set(order.flatMap((id) => valuesOf(id, facet)));
    found[facet] = new Set(query.getAll(facet).filter((value) => known.has(value)));
  }
  found.flagged = query.get("flagged") === "1";
  found.focus = query.get("focus") === "1";
  found.layout = one("layout", LAYOUTS, "tree");
  found.axis = one("axis", AXES, "year");
  found.lang = one("lang", ["zh", "en"], "zh");
  found.theme = one("theme", ["dark", "light"], null);
  found.pane = one("pane", PANES, "graph");
  return found;
}
