// What is drawn of a grid: tool bar, table, and the line that says what happened.

function toolbar(model, actions) {
  const id = model.get("testid");
  const button = (text, name, title, action) =>
    element("button", { type: "button", text, title, "data-testid": `${id}-${name}`, onclick: action });
  const undo = button("↶ Urungkan", "urungkan", "Batalkan perubahan terakhir (Ctrl+Z)", actions.undo);
  const redo = button("↷ Ulangi", "ulangi", "Kembalikan yang dibatalkan (Ctrl+Y)", actions.redo);
  const wrong = button("", "kesalahan", "Ke sel berikutnya yang perlu diperbaiki", actions.nextError);
  wrong.classList.add("kla-wrong");
  const caption = element("span", { class: "kla-caption", text: model.get("label") });
  const bar = element("div", { class: "kla-top" }, [caption, undo, redo, wrong]);
  return { bar, undo, redo, wrong, caption };
}

// Leading columns that cannot be edited head the rows.
function headingColumns(columns) {
  const first = columns.findIndex((column) => column.editable);
  return first < 0 ? 0 : first;
}

function rowName(model, row) {
  const count = headingColumns(model.get("columns"));
  const words = model.get("_texts")[row].slice(0, count).map(([text]) => text).filter(Boolean);
  return words.join(", ") || `Baris ${row + 1}`;
}

function drawTable(model, table) {
  const columns = model.get("columns");
  const texts = model.get("_texts");
  const heading = headingColumns(columns);
  const headers = columns.map((column) =>
    element("th", { role: "columnheader", scope: "col", text: column.label, class: isNumeric(column) ? "kla-number" : "" }),
  );
  const rows = texts.map((line, row) =>
    element("tr", { role: "row", "aria-rowindex": row + 2 }, line.map((_, place) => cellOf(model, row, place, heading))),
  );
  table.replaceChildren(
    element("thead", { role: "rowgroup" }, [element("tr", { role: "row", "aria-rowindex": 1 }, headers)]),
    element("tbody", { role: "rowgroup" }, rows),
    element("tfoot", { role: "rowgroup" }),
  );
  table.setAttribute("aria-rowcount", texts.length + 1);
  table.setAttribute("aria-colcount", columns.length);
  drawFooter(model, table);
}

function cellOf(model, row, place, heading) {
  const column = model.get("columns")[place];
  const isHeading = place < heading;
  return element(
    isHeading ? "th" : "td",
    {
      role: isHeading ? "rowheader" : "gridcell",
      scope: isHeading ? "row" : null,
      class: isNumeric(column) ? "kla-number" : "",
      tabindex: "-1",
      "aria-colindex": place + 1,
      "aria-readonly": String(!column.editable),
      "aria-selected": "false",
      "data-row": row,
      "data-column": place,
      "data-testid": `${model.get("testid")}-sel-${row}-${column.key}`,
    },
    [element("span", { class: "kla-text" }), element("span", { class: "kla-error", hidden: true })],
  );
}

function drawFooter(model, table) {
  const footer = model.get("footer");
  const cells = model.get("columns").map((column, place) =>
    element("td", {
      role: place === 0 ? "rowheader" : "gridcell",
      class: isNumeric(column) ? "kla-number" : "",
      text: footer[column.key] ?? "",
      "data-testid": `${model.get("testid")}-kaki-${column.key}`,
    }),
  );
  const lines = Object.keys(footer).length ? [element("tr", { role: "row" }, cells)] : [];
  table.tFoot.replaceChildren(...lines);
}

// Writes texts and errors into the cells that are there; one that waits for an answer keeps its own.
function fill(model, table, pending) {
  const columns = model.get("columns");
  const wrong = new Map(model.get("errors").map((error) => [`${error.row}:${error.key}`, error.text]));
  model.get("_texts").forEach((line, row) => {
    line.forEach(([text], place) => {
      if (pending.has(`${row}:${place}`)) return;
      const td = table.tBodies[0].rows[row].cells[place];
      fillCell(td, text, wrong.get(`${row}:${columns[place].key}`) ?? "");
      td.setAttribute("aria-label", `${columns[place].label}, ${rowName(model, row)}: ${text || "kosong"}`);
    });
  });
}

function fillCell(td, text, reason) {
  const [shown, error] = td.children;
  if (shown.textContent !== text) shown.textContent = text;
  td.classList.remove("kla-pending");
  td.classList.toggle("kla-bad", reason !== "");
  td.setAttribute("aria-invalid", String(reason !== ""));
  td.title = reason;
  error.hidden = reason === "";
  error.textContent = reason ? `⚠ ${reason}` : "";
}

function markSelection(table, selection) {
  for (const row of table.tBodies[0].rows) {
    for (const td of row.cells) {
      const [r, c] = [Number(td.dataset.row), Number(td.dataset.column)];
      const active = r === selection.active.row && c === selection.active.column;
      td.setAttribute("aria-selected", String(selection.contains(r, c)));
      td.tabIndex = active ? 0 : -1;
      td.classList.toggle("kla-active", active);
    }
  }
}
