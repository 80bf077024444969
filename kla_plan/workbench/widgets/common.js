// Helpers that every widget uses. The kernel judges and formats numbers; scripts only show texts.

function element(tag, attributes = {}, children = []) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

// JupyterLab would take keys pressed here as its own shortcuts (arrows fold headings, d d deletes a
// cell, Enter edits it). It looks for the mark on the element that has the focus, then upwards.
function keepKeys(place, within = "*", signal = undefined) {
  const mark = (event) => {
    if (event.target.closest(within)) event.target.dataset.lmSuppressShortcuts = "true";
  };
  place.addEventListener("focusin", mark, { capture: true, signal });
}

function prepare(el, model, kind) {
  el.classList.add("kla-widget", `kla-${kind}`);
  el.dataset.testid = model.get("testid");
  keepKeys(el);
}

// Calls back on changes of the model's traits, and forgets them when the view is gone.
function watch(model, names, callback, signal) {
  for (const name of names) {
    model.on(`change:${name}`, callback);
    signal.addEventListener("abort", () => model.off(`change:${name}`, callback));
  }
}

function isNumeric(column) {
  return ["rupiah", "angka", "persen"].includes(column.kind);
}
