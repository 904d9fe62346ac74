// One article: the sentence of the picked figure in its surroundings, all figures of the article marked and listed.
// A plan opens on the articles that speak of it. With nothing picked: the plans there are.

const MOST_PLANS = 40;
const AROUND = 1;
let shownArticle = null;

const openDocument = () => (state.id !== null ? columns.document[state.id] : state.document ?? (state.plan !== null ? articlesOf(state.plan)[0]?.[0] : null) ?? null);

function articlesOf(plan) {
  const numbers = [];
  for (let at = 0; at < columns.plan.length; at += 1) if (columns.plan[at] === plan) numbers.push(columns.document[at]);
  return most(numbers, 30);
}

function showArticle(before, limited) {
  const same = ["id", "plan", "document", "lang", "whole"].every((key) => state[key] === before[key]);
  const number = openDocument();
  if (same && (number !== null || !limited)) return;
  shownArticle = number;
  if (number === null) return drawPlans();
  const part = partOf("document", number);
  if (here("articles", part)) return drawArticle(number, here("articles", part)[number - parts[part].document]);
  byId("article").replaceChildren(el("h2", {}, t("ui.reading")), el("p", { class: "empty" }, t("ui.loading")));
  return attempt(load("articles", part).then((found) => { if (shownArticle === number) keepFocus(() => drawArticle(number, found[number - parts[part].document])); }));
}

function drawPlans() {
  const plans = most(Array.from(found, (at) => columns.plan[at])).filter(([plan]) => lists.plan[plan]).slice(0, MOST_PLANS);
  byId("article").replaceChildren(el("h2", {}, t("ui.plans")), el("p", { class: "muted" }, t("ui.plansHelp")),
    el("ul", { class: "plans" }, plans.map(([plan, count]) => el("li", {}, el("button", { type: "button", data: { key: "plan " + plan }, on: { click: () => set({ plan, pane: "article" }) } }, el("span", {}, lists.plan[plan]), el("data", {}, count.toLocaleString()))))));
}

function drawArticle(number, article) {
  const claims = Array.from({ length: firstClaim[number + 1] - firstClaim[number] }, (_, index) => firstClaim[number] + index);
  const about = [...article.about, documents.date[number], documents.source[number]].filter(Boolean).join(" · ");
  const close = () => set({ id: null, plan: null, document: null });
  byId("article").replaceChildren(...[
    el("h2", {}, t("ui.reading")), el("button", { type: "button", class: "close", "aria-label": t("ui.close"), data: { key: "close article" }, on: { click: close } }, "✕"),
    state.plan !== null && planHead(number),
    el("h3", {}, documents.title[number]), el("p", { class: "muted" }, about, linkTo(article.url)),
    el("div", { class: "chips" }, toggle("document", number, "ui.onlyArticle"), state.id !== null && columns.plan[state.id] && lists.plan[columns.plan[state.id]] ? toggle("plan", columns.plan[state.id], "ui.onlyPlan") : null),
    state.id !== null && factsOf(state.id),
    el("div", { class: "text" }, textOf(article, claims)),
    state.id !== null && article.blocks.length > 2 * AROUND + 1 && el("button", { type: "button", class: "more", data: { key: "whole" }, "aria-expanded": String(state.whole), on: { click: () => set({ whole: !state.whole }) } }, t(state.whole ? "ui.around" : "ui.whole")),
    el("h4", {}, `${t("ui.inArticle")} · ${claims.length}`), claimTable(claims),
  ].filter(Boolean));
  oneStop([...byId("article").querySelectorAll(".m")]);
  oneStop([...byId("article").querySelectorAll("#figures button")]);
  const mark = byId("article").querySelector(".m.on.core") || byId("article").querySelector(".m.on");
  if (mark) reveal(byId("article"), mark);
  else byId("article").scrollTop = 0;
}

// Only to the web: a document could bring `javascript:` along.
const linkTo = (url) => (/^https?:\/\//i.test(url) ? [" · ", el("a", { href: url, target: "_blank", rel: "noreferrer noopener" }, t("row.url"))] : null);

const toggle = (key, value, word) => el("button", { type: "button", "aria-pressed": String(state[key] === value), data: { key: "only " + key }, on: { click: () => set({ [key]: state[key] === value ? null : value }) } }, t(word));

function planHead(number) {
  const others = articlesOf(state.plan);
  return el("div", { class: "plan-head", style: colour("plan") }, el("span", { class: "badge" }, t("kind.plan")), el("b", {}, lists.plan[state.plan]),
    others.length > 1 && el("div", { class: "chips" }, others.map(([other, count]) => el("button", {
      type: "button", title: documents.title[other], "aria-pressed": String(other === number), data: { key: "article " + other }, on: { click: () => set({ id: firstOf(other, state.plan) }) },
    }, el("span", {}, documents.title[other]), el("data", {}, String(count))))));
}

function firstOf(number, plan) {
  for (let at = firstClaim[number]; at < firstClaim[number + 1]; at += 1) if (columns.plan[at] === plan) return at;
  return firstClaim[number];
}

function factsOf(at) {
  const rows = [
    ["row.metric", lists.metric[columns.metric[at]]], ["row.status", wordOf("status", columns.status[at])], ["row.region", regionOf(at)],
    ["row.topic", wordOf("topic", columns.topic[at])], ["row.plan", lists.plan[columns.plan[at]]],
  ].filter(([, word]) => word);
  return el("div", { class: "picked", style: colour(isTarget(at) ? "target" : "figure") }, el("p", { class: "figure" }, `${lists.amount[columns.amount[at]]} · ${yearWord(columns.year[at])}`),
    lists.flags[columns.flags[at]].map((words) => el("p", { class: "warn" }, words[lang()])),
    el("dl", {}, rows.flatMap(([key, word]) => [el("dt", {}, t(key)), el("dd", {}, word)])));
}

// --- the text: offsets count code points, JavaScript strings do not: hence the array

function textOf(article, claims) {
  const letters = Array.from(article.text);
  const marks = article.marks.flatMap((spans, index) => spans.map(([start, end, role]) => ({ at: claims[index], start, end, role })));
  const blocks = surroundings(article, marks);
  const pieces = [];
  let table = null;
  for (const [start, end, kind, level, number, row] of blocks) {
    const words = wordsOf(letters, marks, start, end);
    if (kind === "cell") {
      if (!table || table.number !== number) pieces.push((table = { number, row: null, body: el("tbody") }).body);
      if (table.row !== row) [table.row] = [row, table.body.append(el("tr"))];
      table.body.lastChild.append(el("td", {}, words));
      continue;
    }
    table = null;
    pieces.push(el(kind === "heading" ? "h4" : "p", { class: kind === "item" ? "item" : null, data: { level } }, words));
  }
  return pieces.map((piece) => (piece.tagName === "TBODY" ? el("table", {}, piece) : piece));
}

// The blocks about the picked figure; all of them where none is picked or the reader wants all.
function surroundings(article, marks) {
  const mine = marks.find((mark) => mark.at === state.id && mark.role === "quote");
  if (!mine || state.whole) return article.blocks;
  const index = article.blocks.findIndex(([start, end]) => start <= mine.start && mine.start < end);
  return index < 0 ? article.blocks : article.blocks.slice(Math.max(0, index - AROUND), index + AROUND + 1);
}

// Cut at every end of a mark; a piece belongs to the shortest mark over it, and to the picked figure's before others.
function wordsOf(letters, marks, start, end) {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of inside) cuts.add(Math.max(mark.start, start)).add(Math.min(mark.end, end));
  const ends = [...cuts].sort((a, b) => a - b);
  return ends.slice(1).map((to, index) => {
    const from = ends[index];
    const words = letters.slice(from, to).join("");
    const cover = inside.filter((mark) => mark.start <= from && mark.end >= to).sort((a, b) => a.end - a.start - (b.end - b.start));
    return cover.length ? markOf(words, cover, `mark ${from}`) : words;
  });
}

function markOf(words, cover, key) {
  const ids = [...new Set(cover.map((mark) => mark.at))];
  const top = cover.find((mark) => mark.at === state.id) || cover[0];
  const roles = cover.filter((mark) => mark.at === state.id).map((mark) => mark.role);
  const hit = roles.some((role) => role !== "quote");
  const pick = () => set({ id: ids[(ids.indexOf(state.id) + 1) % ids.length] });
  return el("span", {
    class: `m r-${top.role}${roles.length ? " on" : ""}${hit ? " hit" : ""}${roles.includes("value") ? " core" : ""}`, role: "button", style: colour(isTarget(top.at) ? "target" : "figure"), data: { key },
    title: ids.length > 1 ? t("ui.cycle") : null, on: { click: pick, keydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(); } } },
  }, words);
}

function claimTable(claims) {
  return el("table", { id: "figures" }, el("caption", { class: "hidden" }, t("ui.inArticle")),
    el("thead", {}, el("tr", {}, ["row.metric", "row.value", "row.year", "row.status"].map((word, index) => el("th", { scope: "col", class: index === 1 ? "n" : null }, t(word))))),
    el("tbody", {}, claims.map((at) => el("tr", { class: state.id === at ? "on" : null, style: colour(isTarget(at) ? "target" : "figure"), on: { click: () => set({ id: at }) } },
      el("th", { scope: "row" }, el("i", { class: "dot" }), el("button", { type: "button", data: { key: "figure " + at } }, lists.metric[columns.metric[at]]), flagElements(at)),
      el("td", { class: "n" }, lists.amount[columns.amount[at]]), el("td", { class: "y" }, columns.year[at] ? String(columns.year[at]) : ""), el("td", { class: "y" }, wordOf("status", columns.status[at]))))));
}
