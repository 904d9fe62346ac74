// Search over everything: names at once, with suggestions; sentences part by part behind them.

const SUGGESTED = 4;
let suggestions = [];
let sweep = { needle: "", done: 0 };
let folded = null;

// Which figures a needle finds: by indicator, plan, region, article, body; then by sentence as the parts come in.
function lookUp(query) {
  const needle = query.trim().toLowerCase();
  sweep = { needle, done: parts.length };
  if (!needle) return null;
  const words = foldedWords();
  const inList = Object.fromEntries(["metric", "plan", "region"].map((key) => [key, words[key].map((word) => word.includes(needle))]));
  const bodies = words.bodies.map((word) => word.includes(needle));
  const inDocument = words.document.map((title, number) => title.includes(needle) || documents.bodies[number].some((body) => bodies[body]));
  const marks = new Uint8Array(columns.metric.length);
  for (let at = 0; at < marks.length; at += 1) {
    if (inList.metric[columns.metric[at]] || inList.plan[columns.plan[at]] || inList.region[columns.region[at]] || inDocument[columns.document[at]]) marks[at] = 1;
  }
  sweep.done = 0;
  sweepSentences(sweep, marks);
  return marks;
}

function foldedWords() {
  folded ??= {
    metric: lists.metric.map((word) => word.toLowerCase()), plan: lists.plan.map((word) => word.toLowerCase()), bodies: lists.bodies.map((word) => word.toLowerCase()),
    document: documents.title.map((word) => word.toLowerCase()), region: lists.region.map((names) => names.filter(Boolean).join(" ").toLowerCase()),
  };
  return folded;
}

const AHEAD = 6;

// Shows what it has found now and then, but spends most of its time on finding.
async function sweepSentences(mine, marks) {
  let [drawn, cost] = [performance.now(), 0];
  for (let part = 0; part < parts.length; part += 1) {
    for (let next = part + 1; next < Math.min(part + AHEAD, parts.length); next += 1) load("sentences", next).catch(() => {});
    const sentences = here("sentences", part) || await attempt(load("sentences", part));
    if (sweep !== mine || !sentences) return;
    sentences.quote.forEach((quote, index) => { if (quote.toLowerCase().includes(mine.needle)) marks[parts[part].claim + index] = 1; });
    mine.done = part + 1;
    if (performance.now() - drawn < Math.max(250, 6 * cost) && mine.done < parts.length) continue;
    const begin = performance.now();
    if (hits === marks) { survey(); keepFocus(() => { for (const listener of listeners) listener({ ...state }, true); }); }
    drawn = performance.now();
    cost = drawn - begin;
  }
  if (hits === marks) say(`${found.length} ${t("ui.found")}`);
}

function showProgress() {
  const note = byId("searching");
  if (note) note.textContent = sweep.done < parts.length ? `${t("ui.searching")} ${sweep.done} / ${parts.length}` : "";
}

// --- suggestions

function suggest() {
  const needle = byId("search").value.trim().toLowerCase();
  const words = foldedWords();
  const rank = (word) => (word === needle ? 0 : word.startsWith(needle) ? 1 : word.includes(needle) ? 2 : 9);
  const of = (kind, key, folded, name) => folded.map((word, place) => [rank(word), word.length, place]).filter(([score]) => score < 9).sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .slice(0, SUGGESTED).map(([, , place]) => ({ kind, words: name(place), patch: () => ({ [key]: place, query: "" }) }));
  const provinces = lists.province.map((names) => names.slice(1).filter(Boolean).join(" ").toLowerCase());
  suggestions = !needle ? [] : [
    { kind: null, words: byId("search").value.trim(), patch: () => ({ query: byId("search").value }) },
    ...of("figure", "metric", words.metric, (place) => lists.metric[place]), ...of("plan", "plan", words.plan, (place) => lists.plan[place]),
    ...of("organisation", "body", words.bodies, (place) => lists.bodies[place]),
    ...of("region", "region", provinces, (place) => wordOf("region", place)).map((one) => ({ ...one, patch: () => ({ region: new Set([one.patch().region]), query: "" }) })),
    ...of("document", "document", words.document, (number) => documents.title[number]),
  ];
  byId("suggestions").replaceChildren(...suggestions.map((one, index) => el("li", { role: "option", id: "suggestion-" + index, "aria-selected": "false", on: { mousedown: (event) => { event.preventDefault(); take(index); } } },
    one.kind ? el("i", { class: "dot", style: colour(one.kind) }) : el("i", {}, "⌕"), el("span", {}, one.kind ? marked(one.words, needle) : `${t("ui.searchFor")} “${one.words}”`),
    el("small", {}, one.kind ? t(one.kind === "figure" ? "row.metric" : "kind." + one.kind) : ""))));
  open(suggestions.length > 0);
  choose(suggestions.length ? 0 : -1);
}

function marked(words, needle) {
  const at = words.toLowerCase().indexOf(needle);
  return at < 0 ? [words] : [words.slice(0, at), el("b", {}, words.slice(at, at + needle.length)), words.slice(at + needle.length)];
}

function take(index) {
  const patch = suggestions[index]?.patch();
  if (!patch) return;
  open(false);
  if (patch.query === "") byId("search").value = "";
  set({ ...CLEAR(), id: null, ...patch });
}

function startSearch() {
  const input = byId("search");
  let pause = 0;
  input.value = state.query;
  input.addEventListener("input", () => {
    suggest();
    clearTimeout(pause);
    pause = setTimeout(() => set({ query: input.value.trim() }), 150);
  });
  input.addEventListener("focus", () => input.value && suggest());
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (event) => onSearchKey(event, suggestions.length - 1,
    () => { clearTimeout(pause); take(chosen); }, () => { clearTimeout(pause); set({ query: "" }); }));
}
