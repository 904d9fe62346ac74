// Puts the panes together.

function showWords(before) {
  if (before.lang === state.lang) return;
  document.documentElement.lang = state.lang === "en" ? "en" : "zh-CN";
  byId("title").lang = "zh-CN";
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", t(element.dataset.tLabel));
  for (const element of document.querySelectorAll("[data-t-placeholder]")) element.placeholder = t(element.dataset.tPlaceholder);
}

function showTheme() {
  const theme = dark() ? "dark" : "light";
  byId("theme").textContent = t(dark() ? "ui.themeLight" : "ui.theme");
  if (document.documentElement.dataset.theme === theme) return;
  document.documentElement.dataset.theme = theme;
  readPalette();
}

function showTools() {
  byId("layouts").replaceChildren(...LAYOUTS.map((layout) => el("button", {
    type: "button", "aria-pressed": String(layout === state.layout), data: { layout }, on: { click: () => { set({ layout }); byId("layouts").querySelector(`[data-layout=${layout}]`).focus(); } },
  }, t("layout." + layout))));
  byId("focus").setAttribute("aria-pressed", String(state.focus));
  byId("focus").disabled = !state.id;
  byId("scope").textContent = t("ui.scope").replace("{n}", shown.size);
  byId("ttl").textContent = t(state.id ? "ui.ttlPicked" : "ui.ttl");
}

const paneElement = (pane) => byId(pane === "graph" ? "graph-pane" : pane);

// On a narrow screen one pane at a time; the facts of the selection stay below it.
function showPanes() {
  const tabs = byId("tabs");
  const focused = tabs.contains(document.activeElement);
  tabs.replaceChildren(...PANES.map((pane) => el("button", {
    type: "button", role: "tab", id: "tab-" + pane, "aria-selected": String(pane === state.pane), "aria-controls": paneElement(pane).id,
    tabindex: pane === state.pane ? 0 : -1, on: { click: () => set({ pane }) },
  }, t("ui." + pane))));
  if (focused) byId("tab-" + state.pane).focus();
  for (const pane of PANES) paneElement(pane).classList.toggle("shown", pane === state.pane);
  byId("facts").classList.toggle("shown", Boolean(state.id) && state.pane !== "filters");
}

function announce(before) {
  if (state.id === before.id || !state.id) return;
  const node = nodes.get(state.id);
  const flags = (node.flags || []).map((words) => words[lang()]);
  say([t("ui.selected"), kindWord(node.kind), nameOf(node), node.detail, ...flags].filter(Boolean).join(" "));
}

function globalKey(event) {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    byId("search").focus();
    byId("search").select();
  } else if (event.key === "Escape" && !typing) select(null);
}

function buildRows(before) {
  const same = before.lang === state.lang && before.axis === state.axis && drawn.size === shown.size && [...drawn].every((id) => shown.has(id));
  if (!same) { buildTable(); buildTimeline(); }
  drawn = shown;
  markRow();
  markPoint();
}
let drawn = new Set(["not yet"]);

// From now on it follows the state; what it shows first is the state as it is.
function follow(...followers) {
  const nothing = { ...state, lang: undefined, id: undefined, pane: undefined };
  for (const follower of followers) follower(nothing);
  listeners.push(...followers);
}

function start() {
  byId("title").textContent = data.title;
  document.body.classList.toggle("no-claims", !hasClaims);
  Object.assign(state, readAddress());
  shown = computeShown();
  showTheme();
  startGraph();
  follow(showWords, showTheme, showTools, showPanes, showFilters, showGraph);
  startKeys();
  // The picture first, the rest behind it, a piece at a time.
  const rest = [() => follow(showFacts), () => follow(showText), () => follow(buildRows, announce), startSearch, startDownloads, startWatching];
  const next = () => {
    rest.shift()();
    if (rest.length) setTimeout(next);
  };
  requestAnimationFrame(() => setTimeout(next));
}

function startWatching() {
  new ResizeObserver(resizeGraph).observe(byId("graph"));
  document.documentElement.dataset.ready = "yes";
}

function startKeys() {
  byId("focus").addEventListener("click", () => set({ focus: !state.focus }));
  byId("fit").addEventListener("click", () => fit(true));
  byId("zoom-in").addEventListener("click", () => zoom(1.25));
  byId("zoom-out").addEventListener("click", () => zoom(0.8));
  byId("theme").addEventListener("click", () => set({ theme: dark() ? "light" : "dark" }));
  byId("language").addEventListener("click", () => set({ lang: state.lang === "en" ? "zh" : "en" }));
  byId("skip").addEventListener("click", (event) => { event.preventDefault(); set({ pane: "table" }); byId("table").focus(); });
  prefersDark.addEventListener("change", () => set({}));
  window.addEventListener("popstate", () => { Object.assign(state, { from: "address" }); set(readAddress()); });
  document.addEventListener("keydown", globalKey);
  rove(byId("tabs"), "[role=tab]", { ArrowRight: 1, ArrowLeft: -1 });
  rove(byId("table"), "tbody button", { ArrowDown: 1, ArrowUp: -1 });
  rove(byId("timeline"), "[data-dot]", { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 });
  rove(byId("text"), ".m", { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 });
}

start();
