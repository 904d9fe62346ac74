// The articles' words with every span marked. Offsets count code points, JavaScript strings do not: hence the arrays.

const ROLES = ["value", "name", "metric", "time", "baseline", "subject", "quote"];
const marksByArticle = data.articles.map(() => []);
for (const id of order) {
  for (const [article, start, end, role] of nodes.get(id).marks || []) marksByArticle[article].push({ id, start, end, role });
}
let segments = [];

function buildText() {
  segments = [];
  const pane = byId("text");
  pane.replaceChildren(el("h2", {}, t("ui.text")));
  data.articles.forEach((article, index) => pane.append(buildArticle(article, index)));
  if (segments.length) segments[0].element.tabIndex = 0;
}

function buildArticle(article, index) {
  const box = el("article", { lang: "zh-CN" }, el("h3", {}, article.title), article.about && el("div", { class: "about" }, article.about));
  let table = null;
  for (const [start, end, kind, level, tableNumber, row] of article.blocks) {
    const words = buildWords(index, start, end);
    if (kind === "cell") {
      if (!table || table.number !== tableNumber) {
        table = { number: tableNumber, row: null, body: el("tbody") };
        box.append(el("table", {}, table.body));
      }
      if (table.row !== row) [table.row] = [row, table.body.append(el("tr"))];
      table.body.lastChild.append(el("td", {}, words));
      continue;
    }
    table = null;
    box.append(el(kind === "heading" ? "h4" : "p", { class: kind === "item" ? "item" : null, data: { level } }, words));
  }
  return box;
}

// Cuts a block at every end of a mark; each piece knows all marks that cover it.
function buildWords(index, start, end) {
  const inside = marksByArticle[index].filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of inside) cuts.add(Math.max(mark.start, start)).add(Math.min(mark.end, end));
  const ends = [...cuts].sort((a, b) => a - b);
  return ends.slice(1).map((to, at) => {
    const from = ends[at];
    const cover = inside.filter((mark) => mark.start <= from && mark.end >= to);
    const words = quote(index, from, to);
    return cover.length ? buildSegment(words, cover, index, from) : words;
  });
}

function buildSegment(words, cover, article, from) {
  cover.sort((a, b) => a.end - a.start - (b.end - b.start) || ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  const ids = [...new Set(cover.map((mark) => mark.id))];
  const top = nodes.get(ids[0]);
  const element = el("span", {
    class: `m r-${cover[0].role}${ids.length > 1 && cover[0].role !== "quote" ? " many" : ""}`, role: "button", tabindex: -1, style: colour(top.kind),
    title: ids.length > 1 ? t("ui.cycle") : null,
  }, words);
  const segment = { element, ids, cover, article, from };
  element.addEventListener("click", () => cycle(segment));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    cycle(segment);
  });
  segments.push(segment);
  return element;
}

function cycle(segment) {
  const ids = segment.ids.filter((id) => shown.has(id));
  if (ids.length) set({ id: ids[(ids.indexOf(state.id) + 1) % ids.length], from: "text", overlap: ids.length > 1 ? ids : null });
}

function showText(before) {
  if (before.lang !== state.lang) buildText();
  byId("text").querySelectorAll("article").forEach((article, index) => { article.hidden = state.article.size > 0 && !state.article.has(String(index)); });
  let first = null;
  for (const segment of segments) {
    const roles = segment.cover.filter((mark) => mark.id === state.id).map((mark) => mark.role);
    const list = segment.element.classList;
    list.toggle("on", roles.length > 0);
    list.toggle("hit", roles.some((role) => role !== "quote") || (roles.length > 0 && nodes.get(state.id).kind === "goal"));
    list.toggle("core", roles.includes("value"));
    list.toggle("off", !segment.ids.some((id) => shown.has(id)));
    if (roles.length && (!first || (roles.includes("value") && !first.roles.includes("value")))) first = { segment, roles };
  }
  if (first && state.from !== "text") reveal(byId("text"), first.segment.element);
}

function showMark([article, start, end]) {
  const segment = segments.find((one) => one.article === article && one.from >= start && one.from < end);
  if (!segment) return;
  set({ pane: "text" });
  reveal(byId("text"), segment.element);
  for (const one of segments) one.element.tabIndex = one === segment ? 0 : -1;
  segment.element.focus({ preventScroll: true });
}
