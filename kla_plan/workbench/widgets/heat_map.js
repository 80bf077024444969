// Cells in groups; one of them is chosen. Arrow keys move between cells, Tab leaves the map.

const SHADES = ["#eff5fb", "#cfe1f2", "#93c4df", "#5ba3d0", "#1764ab", "#08306b"];
const DARK_FROM = 4; // from this shade on the text is white (contrast at least 4.5 : 1)

function shadeOf(value) {
  return Math.min(SHADES.length - 1, Math.floor(value * SHADES.length));
}

function paint(node, value) {
  if (value === null) {
    node.classList.add("kla-unknown");
    return;
  }
  const shade = shadeOf(value);
  node.style.background = SHADES[shade];
  node.style.color = shade >= DARK_FROM ? "#ffffff" : "#1a1a1a";
}

function heatCell(model, cell) {
  const button = element("button", {
    type: "button",
    class: "kla-cell",
    title: cell.hint || cell.label,
    tabindex: "-1",
    "aria-label": `${cell.hint || cell.label}: ${cell.text}`,
    "data-key": cell.key,
    "data-testid": `${model.get("testid")}-sel-${cell.key}`,
    onclick: () => choose(model, cell.key),
  });
  button.append(
    element("span", { class: "kla-name", text: cell.label }),
    element("span", { class: "kla-value", text: cell.text }),
  );
  paint(button, cell.value);
  return button;
}

function choose(model, key) {
  model.set("selected", key);
  model.save_changes();
}

function legend(model) {
  const steps = SHADES.map((colour) => {
    const step = element("span", { class: "kla-step", "aria-hidden": "true" });
    step.style.background = colour;
    return step;
  });
  return element("div", { class: "kla-legend" }, [
    element("span", { text: model.get("low") }),
    ...steps,
    element("span", { text: model.get("high") }),
  ]);
}

function moveFocus(el, event) {
  const cells = [...el.querySelectorAll(".kla-cell")];
  const here = cells.indexOf(document.activeElement);
  const goal = here < 0 ? null : neighbour(cells, here, event.key);
  if (goal === null) return;
  event.preventDefault();
  event.stopPropagation();
  roving(cells, cells[goal]);
  cells[goal].focus();
}

function neighbour(cells, here, key) {
  if (key === "ArrowRight") return Math.min(cells.length - 1, here + 1);
  if (key === "ArrowLeft") return Math.max(0, here - 1);
  if (key === "Home") return 0;
  if (key === "End") return cells.length - 1;
  if (key !== "ArrowDown" && key !== "ArrowUp") return null;
  return nearestInNextLine(cells, here, key === "ArrowDown" ? 1 : -1);
}

function nearestInNextLine(cells, here, way) {
  const from = cells[here].getBoundingClientRect();
  let best = here;
  let bestCost = Infinity;
  cells.forEach((cell, n) => {
    const box = cell.getBoundingClientRect();
    const down = (box.top - from.top) * way;
    if (down < from.height / 2) return;
    const cost = down * 100 + Math.abs(box.left - from.left);
    if (cost < bestCost) [best, bestCost] = [n, cost];
  });
  return best;
}

function roving(cells, active) {
  for (const cell of cells) cell.tabIndex = cell === active ? 0 : -1;
}

function markChosen(el, model) {
  const cells = [...el.querySelectorAll(".kla-cell")];
  const chosen = cells.find((cell) => cell.dataset.key === model.get("selected"));
  for (const cell of cells) cell.setAttribute("aria-pressed", String(cell === chosen));
  roving(cells, chosen ?? cells[0]);
}

function drawMap(el, model) {
  const groups = new Map();
  for (const cell of model.get("cells")) {
    if (!groups.has(cell.group)) groups.set(cell.group, []);
    groups.get(cell.group).push(cell);
  }
  const sections = [...groups].map(([name, cells]) =>
    element("section", { class: "kla-group", role: "group", "aria-label": name || null }, [
      element("div", { class: "kla-heading", text: name }),
      element("div", { class: "kla-cells" }, cells.map((cell) => heatCell(model, cell))),
    ]),
  );
  const head = element("div", { class: "kla-top" }, [
    element("span", { class: "kla-caption", text: model.get("label") }),
    legend(model),
  ]);
  const focused = el.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  el.replaceChildren(head, ...sections);
  markChosen(el, model);
  if (focused) [...el.querySelectorAll(".kla-cell")].find((cell) => cell.dataset.key === focused)?.focus();
}

function render({ model, el, signal }) {
  prepare(el, model, "heat-map");
  el.setAttribute("role", "group");
  el.setAttribute("aria-label", model.get("label"));
  el.addEventListener("keydown", (event) => moveFocus(el, event));
  drawMap(el, model);
  watch(model, ["cells", "label", "low", "high"], () => drawMap(el, model), signal);
  watch(model, ["selected"], () => markChosen(el, model), signal);
}

export default { render };
