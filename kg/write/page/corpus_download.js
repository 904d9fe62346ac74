// What can be taken away: the list, the drawing, the data. Made here; only the parts that are needed are unpacked.

const CSV_COLUMNS = ["id", "metric", "amount", "value", "value_max", "unit", "comparator", "change", "status", "year", "period", "baseline_year", "subject", "binding",
  "region", "topic", "plan", "flags", "quote", "source", "start", "end", "title"];

// The figures found, by part; each part is unpacked when its turn comes.
async function* byPart(kind) {
  const chosen = state.id !== null && kind === "turtle" ? Uint32Array.of(state.id) : found;
  for (let from = 0; from < chosen.length;) {
    const part = partOf("claim", chosen[from]);
    const end = parts[part + 1]?.claim ?? Infinity;
    let to = from;
    while (to < chosen.length && chosen[to] < end) to += 1;
    yield { first: parts[part].claim, members: chosen.subarray(from, to), part, content: await load(kind, part) };
    from = to;
  }
}

async function csv() {
  const lines = [CSV_COLUMNS];
  for await (const { first, members, content } of byPart("sentences")) {
    for (const at of members) {
      const number = columns.document[at];
      const known = {
        metric: lists.metric[columns.metric[at]], amount: lists.amount[columns.amount[at]], value: lists.value[columns.value[at]], unit: lists.unit[columns.unit[at]],
        change: lists.change[columns.change[at]], status: lists.status[columns.status[at]], year: columns.year[at] || "", region: lists.region[columns.region[at]][1], topic: data.topics[lists.topic[columns.topic[at]]][0],
        plan: lists.plan[columns.plan[at]], flags: lists.flags[columns.flags[at]].map(([words]) => words), source: documents.source[number], title: documents.title[number],
      };
      lines.push(CSV_COLUMNS.map((name) => known[name] ?? content[name][at - first]));
    }
  }
  return toCsv(lines);
}

// Statements about the picked figure, else about all that were found, and about what these name (evidence, indicator,
// plan, region, article), a block of each article as in graph.ttl.
async function turtle() {
  const blocks = [data.prefixes];
  for await (const { first, members, part, content } of byPart("turtle")) {
    const { id } = await load("sentences", part);
    const wanted = new Set(Array.from(members, (at) => id[at - first]));
    for (const text of content.split(/^# .*\n/m).slice(1)) blocks.push(...namedBlocks(text, wanted));
  }
  return [...new Set(blocks)].join("\n");
}

const TERM = /<[^>\s]*>|[A-Za-z][\w-]*:[\w-]+/g;

function namedBlocks(text, wanted) {
  const bySubject = new Map(text.split("\n\n").map((block) => block.trim()).filter(Boolean).map((block) => [block.split(" ", 1)[0], block]));
  const local = (term) => term.replace(/[<>]/g, "").split(/[:/#]/).at(-1);
  const named = new Set();
  for (const [subject, block] of bySubject) {
    if (!wanted.has(local(subject))) continue;
    named.add(subject);
    for (const term of block.match(TERM)) if (bySubject.has(term)) named.add(term);
  }
  return [...bySubject].filter(([subject]) => named.has(subject)).map(([, block]) => block + "\n");
}

function startDownloads() {
  startMenu({
    csv: async () => save(fileName("csv"), "text/csv;charset=utf-8", [await csv()]),
    png: () => picturePng((blob) => save(fileName("png"), "image/png", [blob])),
    svg: () => save(fileName("svg"), "image/svg+xml", [pictureText()]),
    ttl: async () => save(fileName("ttl"), "text/turtle;charset=utf-8", [await turtle()]),
    link: copyLink,
    print: () => window.print(),
  }, (made) => attempt(Promise.resolve(made)));
}
