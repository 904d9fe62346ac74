// Many documents: a map of counts that opens into lists and comparisons; every figure leads to the words it stands in.

function showWords(before) {
  document.documentElement.dataset.theme = dark() ? "dark" : "light";
  byId("theme").textContent = t(dark() ? "ui.themeLight" : "ui.theme");
  if (before.lang === state.lang) return;
  document.documentElement.lang = state.lang === "en" ? "en" : "zh-CN";
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", t(element.dataset.tLabel));
  for (const element of document.querySelectorAll("[data-t-placeholder]")) element.placeholder = t(element.dataset.tPlaceholder);
}

const PANE_WORDS = { map: "ui.map", chart: "ui.chart", list: "ui.table", article: "ui.reading", filters: "ui.filters" };

// On a narrow screen one pane at a time.
function showPanes() {
  const tabs = byId("tabs");
  const focused = tabs.contains(document.activeElement);
  tabs.replaceChildren(...PANES.map((pane) => el("button", {
    type: "button", role: "tab", id: "tab-" + pane, "aria-selected": String(pane === state.pane), "aria-controls": pane, tabindex: pane === state.pane ? 0 : -1, on: { click: () => set({ pane }) },
  }, t(PANE_WORDS[pane]))));
  if (focused) byId("tab-" + state.pane).focus();
  for (const pane of PANES) byId(pane).classList.toggle("shown", pane === state.pane);
}

// A figure that is picked opens the article on a narrow screen, where the list would hide it.
function announce(before, limited) {
  if (limited && found.length !== before.length) say(`${found.length} ${t("ui.found")}`);
  if (state.id === before.id || state.id === null) return;
  say([t("ui.selected"), lists.metric[columns.metric[state.id]], lists.amount[columns.amount[state.id]], yearWord(columns.year[state.id]), regionOf(state.id)].join(" "));
}

function globalKey(event) {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    byId("search").focus();
    byId("search").select();
  } else if (event.key === "Escape" && !typing) {
    byId("search").value = "";
    set({ ...CLEAR(), id: null });
  }
}

// --- a page whose data lie in a folder, opened from disk

function showGone() {
  if (byId("gone")) return;
  document.querySelector("main").before(el("p", { id: "gone", class: "notice", role: "alert" }, t("ui.gone")));
}

// Browsers keep a page on disk from reading files beside it, but not the reader from handing them over.
function askForFolder() {
  return new Promise((done) => {
    const input = el("input", { type: "file", webkitdirectory: true, multiple: true, id: "folder", class: "hidden" });
    const wrong = el("p", { class: "warn", role: "alert", hidden: true }, t("ui.wrongFolder"));
    input.addEventListener("change", () => {
      const files = new Map([...input.files].map((file) => [file.name, file]));
      wrong.hidden = files.has(data.index);
      if (wrong.hidden) done(files);
    });
    document.querySelector("main").replaceWith(el("main", { class: "ask" }, el("section", { class: "pane", id: "ask" }, el("h2", {}, data.title), el("p", {}, t("ui.needServer")), el("p", {}, t("ui.useServe")),
      el("pre", {}, `kg serve ${outFolder()}`), el("p", {}, t("ui.orChoose")), el("label", {}, `${t("ui.choose")} ${data.folder}`, input), wrong)));
    document.body.classList.add("asking");
    document.documentElement.dataset.ready = "asks";
  });
}

function outFolder() {
  const path = decodeURIComponent(location.pathname).split("/").slice(0, -1).join("/").replace(/^\/([A-Za-z]:)/, "$1");
  return /[\s'"]/.test(path) ? `"${path}"` : path;
}

async function start() {
  byId("title").textContent = data.title;
  const query = new URLSearchParams(location.hash.slice(1));
  state.lang = query.get("lang") === "en" ? "en" : "zh";
  state.theme = ["dark", "light"].includes(query.get("theme")) ? query.get("theme") : null;
  showWords({});
  const main = document.querySelector("main");
  if (data.folder && location.protocol === "file:") {
    chosenFiles = await askForFolder();
    document.querySelector("main").replaceWith(main);
    document.body.classList.remove("asking");
  }
  try {
    await loadIndex();
  } catch (error) {
    showGone();
    document.documentElement.dataset.ready = "gone";
    return;
  }
  run();
}

function run() {
  Object.assign(state, readAddress());
  listeners.push(showWords, showPanes, showFilters, showMap, showChart, showList, showArticle, announce);
  startSearch();
  startDownloads();
  update({});
  byId("theme").addEventListener("click", () => set({ theme: dark() ? "light" : "dark" }));
  byId("language").addEventListener("click", () => set({ lang: state.lang === "en" ? "zh" : "en" }));
  byId("skip").addEventListener("click", (event) => { event.preventDefault(); set({ pane: "list" }); byId("list").focus(); });
  prefersDark.addEventListener("change", () => update({ ...state, theme: undefined }));
  window.addEventListener("popstate", () => { const before = { ...state }; Object.assign(state, readAddress()); byId("search").value = state.query; update(before); });
  document.addEventListener("keydown", globalKey);
  rove(byId("tabs"), "[role=tab]", { ArrowRight: 1, ArrowLeft: -1 });
  rove(byId("list"), "tbody button", { ArrowDown: 1, ArrowUp: -1 });
  rove(byId("map"), ".heat button", { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 });
  rove(byId("article"), ".m", { ArrowRight: 1, ArrowLeft: -1 });
  rove(byId("article"), "#figures button", { ArrowDown: 1, ArrowUp: -1 });
  let width = byId("chart").clientWidth;
  new ResizeObserver(() => {
    if (byId("chart").clientWidth === width) return;
    width = byId("chart").clientWidth;
    keepFocus(() => { drawChart(); if (!state.dots) drawMap(); });
  }).observe(byId("chart"));
  document.documentElement.dataset.ready = "yes";
}

start();
