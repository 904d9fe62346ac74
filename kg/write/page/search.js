// Substring search over names, aliases, figures and the text itself, with suggestions; “sfyy” finds 示范医院.

const MOST = 12;
const FROM_TEXT = 3;
let found = [];

const haystack = new Map([...nodes].map(([id, node]) => [id, [node.title, node.en, ...(node.names || []), node.detail].filter(Boolean)]));
const folded = data.articles.map((article) => article.text.toLowerCase());

// The browser sorts Chinese by sound: a character's initial is that of the last of these it does not come before.
const BY_SOUND = new Intl.Collator("zh-u-co-pinyin");
const FIRST = Object.entries({ a: "吖", b: "八", c: "嚓", d: "咑", e: "妸", f: "发", g: "旮", h: "哈", j: "丌", k: "咔", l: "垃", m: "妈",
  n: "拏", o: "噢", p: "妑", q: "七", r: "呥", s: "仨", t: "他", w: "屲", x: "夕", y: "丫", z: "帀" });
const bySound = BY_SOUND.resolvedOptions().collation === "pinyin";
const heard = new Map();

function initialOf(letter) {
  if (!/\p{Script=Han}/u.test(letter)) return letter.toLowerCase();
  if (!heard.has(letter)) heard.set(letter, (FIRST.findLast(([, first]) => BY_SOUND.compare(first, letter) <= 0) || [letter])[0]);
  return heard.get(letter);
}

const initialsOf = (words) => Array.from(words, initialOf).join("");
const soundsLike = (needle) => bySound && /^[a-z]{2,}$/.test(needle);

function lookFor(words) {
  const needle = words.trim().toLowerCase();
  if (!needle) return [];
  const hits = [];
  for (const [id, names] of haystack) {
    const rank = Math.min(...names.map((name) => rankOf(name.toLowerCase(), needle)));
    if (rank < Infinity) hits.push({ id, rank });
  }
  hits.sort((a, b) => a.rank - b.rank || KINDS.indexOf(nodes.get(a.id).kind) - KINDS.indexOf(nodes.get(b.id).kind));
  const inText = textHits(needle, Math.max(FROM_TEXT, MOST - hits.length));
  return [...hits.slice(0, MOST - Math.min(inText.length, FROM_TEXT)), ...inText].slice(0, MOST);
}

function rankOf(name, needle) {
  const at = name.indexOf(needle);
  if (at >= 0) return at ? 2 : name === needle ? 0 : 1;
  const heardAt = soundsLike(needle) ? initialsOf(name).indexOf(needle) : -1;
  return heardAt < 0 ? Infinity : heardAt ? 4 : 3;
}

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
  const all = Array.from(words);
  const at = [words.toLowerCase(), ...(soundsLike(needle) ? [initialsOf(words)] : [])].map((one) => {
    const found = one.indexOf(needle);
    return found < 0 ? -1 : Array.from(one.slice(0, found)).length;
  }).find((one) => one >= 0);
  if (at === undefined) return [words];
  const to = at + Array.from(needle).length;
  return [all.slice(0, at).join(""), el("b", {}, all.slice(at, to).join("")), all.slice(to).join("")];
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
    el("span", { lang: node ? langOf(node) : "zh-CN" }, marked(words, needle)), el("small", {}, node ? node.detail || kindWord(node.kind) : t("ui.inText")));
}

function take(index) {
  const hit = found[index];
  if (!hit) return;
  open(false);
  if (!hit.id) return showPlain(hit);
  // What a filter hides would be selected and nowhere to be seen.
  if (!passes(hit.id)) clearFilters();
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
  input.addEventListener("keydown", (event) => onSearchKey(event, found.length - 1, () => take(chosen), () => {}));
}
