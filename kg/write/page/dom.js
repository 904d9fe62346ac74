// The only place where elements are made: text becomes text nodes, never markup.

function el(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") element.className = value;
    else if (key === "on") for (const [name, handler] of Object.entries(value)) element.addEventListener(name, handler);
    else if (key === "style") for (const [name, style] of Object.entries(value)) element.style.setProperty(name, style);
    else if (key === "data") Object.assign(element.dataset, value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

const byId = (id) => document.getElementById(id);
const colour = (kind) => ({ "--k": `var(--${KINDS.includes(kind) ? kind : "document"})` });
const kindWord = (kind) => t("kind." + kind);
const say = (text) => { byId("live").textContent = text; };

// Scrolls only the pane, never the window.
function reveal(pane, element) {
  if (!element || !pane.clientHeight) return;
  const box = element.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (box.top >= frame.top + 34 && box.bottom <= frame.bottom - 12) return;
  pane.scrollTop += box.top - frame.top - (frame.height - Math.min(box.height, frame.height)) / 2;
}

// One tab stop for a row of things (the chosen one, else the first), arrow keys between them.
function tabStop(all, chosen) {
  for (const one of all) one.tabIndex = one === (chosen || all[0]) ? 0 : -1;
}

function rove(container, selector, keys) {
  container.addEventListener("keydown", (event) => {
    const step = keys[event.key];
    const all = [...container.querySelectorAll(selector)];
    const at = all.indexOf(event.target);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = all[(at + step + all.length) % all.length];
    tabStop(all, next);
    next.focus();
  });
}
