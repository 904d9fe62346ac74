// Substring search over names, aliases, figures and the text itself, with suggestions.

const MOST = 12;
let found = [];
let chosen = -1;

const haystack = new Map([...nodes].map(([id, node]) => [id, [node.title, node.en, ...(node.names || []), node.detail].filter(Boolean)]));
const folded = data.articles.map((article) => article.text.toLowerCase());

function lookFor(words) {
  const needle = words.trim().toLowerCase();
  if (!needle) return [];
  const hits = [];
  for (const [id, names] of haystack) {
    const rank = Math.min(...names.map((name) => rankOf(name.toLowerCase(), needle)));
    if (rank < Infinity) hits.push({ id, rank });
  }
  hits.sort((a, b) => a.rank - b.rank || KINDS.indexOf(nodes.get(a.id).kind) - KINDS.indexOf(nodes.get(b.id).kind));
  return [...hits.slice(0, MOST), ...textHits(needle, MOST - hits.length)];
}

const rankOf = (name, needle) => (name === needle ? 0 : name.startsWith(needle) ? 1 : name.includes(needle) ? 2 : Infinity);

function textHits(needle, room) {
  const hits = [];
  folded.forEach((text, article) => {
    for (let at = text.indexOf(needle); at >= 0 && hits.length < room; at = text.indexOf(needle, at + needle.length)) {
      const start = Array.from(data.articles[article].text.slice(0, at)).length;
      hits.push({ article, start, end: start + Array.from(needle).length });
    }
  });
  return hits;
}

function marked(words, needle) {
  const at = words.toLowerCase().indexOf(needle);
  if (at < 0) return [words];
  return [words.slice(0, at), el("b", {}, words.slice(at, at + needle.length)), words.slice(at + needle.length)];
}

function suggest() {
  const input = byId("search");
  const needle = input.value.trim().toLowerCase();
  found = lookFor(needle);
  chosen = found.length ? 0 : -1;
  byId("suggestions").replaceChildren(...found.map((hit, index) => suggestion(hit, index, needle)));
  if (needle && !found.length) byId("suggestions").append(el("li", { class: "empty", role: "option", "aria-selected": "false", "aria-disabled": "true" }, t("ui.none")));
  open(Boolean(needle));
  if (needle) say(`${found.length} ${t("ui.found")}`);
  choose(chosen);
}

function suggestion(hit, index, needle) {
  const node = nodes.get(hit.id);
  const words = node ? nameOf(node) : quote(hit.article, Math.max(0, hit.start - 8), hit.end + 10).replaceAll("\n", " ");
  return el("li", { role: "option", id: "suggestion-" + index, "aria-selected": "false", on: { mousedown: (event) => { event.preventDefault(); take(index); } } },
    el("i", { class: "dot", style: colour(node ? node.kind : "document") }),
    el("span", {}, marked(words, needle)), el("small", {}, node ? node.detail || kindWord(node.kind) : t("ui.inText")));
}

function open(yes) {
  byId("suggestions").hidden = !yes;
  byId("search").setAttribute("aria-expanded", String(yes));
}

function choose(index) {
  chosen = index;
  byId("suggestions").querySelectorAll("[role=option]").forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
  const option = byId("suggestion-" + index);
  if (option) byId("search").setAttribute("aria-activedescendant", option.id);
  else byId("search").removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
}

function take(index) {
  const hit = found[index];
  if (!hit) return;
  open(false);
  if (!hit.id) return showPlain(hit);
  // What a filter hides would be selected and nowhere to be seen.
  if (!passes(nodes.get(hit.id))) clearFilters();
  set({ id: hit.id, focus: false, from: "search" });
}

// A place in the text that belongs to no fact: shown as the browser shows a selection.
function showPlain({ article, start, end }) {
  set({ pane: "text" });
  const box = byId("text").querySelectorAll("article")[article];
  const block = data.articles[article].blocks.findIndex((one) => one[0] <= start && start < one[1]);
  const element = box.querySelectorAll("p, h4, td")[block];
  if (!element) return;
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = data.articles[article].blocks[block][0];
  let begun = false;
  for (let piece = walker.nextNode(); piece; piece = walker.nextNode()) {
    const length = Array.from(piece.data).length;
    const units = (count) => Array.from(piece.data).slice(0, count).join("").length;
    if (!begun && start < at + length) { range.setStart(piece, units(start - at)); begun = true; }
    if (begun && end <= at + length) { range.setEnd(piece, units(end - at)); break; }
    at += length;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  reveal(byId("text"), element);
}

function startSearch() {
  const input = byId("search");
  input.addEventListener("input", suggest);
  input.addEventListener("focus", () => input.value && suggest());
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (event) => {
    const last = found.length - 1;
    if (event.key === "ArrowDown" && found.length) choose(chosen >= last ? 0 : chosen + 1);
    else if (event.key === "ArrowUp" && found.length) choose(chosen <= 0 ? last : chosen - 1);
    else if (event.key === "Enter") take(chosen);
    else if (event.key === "Escape") { event.stopPropagation(); input.value = ""; open(false); input.blur(); }
    else return;
    event.preventDefault();
  });
}
