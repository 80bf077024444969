// The head of a table: sorting by a column, and filters from a list or by a part of the text.

const FEW = 40; // a column with at most so many different texts is filtered from a list

function choicesOf(model, place) {
  const texts = new Set(model.get("_lines").map((line) => line.texts[place]));
  texts.delete("");
  return texts.size <= FEW ? [...texts].sort(COLLATOR.compare) : null;
}

function filterControl(model, column, place, state, redraw) {
  if (column.filter === false || (isNumeric(column) && !column.filter)) return "";
  const choices = choicesOf(model, place);
  const name = {
    "aria-label": `Saring kolom ${column.label}`,
    "data-testid": `${model.get("testid")}-saring-${column.key}`,
  };
  const set = (text, exact) => {
    if (text) state.filters.set(place, { text, exact });
    else state.filters.delete(place);
    state.page = 0;
    redraw();
  };
  if (choices === null) {
    const box = element("input", { type: "search", placeholder: "saring…", ...name });
    box.value = state.filters.get(place)?.text ?? "";
    box.addEventListener("input", () => set(box.value, false));
    return box;
  }
  // A value that no row has any more would hide every row, and could not be seen in the list.
  if (!choices.includes(state.filters.get(place)?.text)) state.filters.delete(place);
  const options = choices.map((text) => element("option", { value: text, text }));
  const list = element("select", name, [element("option", { value: "", text: "semua" }), ...options]);
  list.value = state.filters.get(place)?.text ?? "";
  list.addEventListener("change", () => set(list.value, true));
  return list;
}

function headerCell(model, column, place, state, redraw) {
  const sign = element("span", { class: "kla-sign", "aria-hidden": "true" });
  const button = element(
    "button",
    {
      type: "button",
      class: "kla-sort",
      title: `Urutkan menurut ${column.label}`,
      "data-testid": `${model.get("testid")}-urut-${column.key}`,
    },
    [element("span", { text: column.label }), sign],
  );
  button.addEventListener("click", () => {
    if (state.sort !== place) [state.sort, state.descending] = [place, false];
    else if (!state.descending) state.descending = true;
    else [state.sort, state.descending] = [null, false];
    state.page = 0;
    redraw();
  });
  const filter = filterControl(model, column, place, state, redraw);
  const classes = isNumeric(column) ? "kla-number" : "";
  return element("th", { scope: "col", class: classes, "data-place": place }, [button, filter]);
}

// A single short word such as a code stays on one line, also where it has a hyphen.
function cellClass(column, text) {
  if (isNumeric(column)) return "kla-number";
  if (column.wide) return "kla-wide";
  return /^\S{1,14}$/.test(text) ? "kla-short" : "";
}

function showSorting(table, state) {
  for (const th of table.querySelectorAll("thead th")) {
    const here = Number(th.dataset.place) === state.sort;
    const way = state.descending ? "descending" : "ascending";
    th.setAttribute("aria-sort", here ? way : "none");
    th.querySelector(".kla-sign").textContent = here ? (state.descending ? " ▼" : " ▲") : "";
  }
}
