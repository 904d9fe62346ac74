// The data: an index unpacked at once, and parts (sentences, texts, Turtle) unpacked when somebody wants to see them.
// They lie in this file, or in a folder beside it, or in files the reader has chosen.

const data = JSON.parse(document.getElementById("data").textContent);
const KINDS = ["target", "figure", "goal", "project", "plan", "section", "organisation", "event", "region", "document"];
let [columns, lists, documents, parts] = [{}, {}, {}, []];
let firstClaim = [];
let chosenFiles = null;

class Gone extends Error {}

async function packed(name) {
  if (!data.folder) return Uint8Array.from(atob(byId(name).textContent), (letter) => letter.charCodeAt(0));
  if (chosenFiles) return chosenFiles.get(name) ?? Promise.reject(new Gone(name));
  const answer = await fetch(data.folder + "/" + name);
  if (!answer.ok) throw new Gone(name);
  return answer.blob();
}

async function unpacked(name) {
  const stream = new Blob([await packed(name)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).arrayBuffer();
}

const TYPES = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array };
const padded = (length) => Math.ceil(length / 4) * 4;
const utf8 = new TextDecoder();

async function loadIndex() {
  const bytes = await unpacked(data.index);
  const length = new DataView(bytes).getUint32(0, true);
  const about = JSON.parse(utf8.decode(new Uint8Array(bytes, 4, length)));
  ({ lists, documents, parts } = about);
  let offset = 4 + length;
  for (const [name, width] of about.columns) {
    columns[name] = new TYPES[width](bytes, offset, about.count);
    offset += padded(width * about.count);
  }
  firstClaim = new Uint32Array(documents.id.length + 1);
  for (const number of columns.document) firstClaim[number + 1] += 1;
  for (let number = 1; number < firstClaim.length; number += 1) firstClaim[number] += firstClaim[number - 1];
  for (let at = 0; at < about.count; at += 1) if (columns.year[at] > 9999) columns.year[at] = 0;
}

// The last part that begins at or before; parts stand in order.
function partOf(key, number) {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (parts[middle][key] <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}

const cache = new Map();
const KEPT = { sentences: Infinity, articles: 8, turtle: 1 };

// Resolves to { value }; what is there already can be had at once from `here`.
function load(kind, part) {
  const name = parts[part][kind];
  if (!cache.has(name)) {
    const item = { kind, value: null };
    item.promise = unpacked(name).then((bytes) => {
      const text = utf8.decode(bytes);
      item.value = kind === "turtle" ? text : JSON.parse(text);
      return item.value;
    }, (error) => { cache.delete(name); throw error; });
    cache.set(name, item);
    const same = [...cache].filter(([, one]) => one.kind === kind);
    for (const [old] of same.slice(0, Math.max(0, same.length - KEPT[kind]))) cache.delete(old);
  }
  return cache.get(name).promise;
}

const here = (kind, part) => cache.get(parts[part][kind])?.value ?? null;

function sentenceOf(at) {
  const part = partOf("claim", at);
  const found = here("sentences", part);
  return found && found.quote[at - parts[part].claim];
}

// For what is in reach of a click a failed load is said in words, not thrown.
const attempt = (promise) => promise.catch((error) => { showGone(); if (!(error instanceof Gone) && !(error instanceof TypeError)) throw error; });
