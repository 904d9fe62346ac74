// How a node looks, on any canvas: a card with its kind's colour at the edge; the plan is filled.

const CARD = { size: 13, line: 18, top: 8, left: 17 };
const FONT = '"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';
let palette = {};

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const names = ["pane", "ink", "soft", "line", "edge", "accent", "pick", "pick-line", "band", "paper", "focus", ...KINDS];
  palette = Object.fromEntries(names.map((name) => [name, style.getPropertyValue("--" + name).trim()]));
}

function detailOf(node) {
  return node.detail || kindWord(node.kind);
}

function cardOf(id) {
  const node = nodes.get(id);
  const [lines, width, height] = data.cards[id];
  return { id, node, lines: state.lang === "en" && node.en ? [node.en] : lines, width, height };
}

function roundedBox(ctx, x, y, width, height, radius) {
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
}

function drawCard(ctx, id, x, y, look) {
  const { node, lines, width, height } = cardOf(id);
  const left = x - width / 2;
  const top = y - height / 2;
  const ink = palette[node.kind] || palette.document;
  const filled = node.kind === "plan";
  ctx.save();
  roundedBox(ctx, left, top, width, height, 7);
  ctx.fillStyle = palette.pane;
  ctx.fill();
  ctx.globalAlpha = look.faint ? 0.38 : 1;
  ctx.fillStyle = filled ? ink : look.selected ? palette.pick : palette.pane;
  ctx.fill();
  ctx.lineWidth = look.selected ? 2.5 : 1;
  ctx.strokeStyle = look.selected ? palette["pick-line"] : look.hover ? ink : palette.line;
  ctx.stroke();
  if (!filled) {
    ctx.save();
    roundedBox(ctx, left, top, width, height, 7);
    ctx.clip();
    ctx.fillStyle = ink;
    ctx.fillRect(left, top, 4.5, height);
    ctx.restore();
  }
  if (look.scale < FAR) drawFar(ctx, node, left, top, width, height, filled ? palette.pane : ink, look.scale);
  else drawWords(ctx, node, lines, left, top, width, height, filled ? palette.pane : palette.ink, filled ? palette.pane : ink);
  if (node.flags) drawFlag(ctx, left + width, top);
  ctx.restore();
}

function drawWords(ctx, node, lines, left, top, width, height, ink, detailInk) {
  const detail = node.detail;
  const room = width - CARD.left - 8;
  let y = top + (height - CARD.line * (lines.length + (detail ? 1 : 0))) / 2 + CARD.line / 2;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.fillStyle = ink;
  ctx.font = `${node.kind === "plan" ? 600 : 400} ${CARD.size}px ${FONT}`;
  for (const line of lines) {
    ctx.fillText(line, left + CARD.left, y, room);
    y += CARD.line;
  }
  if (!detail) return;
  ctx.fillStyle = detailInk;
  ctx.font = node.raw ? `600 ${CARD.size}px ${FONT}` : `400 ${CARD.size - 1}px ${FONT}`;
  ctx.fillText(detail, left + CARD.left, y, room);
}

// Seen from far the small print is grey dust: fewer words, as large as the card allows.
const FAR = 0.62;
const fitted = new Map();
function drawFar(ctx, node, left, top, width, height, ink, scale) {
  const size = Math.round(Math.min(11 / scale, 21, height * 0.62));
  if (size * scale < 4) return;
  const count = Math.max(1, Math.floor((height - 2) / (size * 1.18)));
  const room = width - 18;
  ctx.font = `400 ${size}px ${FONT}`;
  const words = node.raw
    ? [...(count > 1 ? farLines(ctx, nameOf(node), size, room, count - 1) : []), node.raw.amount]
    : farLines(ctx, nameOf(node), size, room, count);
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.fillStyle = ink;
  words.forEach((line, index) => {
    ctx.font = `${index === words.length - 1 && node.raw ? 600 : 400} ${size}px ${FONT}`;
    ctx.fillText(line, left + 12, top + height / 2 + (index - (words.length - 1) / 2) * size * 1.15, room);
  });
}

// At most so many lines; fillText squeezes the last tenth, what is longer ends in “…”.
function farLines(ctx, words, size, room, count) {
  const key = `${size} ${room} ${count} ${words}`;
  if (fitted.has(key)) return fitted.get(key);
  const lines = [""];
  for (const letter of words) {
    if (ctx.measureText(lines.at(-1) + letter).width <= room * 1.1) lines[lines.length - 1] += letter;
    else if (lines.length < count) lines.push(letter);
    else {
      lines[lines.length - 1] = Array.from(lines.at(-1)).slice(0, -1).join("") + "…";
      break;
    }
  }
  fitted.set(key, lines);
  return lines;
}

function drawFlag(ctx, right, top) {
  ctx.beginPath();
  ctx.arc(right - 9, top + 9, 3.5, 0, 2 * Math.PI);
  ctx.fillStyle = palette.accent;
  ctx.fill();
}
