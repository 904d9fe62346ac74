// Pieces of drawings: scales, axes, marks; and the drawing as a file.

const NS = "http://www.w3.org/2000/svg";

function svgElement(tag, properties, ...children) {
  const element = document.createElementNS(NS, tag);
  for (const [key, value] of Object.entries(properties || {})) if (value !== null && value !== undefined) element.setAttribute(key, String(value));
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const svgText = (x, y, words, more) => svgElement("text", { x, y, ...more }, String(words));

// A mark that is a button; `click` is told whether a key was pressed.
function svgButton(element, label, key, click) {
  for (const [name, value] of Object.entries({ tabindex: 0, role: "button", "aria-label": label, "data-key": key })) element.setAttribute(name, value);
  element.prepend(svgElement("title", {}, label));
  element.addEventListener("click", () => click(false));
  element.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); click(true); } });
  return element;
}

function short(value) {
  for (const [size, word] of [[1e12, "万亿"], [1e8, "亿"], [1e4, "万"]]) if (Math.abs(value) >= size) return `${+(value / size).toPrecision(3)}${word}`;
  return String(+value.toPrecision(4));
}

function niceStep(span, count) {
  const raw = span / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 2.5, 5, 10].find((step) => step * power >= raw) * power;
}

// Dots need no zero line; values over several powers of ten stand on a logarithmic scale.
function valueScale(values, from, to) {
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (low > 0 && high / low > 300) {
    const [a, b] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
    const every = Math.ceil((b - a) / 5);
    const ticks = Array.from({ length: Math.floor((b - a) / every) + 1 }, (_, index) => 10 ** (a + index * every));
    return { ticks, place: (value) => from + ((to - from) * (Math.log10(value) - a)) / (b - a) };
  }
  if (low === high) [low, high] = low > 0 ? [0, high * 1.25] : low < 0 ? [low * 1.25, 0] : [0, 1];
  else if (low > 0 && low < high / 2) low = 0;
  const step = niceStep(high - low, 4);
  const [a, b] = [Math.floor(low / step) * step, Math.ceil(high / step) * step];
  const ticks = Array.from({ length: Math.round((b - a) / step) + 1 }, (_, index) => +(a + index * step).toPrecision(12));
  return { ticks, place: (value) => from + ((to - from) * (value - a)) / (b - a) };
}

function yearScale(years, from, to) {
  let [low, high] = [Math.min(...years), Math.max(...years)];
  if (low === high) [low, high] = [low - 1, high + 1];
  const least = (high - low) / Math.max(1, Math.floor((to - from) / 46));
  const every = [1, 2, 5, 10, 20, 50, 100, 500, 5000].find((step) => step >= least);
  const ticks = Array.from({ length: Math.floor(high / every) - Math.ceil(low / every) + 1 }, (_, index) => (Math.ceil(low / every) + index) * every);
  return { ticks, place: (year) => from + ((to - from) * (year - low)) / (high - low) };
}

// --- the drawing as a file: all panels below each other, looks written into the elements

const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight", "text-anchor"];

function picture() {
  const panels = [...byId("chart").querySelectorAll("svg.plot")];
  const width = Math.max(320, ...panels.map((panel) => panel.viewBox.baseVal.width));
  const style = getComputedStyle(document.documentElement);
  const words = byId("chart").querySelector("h3:not(.lesser)")?.textContent || data.title;
  let top = 44;
  const groups = panels.map((panel) => {
    const group = svgElement("g", { transform: `translate(0 ${top})` });
    const copy = panel.cloneNode(true);
    const originals = panel.querySelectorAll("*");
    copy.querySelectorAll("*").forEach((element, index) => {
      const looks = getComputedStyle(originals[index]);
      for (const look of LOOKS) element.setAttribute(look, looks.getPropertyValue(look));
      for (const name of ["class", "tabindex", "role", "data-key", "aria-label"]) element.removeAttribute(name);
    });
    group.append(...copy.childNodes);
    top += panel.viewBox.baseVal.height + 8;
    return group;
  });
  return svgElement("svg", { viewBox: `0 0 ${width} ${top}`, width, height: top },
    svgElement("title", {}, words), svgElement("rect", { width, height: top, fill: style.getPropertyValue("--pane").trim() }),
    svgText(8, 28, words, { fill: style.getPropertyValue("--ink").trim(), "font-size": 17, "font-weight": 600, "font-family": style.getPropertyValue("--sans").replaceAll('"', "'") }), groups);
}

const pictureText = () => new XMLSerializer().serializeToString(picture());

function picturePng(done) {
  const drawing = picture();
  const image = new Image();
  image.addEventListener("load", () => {
    const [width, height] = ["width", "height"].map((side) => Number(drawing.getAttribute(side)));
    const canvas = el("canvas", { width: width * 2, height: height * 2 });
    canvas.getContext("2d").drawImage(image, 0, 0, width * 2, height * 2);
    canvas.toBlob(done, "image/png");
  });
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(drawing));
}
