// Everything known of the selected fact, and where it is written; without a selection, what the page holds.

function showFacts() {
  const pane = byId("facts");
  const node = nodes.get(state.id);
  pane.classList.toggle("picked", Boolean(node));
  pane.replaceChildren(...(node ? factsOf(state.id, node) : overview()));
  pane.scrollTop = 0;
}

function ref(id, words) {
  return el("button", { type: "button", class: "ref", on: { click: () => select(id, "facts") } }, words || named(nodes.get(id)));
}

function rowValue([, second, third]) {
  if (second === "node") return nodes.has(third) ? ref(third) : third;
  return second === "word" ? t(third) : second;
}

function factsOf(id, node) {
  return [
    el("button", { type: "button", class: "close", "aria-label": t("ui.close"), on: { click: () => select(null) } }, "✕"),
    el("h2", { class: "hidden" }, t("ui.facts")),
    el("span", { class: "badge", style: colour(node.kind) }, kindWord(node.kind)),
    el("h3", {}, named(node)),
    node.raw && el("p", { class: "figure", lang: "zh-CN", style: colour(node.kind) }, node.detail),
    ...overlapOf(id),
    ...(node.flags || []).map((words) => el("p", { class: "warn" }, words[lang()])),
    el("dl", {}, (node.rows || []).flatMap((row) => [el("dt", {}, t(row[0])), el("dd", {}, rowValue(row))])),
    ...progressOf(id, node),
    ...evidenceOf(node),
    ...relationsOf(id),
  ].filter(Boolean);
}

// Several facts share the words just clicked.
function overlapOf(id) {
  const ids = state.overlap;
  if (!ids) return [];
  const at = ids.indexOf(id);
  return [el("p", { class: "muted overlap" }, `${t("ui.overlap")} ${at + 1} / ${ids.length} `, el("button", {
    type: "button", class: "ref", on: { click: () => set({ id: ids[(at + 1) % ids.length], from: "text", overlap: ids }) },
  }, t("ui.next")))];
}

function progressOf(id, node) {
  const course = node.raw ? courseOf(id) : [];
  if (!course.length) return [];
  const rows = course.flatMap((other) => {
    const { raw, status } = nodes.get(other);
    const words = `${raw.amount} · ${t("status." + status)}`;
    return [el("dt", {}, String(whenOf(raw))), el("dd", {}, other === id ? el("b", {}, words) : ref(other, words))];
  });
  return [el("h4", {}, t("ui.progress")), el("p", { class: "course" }, courseWords(course)), el("dl", {}, rows)];
}

function evidenceOf(node) {
  const marks = [...(node.marks || [])].sort((a, b) => ROLES.indexOf(b[3]) - ROLES.indexOf(a[3]));
  if (!marks.length) return [];
  const several = data.articles.length > 1;
  return [el("h4", {}, t("ui.evidence")), el("div", { class: "evidence" }, marks.map((mark) =>
    el("button", { type: "button", on: { click: () => showMark(mark) } },
      el("small", {}, t("role." + mark[3]) + (several ? ` · ${data.articles[mark[0]].title}` : "")),
      el("span", { lang: "zh-CN" }, mark[3] === "quote" ? emphasised(mark, marks) : quote(mark[0], mark[1], mark[2])))))];
}

// The whole sentence around the quoted words, the number in it picked out.
function emphasised([article, start, end], marks) {
  const [from, to] = sentenceAround(article, start, end);
  const value = marks.find((mark) => mark[3] === "value" && mark[0] === article && mark[1] >= start && mark[2] <= end);
  const inner = value
    ? [quote(article, start, value[1]), el("mark", {}, quote(article, value[1], value[2])), quote(article, value[2], end)]
    : [quote(article, start, end)];
  const cut = (at) => at >= 0 && at < letters[article].length && !endsSentence(article, at) && "…";
  return [cut(from - 1), quote(article, from, start), el("em", {}, inner), quote(article, end, to), cut(to)].filter(Boolean);
}

const REACH = 60;
const endsSentence = (article, at) => "。！？；\n".includes(letters[article][at]);
function sentenceAround(article, start, end) {
  const stop = (at) => endsSentence(article, at);
  const pause = (at) => "，、：,".includes(letters[article][at]);
  let [from, to] = [start, end];
  while (from > Math.max(0, start - REACH) && !stop(from - 1)) from -= 1;
  while (to < Math.min(letters[article].length, end + REACH) && !stop(to)) to += 1;
  // A long sentence is cut at a comma.
  if (from && !stop(from - 1)) while (from < start && !pause(from - 1)) from += 1;
  if (to < letters[article].length && !stop(to)) while (to > end && !pause(to)) to -= 1;
  return [from, to];
}

function relationsOf(id) {
  const near = [...neighbours.get(id)];
  if (!near.length) return [];
  const groups = new Map();
  for (const [other, [relation, outward]] of near) {
    const key = (outward ? "" : "← ") + t("relation." + relation);
    groups.set(key, [...(groups.get(key) || []), other]);
  }
  return [el("h4", {}, t("ui.relations")), el("dl", {}, [...groups].flatMap(([words, others]) => [
    el("dt", {}, words), el("dd", {}, others.flatMap((other, index) => [index ? el("br") : null, ref(other)])),
  ]))];
}

function overview() {
  const counts = KINDS.map((kind) => [kind, order.filter((id) => nodes.get(id).kind === kind).length]).filter(([, count]) => count);
  const plans = order.filter((id) => nodes.get(id).kind === "plan").slice(0, 8);
  const warnings = new Map();
  for (const node of nodes.values()) for (const words of node.flags || []) {
    const word = words[lang()];
    warnings.set(word, (warnings.get(word) || 0) + 1);
  }
  return [
    el("h2", {}, t("ui.overview")),
    data.articles.length > 1 && el("p", { class: "muted" }, `${data.articles.length} ${t("ui.articles")}`),
    el("div", { class: "counts" }, counts.map(([kind, count]) => el("span", { style: colour(kind) }, el("b", {}, String(count)), kindWord(kind)))),
    ...[...warnings].map(([words, count]) => el("p", { class: "warn" }, count > 1 ? `${words}\u00a0×\u00a0${count}` : words)),
    plans.length && el("h3", { class: "sub" }, t("kind.plan")),
    ...plans.map((id) => el("p", {}, ref(id), nodes.get(id).detail && el("span", { class: "muted" }, " · " + nodes.get(id).detail))),
    el("h3", { class: "sub" }, t("ui.how")),
    el("p", { class: "muted" }, t("ui.pick")),
  ].filter(Boolean);
}
