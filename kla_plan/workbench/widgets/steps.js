// Numbered tabs. The page they open stands elsewhere; here it is only chosen.

function stepTab(model, position) {
  const name = model.get("titles")[position];
  const tab = element("button", {
    type: "button",
    role: "tab",
    class: "kla-tab",
    "aria-label": `${position + 1} ${name}`,
    "data-testid": `${model.get("testid")}-${position + 1}`,
    onclick: () => goTo(model, position),
  });
  tab.append(
    element("span", { class: "kla-number", "aria-hidden": "true", text: String(position + 1) }),
    element("span", { class: "kla-words" }, [
      element("span", { class: "kla-title", text: name }),
      element("span", { class: "kla-note" }),
    ]),
  );
  return tab;
}

function goTo(model, position) {
  model.set("selected", position);
  model.save_changes();
}

function markTabs(el, model) {
  const chosen = model.get("selected");
  [...el.querySelectorAll(".kla-tab")].forEach((tab, position) => {
    tab.setAttribute("aria-selected", String(position === chosen));
    tab.tabIndex = position === chosen ? 0 : -1;
    tab.classList.toggle("kla-done", Boolean(model.get("done")[position]));
    const note = model.get("notes")[position] ?? "";
    tab.querySelector(".kla-note").textContent = note;
    tab.title = note;
  });
}

function moveTab(el, model, event) {
  const last = model.get("titles").length - 1;
  const here = model.get("selected");
  const goal = {
    ArrowRight: Math.min(last, here + 1),
    ArrowLeft: Math.max(0, here - 1),
    Home: 0,
    End: last,
  }[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  goTo(model, goal);
  el.querySelectorAll(".kla-tab")[goal].focus();
}

function drawSteps(el, model) {
  const tabs = model.get("titles").map((_, position) => stepTab(model, position));
  el.replaceChildren(...tabs);
  markTabs(el, model);
}

function render({ model, el, signal }) {
  prepare(el, model, "steps");
  keepKeys(document, ".kla-meja", signal); // the whole workbench, buttons of ipywidgets included
  el.setAttribute("role", "tablist");
  el.setAttribute("aria-label", model.get("label"));
  el.addEventListener("keydown", (event) => moveTab(el, model, event));
  drawSteps(el, model);
  watch(model, ["titles"], () => drawSteps(el, model), signal);
  watch(model, ["selected", "notes", "done"], () => markTabs(el, model), signal);
}

export default { render };
