// Files made here for the reader to keep; nothing is asked of a server.

function save(name, type, parts) {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

const fileName = (ending) => (data.title.replace(/[^\p{L}\p{N}_-]+/gu, "_").slice(0, 60) || "graph") + "." + ending;

// A cell a spreadsheet would run as a formula gets a quote mark in front; plain negative numbers do not need it.
function csvCell(value) {
  const words = Array.isArray(value) ? value.join(";") : String(value ?? "");
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(words) && !/^-\d+(\.\d+)?$/.test(words) ? "'" + words : words;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// With the mark Excel needs to read UTF-8.
const toCsv = (lines) => "\ufeff" + lines.map((line) => line.map(csvCell).join(",")).join("\r\n") + "\r\n";
