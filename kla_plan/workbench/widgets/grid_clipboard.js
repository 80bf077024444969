// Blocks of texts to and from the clipboard, in the two forms that Excel writes and reads.

// Excel puts a whole page with one table on the clipboard; the displayed text is what counts.
function blockFromHtml(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const table = page.querySelector("table");
  if (!table) return null;
  const block = [];
  const held = new Map(); // places below a cell that spans several rows
  [...table.rows].forEach((row, r) => {
    const line = [];
    for (const cell of row.cells) {
      while (held.has(`${r}:${line.length}`)) line.push("");
      spread(cell, r, line, held);
    }
    while (held.has(`${r}:${line.length}`)) line.push("");
    block.push(line);
  });
  return block.length ? block : null;
}

// Of merged cells only the first holds the value, as in Excel itself.
function spread(cell, r, line, held) {
  const first = line.length;
  line.push(cellText(cell));
  for (let n = 1; n < cell.colSpan; n += 1) line.push("");
  for (let down = 1; down < cell.rowSpan; down += 1) {
    for (let n = 0; n < cell.colSpan; n += 1) held.set(`${r + down}:${first + n}`, true);
  }
}

function cellText(cell) {
  const text = cell.textContent.replace(/\s+/g, " ").trim();
  // A column too narrow for its number shows only ####; some versions write the number beside it.
  if (/^#+$/.test(text)) return cell.getAttribute("x:num") || text;
  return text;
}

// Tab-separated lines; a cell with tabs, quotes or line breaks is quoted.
function blockFromText(text) {
  const rows = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/gy;
  const whole = text.replace(/\r?\n$/, "");
  for (const [match, quoted, plain, end] of whole.matchAll(pattern)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "" || (match === "" && end === "")) break;
    if (end !== "\t") rows.push([]);
  }
  return rows;
}

// Returns null where the clipboard holds neither a table nor text (a picture).
function blockFrom(data) {
  const html = data.getData("text/html");
  const plain = data.getData("text/plain");
  return (html && blockFromHtml(html)) || (plain && blockFromText(plain)) || null;
}

function quotedText(text) {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function putBlock(data, block) {
  data.setData("text/plain", block.map((line) => line.map(quotedText).join("\t")).join("\r\n"));
  const rows = block.map((line) => element("tr", {}, line.map((text) => element("td", { text }))));
  data.setData("text/html", element("table", {}, rows).outerHTML);
}
