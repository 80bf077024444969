// A table to read, page by page; the kernel sends texts and is told which row was chosen.

function bodyRow(model, line) {
  const columns = model.get("columns");
  const cells = line.texts.map((text, place) =>
    element("td", {
      text,
      class: cellClass(columns[place], text),
    }),
  );
  return element(
    "tr",
    {
      "data-id": line.id,
      "data-testid": `${model.get("testid")}-baris-${line.id}`,
      "aria-selected": String(line.id === model.get("selected")),
      tabindex: "-1",
    },
    cells,
  );
}

function pageCount(model, found) {
  return Math.max(1, Math.ceil(found.length / model.get("page_size")));
}

function drawBody(parts, model, state) {
  const found = sorted(matching(state), state);
  const pages = pageCount(model, found);
  state.page = Math.min(state.page, pages - 1);
  const size = model.get("page_size");
  const shown = found.slice(state.page * size, (state.page + 1) * size);
  const focused = parts.body.contains(document.activeElement) ? document.activeElement.dataset.id : null;
  parts.body.replaceChildren(...shown.map((line) => bodyRow(model, line)));
  const rows = [...parts.body.rows];
  const kept = rows.find((row) => row.dataset.id === focused);
  const first = kept ?? parts.body.querySelector('[aria-selected="true"]') ?? rows[0];
  if (first) first.tabIndex = 0;
  kept?.focus({ preventScroll: true }); // new texts of a row do not take the focus from it
  const from = state.page * size;
  const all = state.lines.length;
  parts.count.textContent = !found.length
    ? all
      ? `Tidak ada yang cocok dari ${all} baris.`
      : model.get("empty")
    : `Baris ${from + 1}–${from + shown.length} dari ${found.length}` +
      (found.length < all ? ` (disaring dari ${all})` : "");
  parts.back.disabled = state.page === 0;
  parts.next.disabled = state.page >= pages - 1;
  parts.pager.hidden = pages === 1;
  showSorting(parts.table, state);
}

function choose(model, row) {
  model.set("selected", row.dataset.id);
  model.save_changes();
}

function markChosen(parts, model) {
  for (const row of parts.body.rows) {
    row.setAttribute("aria-selected", String(row.dataset.id === model.get("selected")));
  }
}

function onRowKey(event, parts, model) {
  const row = event.target.closest("tbody tr");
  if (!row) return;
  const goal = {
    ArrowDown: row.nextElementSibling,
    ArrowUp: row.previousElementSibling,
    Home: parts.body.firstElementChild,
    End: parts.body.lastElementChild,
  }[event.key];
  if (event.key === "Enter" || event.key === " ") choose(model, row);
  else if (goal === undefined) return;
  else if (goal) {
    for (const other of parts.body.rows) other.tabIndex = other === goal ? 0 : -1;
    goal.focus();
  }
  event.preventDefault();
  event.stopPropagation();
}

function makeParts(model) {
  const id = model.get("testid");
  const search = element("input", {
    type: "search",
    placeholder: "Cari…",
    "aria-label": `Cari dalam ${model.get("label")}`,
    "data-testid": `${id}-cari`,
  });
  const count = element("span", { class: "kla-count", role: "status", "data-testid": `${id}-jumlah` });
  const page = (text, name) =>
    element("button", { type: "button", text, "data-testid": `${id}-${name}` });
  const back = page("‹ Sebelumnya", "sebelumnya");
  const next = page("Berikutnya ›", "berikutnya");
  const pager = element("span", { class: "kla-pager" }, [back, next]);
  const body = element("tbody");
  const head = element("tr");
  const table = element("table", { role: "grid", "aria-readonly": "true" }, [
    element("thead", {}, [head]),
    body,
  ]);
  return { search, count, back, next, pager, body, head, table };
}

function render({ model, el, signal }) {
  prepare(el, model, "table");
  const state = newState(model);
  const parts = makeParts(model);
  const caption = element("span", { class: "kla-caption" });
  const redraw = () => drawBody(parts, model, state);
  let keys = "";
  const rebuild = () => {
    const present = model.get("columns").map((column) => column.key).join();
    if (present !== keys) [state.filters, state.sort, state.page] = [new Map(), null, 0];
    keys = present;
    state.lines = model.get("_lines");
    caption.textContent = model.get("label");
    parts.table.setAttribute("aria-label", model.get("label"));
    const headers = model
      .get("columns")
      .map((column, place) => headerCell(model, column, place, state, redraw));
    parts.head.replaceChildren(...headers);
    redraw();
  };
  parts.search.addEventListener("input", () => {
    [state.search, state.page] = [parts.search.value, 0];
    redraw();
  });
  const turn = (step) => () => {
    state.page += step;
    redraw();
  };
  parts.back.addEventListener("click", turn(-1));
  parts.next.addEventListener("click", turn(1));
  parts.body.addEventListener("click", (event) => choose(model, event.target.closest("tr")));
  el.addEventListener("keydown", (event) => onRowKey(event, parts, model));
  el.append(
    element("div", { class: "kla-top" }, [caption, parts.search, parts.count, parts.pager]),
    element("div", { class: "kla-scroll" }, [parts.table]),
  );
  rebuild();
  watch(model, ["columns", "_lines", "label", "page_size", "empty"], rebuild, signal);
  watch(model, ["selected"], () => markChosen(parts, model), signal);
}

export default { render };
